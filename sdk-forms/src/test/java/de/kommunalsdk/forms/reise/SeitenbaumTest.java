/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.SCHULE;
import static de.kommunalsdk.forms.probe.Probeformular.SCHULNAME;
import static de.kommunalsdk.forms.probe.Probeformular.TELEFON;
import static de.kommunalsdk.forms.probe.Probeformular.VORNAME;
import static de.kommunalsdk.forms.probe.Probeformular.ZEUGNIS;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Textblock;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeformular;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.TextPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeitenbaumTest {

    private static List<String> orte(List<Platz> plaetze) {
        List<String> orte = new ArrayList<>();
        Seitenbaum.felder(plaetze, p -> orte.add(p.ort()));
        return orte;
    }

    private static List<String> orte(Formular formular, Antworten antworten) {
        return orte(Seitenbaum.von(formular, formular.seiten().get(0), antworten, HEUTE));
    }

    private static Wiederholung kinder(Antworten antworten) {
        return (Wiederholung) Probeformular.seite("kinder", antworten).get(0);
    }

    @Test
    void aRepetitionShowsOneEntryBeforeAnyIsGiven() {
        Wiederholung kinder = kinder(Antworten.LEER);

        assertThat(kinder.ort()).isEqualTo(KIND);
        assertThat(kinder.eintraege()).singleElement().isInstanceOfSatisfying(GruppenPlatz.class, g -> {
            assertThat(g.ort()).isEqualTo(KIND + "-1");
            assertThat(g.nummer()).isEqualTo(1);
            assertThat(g.pflicht()).isFalse();
        });
        assertThat(kinder.mehrErlaubt()).isTrue();
        assertThat(kinder.wenigerErlaubt()).isFalse();
    }

    @Test
    void aRepetitionEndsAtItsLimit() {
        assertThat(kinder(Antworten.LEER.mitAnzahl(KIND, 3)).mehrErlaubt()).isFalse();
        assertThat(kinder(Antworten.LEER.mitAnzahl(KIND, 3)).wenigerErlaubt()).isTrue();
        assertThat(kinder(Antworten.LEER.mitAnzahl(KIND, 1000)).eintraege()).hasSize(3);
        assertThat(kinder(Antworten.LEER.mitAnzahl(KIND, -1)).eintraege()).hasSize(1);
    }

    @Test
    void anEndlessRepetitionEndsAtTenThousand() {
        Formular f = new Probedienst("", Probeschema.schema(feld("0:*", "F05999000101", "Text", "text"))).formular();
        Antworten viele = Antworten.LEER.mitAnzahl("F05999000101", 1_000_000);

        assertThat(orte(f, viele)).hasSize(10_000).endsWith("F05999000101-10000");
        assertThat(Reise.standard().pruefe(f, f.seiten().get(0), viele, HEUTE))
                .singleElement()
                .satisfies(fehler -> {
                    assertThat(fehler.art()).isEqualTo(Feldfehler.Art.ZU_VIELE_EINTRAEGE);
                    assertThat(fehler.angaben()).containsExactly("10000");
                });
    }

    @Test
    void entriesWithAnswersAreShownWithoutACount() {
        Antworten zwei = Antworten.LEER.mit(KIND + "-1." + VORNAME, "Ada").mit(KIND + "-2." + VORNAME, "Bea");

        assertThat(kinder(zwei).eintraege()).hasSize(2);
        assertThat(orte(Probeformular.seite("erreichbar", Antworten.LEER.mit(TELEFON + "-1", "1"))))
                .containsExactly(TELEFON + "-1", Probeformular.NACHWEIS);
    }

    @Test
    void repetitionsNest() {
        String schule = KIND + "-1." + SCHULE;
        Antworten antworten = Antworten.LEER
                .mitAnzahl(KIND, 2)
                .mit(schule + "-1." + SCHULNAME, "Eins")
                .mitAnlagen(schule + "-2." + ZEUGNIS, List.of(AnlageId.neu()));

        assertThat(orte(Probeformular.seite("kinder", antworten)))
                .containsExactly(
                        KIND + "-1." + VORNAME,
                        KIND + "-1." + Probeformular.KLASSE,
                        schule + "-1." + SCHULNAME,
                        schule + "-1." + ZEUGNIS,
                        schule + "-2." + SCHULNAME,
                        schule + "-2." + ZEUGNIS,
                        KIND + "-2." + VORNAME,
                        KIND + "-2." + Probeformular.KLASSE,
                        KIND + "-2." + SCHULE + "-1." + SCHULNAME,
                        KIND + "-2." + SCHULE + "-1." + ZEUGNIS);
    }

    @Test
    void aFieldOfFilesIsOnePlaceWithSeveralFiles() {
        Antworten zwei = Antworten.LEER.mitAnlagen(Probeformular.NACHWEIS, List.of(AnlageId.neu(), AnlageId.neu()));

        assertThat(orte(Probeformular.seite("erreichbar", zwei))).endsWith(Probeformular.NACHWEIS);
    }

    @Test
    void aConditionIsDecidedInItsOwnEntry() {
        Formular f = new Probedienst(
                        """
                        felder:
                          F05999000102:
                            sichtbar_wenn: {feld: F05999000101, gleich: ja}
                          F05999000103:
                            pflicht_wenn: {feld: F05999000101, gleich: ja}
                        """,
                        Probeschema.schema(gruppe(
                                "0:*",
                                "G05999000101",
                                "Aussen",
                                feld("0:1", "F05999000101", "Frage", "text"),
                                gruppe(
                                        "0:*",
                                        "G05999000102",
                                        "Innen",
                                        feld("0:1", "F05999000102", "Sichtbar", "text"),
                                        feld("0:1", "F05999000103", "Pflicht", "text")))))
                .formular();
        Antworten antworten = Antworten.LEER
                .mit("G05999000101-1.F05999000101", "nein")
                .mit("G05999000101-2.F05999000101", "ja")
                .mit("G05999000101-1.G05999000102-1.F05999000103", "x")
                .mit("G05999000101-2.G05999000102-2.F05999000102", "x");

        assertThat(orte(f, antworten))
                .containsExactly(
                        "G05999000101-1.F05999000101",
                        "G05999000101-1.G05999000102-1.F05999000103",
                        "G05999000101-2.F05999000101",
                        "G05999000101-2.G05999000102-1.F05999000102",
                        "G05999000101-2.G05999000102-1.F05999000103",
                        "G05999000101-2.G05999000102-2.F05999000102",
                        "G05999000101-2.G05999000102-2.F05999000103");
        assertThat(Reise.standard().pruefe(f, f.seiten().get(0), antworten, HEUTE))
                .extracting(Feldfehler::ort)
                .containsExactly("G05999000101-2.G05999000102-2.F05999000103");
    }

    @Test
    void aHiddenGroupHidesItsPartsOnEveryPage() {
        Formular f = new Probedienst(
                        """
                        seiten:
                          - {id: teil, titel: Teil, felder: [G05999000101.F05999000102]}
                          - {id: frage, titel: Frage, felder: [F05999000101]}
                        felder:
                          G05999000101:
                            sichtbar_wenn: {feld: F05999000101, gleich: ja}
                        """,
                        Probeschema.schema(
                                feld("0:1", "F05999000101", "Frage", "text"),
                                gruppe("1:1", "G05999000101", "Gruppe", feld("1:1", "F05999000102", "Teil", "text"))))
                .formular();

        assertThat(orte(f, Antworten.LEER.mit("G05999000101.F05999000102", "alt")))
                .isEmpty();
        assertThat(orte(f, Antworten.LEER.mit("F05999000101", "ja"))).containsExactly("G05999000101.F05999000102");
    }

    @Test
    void labelsAreReadAndNotAsked() {
        Formular f = new Probedienst(
                        "",
                        Probeschema.schema(
                                feld("1:1", "F05999000101", "Hinweis", "text").art("label", "Bitte lesen."),
                                feld("0:1", "F05999000102", "Frage", "text")))
                .formular();

        List<Platz> plaetze = Seitenbaum.von(f, f.seiten().get(0), Antworten.LEER, HEUTE);

        assertThat(plaetze).hasSize(2);
        assertThat(plaetze.get(0)).isInstanceOfSatisfying(TextPlatz.class, t -> assertThat(t.text())
                .extracting(Textblock::text)
                .isEqualTo("Bitte lesen."));
        assertThat(orte(plaetze)).containsExactly("F05999000102");
    }
}
