/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.probe.Antwortgeber;
import de.kommunalsdk.forms.probe.EchteDienste;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.Instanzpruefung;
import de.kommunalsdk.schema.SchemaFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXmlLeser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EchteSchemataTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final Antwortgeber GEBER = new Antwortgeber(new Random(1), HEUTE);
    /** They demand F05000017636 or F05000017419, which are locked and have no content: nobody can give them. */
    private static final List<String> UNERFUELLBARE = List.of("S05000001291.xdf3.xml", "S05000001319.xdf3.xml");

    @TempDir
    private Path ordner;

    static List<String> schemata() {
        return EchteDienste.schemata();
    }

    @ParameterizedTest
    @MethodSource("schemata")
    void startsAndRefusesAnEmptyAnswer(String datei) throws IOException {
        Formular formular = formular(datei, true).formular().orElseThrow();

        Formularseite erste =
                Reise.standard().seiten(formular, Antworten.LEER, HEUTE).get(0);
        assertThat(Seitenbaum.von(formular, erste, Antworten.LEER, HEUTE)).isNotEmpty();
        Optional<Formularseite> offen = Reise.standard().ersteUnvollstaendige(formular, Antworten.LEER, HEUTE);
        List<Feldfehler> fehler = offen.map(s -> Reise.standard().pruefe(formular, s, Antworten.LEER, HEUTE))
                .orElse(List.of());
        assertThat(fehler).as("a form that demands nothing is no real form").isNotEmpty();
        assertThat(formular.seiten()).extracting(Formularseite::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("schemata")
    void everyVisibleFieldIsInTheSummaryAndTheFrozenBytesAreStable(String datei) throws IOException {
        Formular formular = formular(datei, true).formular().orElseThrow();
        int[] felder = {0};
        for (Formularseite seite : formular.seiten()) {
            Seitenbaum.felder(Seitenbaum.von(formular, seite, Antworten.LEER, HEUTE), f -> {
                felder[0] += f.feld().anzeige() == Feld.Anzeige.VERBORGEN ? 0 : 1;
            });
        }
        int zeilen = Zusammenfassung.von(formular, Antworten.LEER, HEUTE, id -> "").abschnitte().stream()
                .mapToInt(a -> a.zeilen().size())
                .sum();
        assertThat(zeilen).isEqualTo(felder[0]).isPositive();
        Antworten sichtbar = Fachdaten.sichtbare(formular, Antworten.LEER, HEUTE);
        assertThat(Fachdaten.friereEin(formular, sichtbar, HEUTE))
                .isEqualTo(Fachdaten.friereEin(formular, sichtbar, HEUTE));
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(sichtbar))).isEqualTo(sichtbar);
    }

    @Test
    void aMissingCodeListKeepsTheDienstOutOfProduction() throws IOException {
        int ausser = 0;
        for (String datei : schemata()) {
            FormularBauer.Ergebnis ergebnis = formular(datei, false);
            List<String> synthetische =
                    formular(datei, true).formular().orElseThrow().synthetischeCodelisten();
            assertThat(ergebnis.formular().isPresent()).isEqualTo(synthetische.isEmpty());
            if (!synthetische.isEmpty()) {
                ausser++;
                assertThat(ergebnis.probleme()).anyMatch(p -> p.code() == FormFehler.CODELISTE_FEHLT);
            }
        }
        assertThat(ausser).isEqualTo(11);
    }

    /** Every required answer is given; what the page then accepts must fit the XSD and JSON Schema of the same schema. */
    @ParameterizedTest
    @MethodSource("schemata")
    void whatIsDeliveredFitsTheSchemaButForTwoThatDemandLockedFieldsWithoutContent(String datei) throws IOException {
        Formular formular = formular(datei, true).formular().orElseThrow();
        Anlage pdf = Probeantrag.anlage("nachweis.pdf", "application/pdf");
        Antworten antworten = ausgefuellt(formular, pdf);
        assertThat(Reise.standard().ersteUnvollstaendige(formular, antworten, HEUTE).stream()
                        .flatMap(s -> Reise.standard().pruefe(formular, s, antworten, HEUTE).stream()))
                .isEmpty();

        Antrag antrag = Probeantrag.eingefroren(formular, antworten, HEUTE, List.of(pdf));
        Paket paket = Probeantrag.paketbauer(formular).baue(antrag, "schluessel");
        Bauplan plan = Bauplan.von(formular.schema());
        for (Paket.Rolle rolle : List.of(Paket.Rolle.FACHDATEN_XML, Paket.Rolle.FACHDATEN_JSON)) {
            InputStream bytes =
                    new ByteArrayInputStream(Probeantrag.text(paket, rolle).getBytes(StandardCharsets.UTF_8));
            XfallErgebnis gelesen = rolle == Paket.Rolle.FACHDATEN_XML
                    ? XfallXmlLeser.lies(formular.schema(), datei, bytes)
                    : XfallJsonLeser.lies(formular.schema(), datei, bytes);
            assertThat(gelesen.probleme()).isEmpty();
            List<Problem> befunde =
                    Instanzpruefung.pruefe(plan, datei, gelesen.werte().orElseThrow());
            if (UNERFUELLBARE.contains(datei)) {
                assertThat(befunde).isNotEmpty().allSatisfy(p -> {
                    assertThat(p.code()).isEqualTo(SchemaFehler.FEHLT);
                    assertThat(p.stelle().pfad()).matches(".*/(F05000017636|F05000017419)");
                });
            } else {
                assertThat(befunde).as("%s", rolle).isEmpty();
            }
        }
    }

    private static Antworten ausgefuellt(Formular formular, Anlage pdf) {
        Antworten[] antworten = {Antworten.LEER};
        for (int runde = 0; runde < 100; runde++) {
            Optional<Formularseite> offen = Reise.standard().ersteUnvollstaendige(formular, antworten[0], HEUTE);
            if (offen.isEmpty()) {
                break;
            }
            Feldfehler fehler = Reise.standard()
                    .pruefe(formular, offen.get(), antworten[0], HEUTE)
                    .get(0);
            boolean[] fertig = {false};
            Seitenbaum.felder(Seitenbaum.von(formular, offen.get(), antworten[0], HEUTE), platz -> {
                boolean erstesDerAuswahl = fehler.art() == Feldfehler.Art.AUSWAHLGRUPPE
                        && !fertig[0]
                        && platz.ort().startsWith(fehler.ort() + ".");
                fertig[0] |= erstesDerAuswahl;
                if (platz.pflicht() || erstesDerAuswahl) {
                    antworten[0] = switch (platz.feld().anzeige()) {
                        case FEST, VERBORGEN -> antworten[0];
                        case DATEI -> antworten[0].mitAnlagen(platz.ort(), List.of(pdf.id()));
                        default ->
                            antworten[0].mit(
                                    platz.ort(),
                                    GEBER.richtige(platz.feld()).orElseThrow().wert());
                    };
                }
            });
        }
        return antworten[0];
    }

    private FormularBauer.Ergebnis formular(String datei, boolean testmodus) throws IOException {
        Path wurzel = Files.createTempDirectory(ordner, "dienst");
        EchteDienste.schreibe(wurzel, datei, "");
        OzgDienst dienst = Dienstbibliothek.builder()
                .verzeichnis(wurzel)
                .lade()
                .alle()
                .iterator()
                .next();
        return FormularBauer.baue(dienst, testmodus);
    }
}
