/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.forms.antworten.Abfragestand;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.entwurf.Beiseite.Angabe;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeformular;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UmstellerTest {

    private static final DienstRef ALT = new DienstRef(new DienstId("probe"), "0.9.0");
    private static final String SCHEMA = Probeschema.schema(
            gruppe(
                    "1:1",
                    "G05999000001",
                    "Person",
                    feld("1:1", "F05999000001", "Name", "text"),
                    feld("0:1", "F05999000002", "Geburtstag", "date"),
                    feld("0:1", "F05999000003", "Art", "text").werte("A", "B"),
                    feld("0:3", "F05999000004", "Telefon", "text"),
                    feld("0:2", "F05999000005", "Nachweis", "file")),
            gruppe(
                    "0:3",
                    "G05999000002",
                    "Kind",
                    feld("1:1", "F05999000006", "Vorname", "text"),
                    gruppe("0:2", "G05999000003", "Schule", feld("1:1", "F05999000007", "Schulname", "text"))));
    private static final String KOPF =
            """
            entwurf:
              migration:
                - von: 0.9.0
            """;

    private static Formular neu(String migration) {
        return new Probedienst(KOPF + migration, SCHEMA).formular();
    }

    private static Antworten umgestellt(Formular neu, Antworten alt) {
        return new Umsteller(List.of()).stelleUm(ALT, neu, alt).orElseThrow();
    }

    @Test
    void whatHasItsPlaceKeepsItAndTheCitizenIsTold() {
        Antworten alt = Antworten.LEER
                .mit("G05999000001.F05999000001", "Erika")
                .mit("G05999000001.F05999000002", "1980-02-01")
                .mit("G05999000002-2.G05999000003-1.F05999000007", "Goethe")
                .mitAnzahl("G05999000002", 2)
                .mitSeite("gibt-es-nicht");

        Antworten neu = umgestellt(neu(""), alt);

        alt.werte().forEach((ort, wert) -> assertThat(neu.wert(ort)).isEqualTo(wert));
        assertThat(neu.anzahl("G05999000002")).isEqualTo(2);
        assertThat(neu.seite()).isEmpty();
        assertThat(Beiseite.vermerk(neu)).contains("0.9.0");
        assertThat(Beiseite.angaben(neu)).isEmpty();
        assertThat(Beiseite.vermerk(Beiseite.bestaetigt(neu))).isEmpty();
    }

    /** What came from a source still does: who may change it, and what the receiver is told, stays as it was. */
    @Test
    void provenanceGoesWhereItsAnswerGoes() {
        Herkunft register =
                new Herkunft("melde", "Melderegister", "name", Vertrauensniveau.HOCH, Instant.EPOCH, true, false);
        Einwilligung einwilligung = Einwilligung.erteilt("melde", Instant.EPOCH, "a1");
        Antworten alt = Antworten.LEER
                .mit("G05999000001.F05999000091", "Erika")
                .mit("G05999000001.F05999000092", "weg")
                .mit(Nachweise.KEINE
                        .mit("G05999000001.F05999000091", register)
                        .mit("G05999000001.F05999000092", register)
                        .mit(einwilligung)
                        .mit(Einwilligung.erteilt("andere", Instant.EPOCH, "a1"))
                        .mit(new Abfragestand("gibtesnichtmehr", "", Instant.EPOCH, "", "")));

        Antworten neu = umgestellt(neu("      umbenennen: {F05999000091: F05999000001}\n"), alt);

        assertThat(neu.wert("G05999000001.F05999000001")).isEqualTo("Erika");
        assertThat(neu.nachweise().herkunft()).isEqualTo(Map.of("G05999000001.F05999000001", register));
        assertThat(neu.nachweise().einwilligungen()).isEqualTo(Map.of("melde", einwilligung));
        assertThat(neu.nachweise().abfragen()).isEmpty();
    }

    @Test
    void renamedFieldsAndGroupsTakeTheirEntriesAlong() {
        Formular neu = neu("      umbenennen: {G1.F1: F05999000001, G9: G05999000002, G8.F8: F05999000007}\n");
        Antworten alt = Antworten.LEER
                .mit("G1.F1", "Erika")
                .mit("G9-2.F05999000006", "Emil")
                .mit("G9-3.G05999000003-2.F05999000007", "Goethe")
                .mit("G8-2.F8-3", "Schiller")
                .mitAnzahl("G9", 3);

        Antworten ergebnis = umgestellt(neu, alt);

        assertThat(ergebnis.wert("G05999000001.F05999000001")).isEqualTo("Erika");
        assertThat(ergebnis.wert("G05999000002-2.F05999000006")).isEqualTo("Emil");
        assertThat(ergebnis.wert("G05999000002-3.G05999000003-2.F05999000007")).isEqualTo("Goethe");
        assertThat(ergebnis.anzahl("G05999000002")).isEqualTo(3);
        assertThat(Beiseite.angaben(ergebnis))
                .containsExactly(new Angabe("0.9.0", "G8-2.F8-3", "Schiller", List.of(), false));
    }

    @Test
    void whatIsRepeatedNowIsTheFirstEntryAndWhatIsNotAnyMoreGivesItsFirst() {
        Antworten ergebnis = umgestellt(
                neu(""),
                Antworten.LEER
                        .mit("G05999000002.F05999000006", "Emil")
                        .mit("G05999000001-1.F05999000001", "Erika")
                        .mit("G05999000001-2.F05999000001", "Erna")
                        .mit("G05999000002-4.F05999000006", "viertes Kind"));

        assertThat(ergebnis.wert("G05999000002-1.F05999000006")).isEqualTo("Emil");
        assertThat(ergebnis.wert("G05999000001.F05999000001")).isEqualTo("Erika");
        assertThat(Beiseite.angaben(ergebnis)).extracting(Angabe::wert).containsExactly("Erna", "viertes Kind");
    }

    @Test
    void whatTheNewControlCannotShowIsSetAsideInsteadOfBeingWipedOut() {
        Antworten ergebnis = umgestellt(
                neu("      entfaellt: [F4711]\n"),
                Antworten.LEER
                        .mit("G05999000001.F05999000003", "C")
                        .mit("G05999000001.F05999000002", "im Sommer")
                        .mit("G05999000001.F05999000001", "zwei\nZeilen")
                        .mit("G05999000001.F4711", "niemand fragt mehr"));

        assertThat(Beiseite.angaben(ergebnis))
                .extracting(Angabe::wert, Angabe::entfaellt)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("C", false),
                        org.assertj.core.api.Assertions.tuple("im Sommer", false),
                        org.assertj.core.api.Assertions.tuple("zwei\nZeilen", false),
                        org.assertj.core.api.Assertions.tuple("niemand fragt mehr", true));
        assertThat(ergebnis.werte().keySet()).allMatch(Beiseite::ist);
    }

    @Test
    void filesGoAlongOrAreSetAsideAndAreNeverDelivered() {
        AnlageId bleibt = AnlageId.neu();
        AnlageId weg = AnlageId.neu();
        Formular neu = neu("");
        Antworten ergebnis = umgestellt(
                neu,
                Antworten.LEER
                        .mitAnlagen("G05999000001.F05999000005", List.of(bleibt))
                        .mitAnlagen("G1.F9", List.of(weg)));

        assertThat(ergebnis.anlagen("G05999000001.F05999000005")).containsExactly(bleibt);
        assertThat(Beiseite.angaben(ergebnis)).containsExactly(new Angabe("0.9.0", "G1.F9", "", List.of(weg), false));
        Antworten gelesen = AntwortenFormat.lies(AntwortenFormat.schreibe(ergebnis));
        assertThat(gelesen).isEqualTo(ergebnis);
        assertThat(Fachdaten.anlagen(Fachdaten.sichtbare(neu, ergebnis, Probeformular.HEUTE)))
                .containsExactly(bleibt);
        assertThat(new String(
                        Fachdaten.friereEin(
                                neu, Fachdaten.sichtbare(neu, ergebnis, Probeformular.HEUTE), Probeformular.HEUTE),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("!");
    }

    @Test
    void whatWasSetAsideBeforeStaysWithItsVersion() {
        Antworten zuvor = umgestellt(neu(""), Antworten.LEER.mit("G1.F1", "uralt"));

        Antworten danach = new Umsteller(List.of(
                        (von, nach, alt) -> Optional.of(new Entwurfsmigration.Ergebnis(Antworten.LEER, List.of()))))
                .stelleUm(ALT, neu(""), zuvor)
                .orElseThrow();

        assertThat(Beiseite.angaben(danach)).containsExactly(new Angabe("0.9.0", "G1.F1", "uralt", List.of(), false));
    }

    @Test
    void thePortalsOwnMigrationSplitsAValueAndCannotLoseOne() {
        AnlageId datei = AnlageId.neu();
        Umsteller umsteller = new Umsteller(List.of(
                (von, nach, alt) -> Optional.empty(),
                (von, nach, alt) -> Optional.of(new Entwurfsmigration.Ergebnis(
                        Antworten.LEER
                                .mit(
                                        "G05999000001.F05999000001",
                                        alt.wert("G1.F1").split(" ")[0])
                                .mit("G05999000001.F05999000003", "B")
                                .mit("G00000000000.F00000000000", "Unfug")
                                .mitAnlagen("G05999000001.F05999000005", List.of(AnlageId.neu())),
                        List.of("Bitte prüfen Sie den Namen.", "x".repeat(600))))));
        Antworten alt = Antworten.LEER
                .mit("G1.F1", "Erika Mustermann")
                .mit("G1.F2", "B")
                .mit("G1.F3", "B")
                .mitAnlagen("G1.F4", List.of(datei));

        Antworten neu = umsteller.stelleUm(ALT, neu(""), alt).orElseThrow();

        assertThat(neu.wert("G05999000001.F05999000001")).isEqualTo("Erika");
        assertThat(neu.anlagen("G05999000001.F05999000005")).isEmpty();
        assertThat(Beiseite.hinweise(neu)).containsExactly("Bitte prüfen Sie den Namen.", "x".repeat(500));
        assertThat(Beiseite.angaben(neu))
                .extracting(Angabe::ort)
                .containsExactly("G00000000000.F00000000000", "G1.F1", "G1.F3", "G1.F4");
    }

    @Test
    void withoutAWayThereIsNone() {
        Formular ohne = new Probedienst("", SCHEMA).formular();

        assertThat(new Umsteller(List.of()).stelleUm(ALT, ohne, Antworten.LEER)).isEmpty();
        assertThat(new Umsteller(List.of()).stelleUm(new DienstRef(ALT.id(), "0.8.0"), neu(""), Antworten.LEER))
                .isEmpty();
    }

    /** Any answers, any renames: every value and file is in the result as often as before. */
    @Test
    void nothingIsEverLost() {
        Random zufall = new Random(4711);
        Formular neu = neu(
                """
                      umbenennen: {F1: F05999000001, G9: G05999000002, F8: F05999000004, G7.F7: F05999000003}
                      entfaellt: [F3, G6]
                """);
        List<String> gruppen = List.of("G05999000001", "G05999000002", "G05999000003", "G9", "G7", "G6", "G5");
        List<String> felder = List.of("F05999000001", "F05999000005", "F05999000006", "F1", "F3", "F7", "F8");
        for (int i = 0; i < 500; i++) {
            Antworten alt = Antworten.LEER;
            for (int n = zufall.nextInt(12); n >= 0; n--) {
                StringBuilder ort = new StringBuilder();
                for (int tiefe = 1 + zufall.nextInt(2); tiefe > 0; tiefe--) {
                    ort.append(gruppen.get(zufall.nextInt(gruppen.size())))
                            .append(zufall.nextBoolean() ? "-" + (1 + zufall.nextInt(4)) : "")
                            .append('.');
                }
                ort.append(felder.get(zufall.nextInt(felder.size())))
                        .append(zufall.nextInt(3) == 0 ? "-" + (1 + zufall.nextInt(4)) : "");
                alt = zufall.nextInt(5) == 0
                        ? alt.mitAnlagen(ort.toString(), List.of(AnlageId.neu()))
                        : alt.mit(ort.toString(), List.of("A", "x", "y\nz").get(zufall.nextInt(3)));
            }

            Antworten ergebnis = Beiseite.bestaetigt(umgestellt(neu, alt));

            assertThat(ergebnis.werte().values())
                    .containsExactlyInAnyOrderElementsOf(alt.werte().values());
            List<AnlageId> dateien = new ArrayList<>();
            alt.anlagen().values().forEach(dateien::addAll);
            assertThat(ergebnis.anlagen().values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(dateien);
        }
    }

    @Test
    void aMigrationIsCheckedWhenTheDienstIsRead() {
        FormularBauer.Ergebnis ergebnis = new Probedienst(
                        """
                        entwurf:
                          migration:
                            - von: 1.0.0
                            - von: 0.9.0
                              umbenennen: {F1: F0815}
                        """,
                        SCHEMA)
                .baue(false);

        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme())
                .extracting(p -> p.code().code() + " " + p.stelle().pfad())
                .containsExactly(
                        "OZG-FORM-0040 /entwurf/migration/1", "OZG-FORM-0002 /entwurf/migration/2/umbenennen/F1");
    }
}
