/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static de.kommunalsdk.forms.probe.Probeschema.auswahlgruppe;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.config.ConfigFehler;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each code of compiling at its line; OZG-FORM-0008 and 0009 stand in BausteinbauerTest, 0010 in SeitenbauerTest. */
class FormularBauerCodesTest {

    private static final String SCHEMA = Probeschema.schema(
            gruppe(
                    "1:1",
                    "G05999000001",
                    "Gruppe",
                    feld("0:1", "F05999000001", "Erstes", "text"),
                    feld("0:1", "F05999000002", "Zweites", "text")),
            gruppe("0:1", "G05999000002", "Andere", feld("0:1", "F05999000001", "Erstes", "text")),
            gruppe("0:*", "G05999000003", "Oft", feld("0:1", "F05999000003", "Drittes", "text")),
            auswahlgruppe("0:1", "G05999000004", "Wahl", feld("0:1", "F05999000004", "Viertes", "text")));

    private static void meldet(Probedienst dienst, Tuple... erwartet) {
        FormularBauer.Ergebnis ergebnis = dienst.baue(true);
        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme())
                .filteredOn(p -> p.code() != FormFehler.NICHT_PLATZIERT)
                .extracting(Problem::code, p -> p.stelle().zeile())
                .containsExactlyInAnyOrder(erwartet);
        assertThat(ergebnis.probleme()).allSatisfy(p -> {
            assertThat(p.stelle().datei()).isEqualTo("probe/dienst.yaml");
            assertThat(p.meldung()).isNotBlank();
        });
    }

    @Test
    void aSchemaThatIsGoneIsReported() {
        for (boolean kaputt : new boolean[] {false, true}) {
            FormularBauer.Ergebnis ergebnis = FormularBauer.baue(ohneSchema(kaputt), true);

            assertThat(ergebnis.formular()).isEmpty();
            assertThat(ergebnis.probleme()).singleElement().satisfies(p -> {
                assertThat(p.code()).isEqualTo(FormFehler.SCHEMA_FEHLT);
                assertThat(p.stelle().datei()).isEqualTo("weg/probe.xdf3.xml");
                assertThat(p.meldung()).doesNotContain("geheim");
            });
        }
    }

    private static OzgDienst ohneSchema(boolean kaputt) {
        OzgDienst d = new Probedienst("", SCHEMA).dienst();
        Dienstdateien weg = new Dienstdateien() {
            @Override
            public String ort() {
                return "weg";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) throws IOException {
                if (kaputt) {
                    throw new IOException("/geheim/pfad");
                }
                return Optional.empty();
            }
        };
        return new OzgDienst(
                d.ref(),
                d.titel(),
                d.leistungsschluessel(),
                d.vertrauensniveau(),
                d.beschreibung(),
                d.gebuehr(),
                d.verlinkt(),
                d.schemaDatei(),
                d.entwurf(),
                d.aufbewahrung(),
                d.wege(),
                weg,
                d.wurzel());
    }

    @Test
    void whatIsWrongInTheSchemaKeepsItsOwnCodeAndLine() {
        String kaputt = SCHEMA.replaceFirst("<x:anzahl>0:\\*", "<x:anzahl>viele");
        FormularBauer.Ergebnis ergebnis = new Probedienst("", kaputt).baue(true);

        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme())
                .extracting(
                        Problem::code, p -> p.stelle().datei(), p -> p.stelle().zeile())
                .containsExactly(tuple(
                        XdfFehler.ANZAHL,
                        "probe/probe.xdf3.xml",
                        Arrays.asList(kaputt.split("\n"))
                                        .indexOf(kaputt.lines()
                                                .filter(z -> z.contains("viele"))
                                                .findFirst()
                                                .orElseThrow())
                                + 1));
    }

    @Test
    void aValueOfTheSchemaThatCouldNeverBeDeliveredIsReported() {
        String schema = Probeschema.schema(
                feld("1:1", "F05999000001", "Fest", "text").art("locked", "Antrag \u2013 Hund"),
                feld("1:1", "F05999000002", "Verborgen", "text_latin").art("hidden", "\u03a9"),
                feld("1:1", "F05999000003", "Wahl", "text").werte("1", "\ud83d\udc36"),
                feld("1:1", "F05999000004", "Zerlegt", "text").art("locked", "Mu\u0308ller \u03a9"),
                feld("1:1", "F05999000005", "Vorschlag", "text").art("input", "a \u2013 b"));

        FormularBauer.Ergebnis ergebnis = new Probedienst("", schema).baue(true);

        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme())
                .extracting(Problem::code, p -> p.stelle().pfad(), Problem::meldung)
                .containsExactlyInAnyOrder(
                        tuple(
                                FormFehler.ZEICHEN,
                                "F05999000001",
                                "OZG-ZEICHEN-0012 an Zeichen 8 des vorgegebenen Werts."),
                        tuple(
                                FormFehler.ZEICHEN,
                                "F05999000002",
                                "OZG-ZEICHEN-0010 an Zeichen 1 des vorgegebenen Werts."),
                        tuple(
                                FormFehler.ZEICHEN,
                                "F05999000003",
                                "OZG-ZEICHEN-0002 an Zeichen 1 des vorgegebenen Werts."));
    }

    @Test
    void aPathOfNoElementIsReported() {
        Probedienst dienst = new Probedienst(
                """
                seiten:
                  - id: eins
                    titel: Eins
                    sichtbar_wenn:
                      feld: F99999999999
                      gleich: ja
                    felder:
                      - G05999000001
                      - G05999000001.F05999000003
                felder:
                  G99999999998:
                    hilfe: Keine
                """,
                SCHEMA);

        meldet(
                dienst,
                tuple(FormFehler.PFAD_UNBEKANNT, dienst.zeile("feld: F99999999999")),
                tuple(FormFehler.PFAD_UNBEKANNT, dienst.zeile("G05999000001.F05999000003")),
                tuple(FormFehler.PFAD_UNBEKANNT, dienst.zeile("hilfe: Keine")));
    }

    @Test
    void aPathOfSeveralElementsIsReported() {
        Probedienst dienst = new Probedienst(
                """
                felder:
                  F05999000001:
                    hilfe: Welches?
                  G05999000001.F05999000001:
                    hilfe: Dieses.
                """,
                SCHEMA);

        meldet(dienst, tuple(FormFehler.PFAD_MEHRDEUTIG, dienst.zeile("hilfe: Welches?")));
        assertThat(dienst.baue(true).probleme().get(0).meldung())
                .contains("G05999000001.F05999000001", "G05999000002.F05999000001");
    }

    @Test
    void anElementOnTwoPagesIsReported() {
        Probedienst dienst = new Probedienst(
                """
                seiten:
                  - id: eins
                    titel: Eins
                    felder:
                      - G05999000001.F05999000002
                      - G05999000002
                  - id: zwei
                    titel: Zwei
                    felder:
                      - F05999000002 # noch einmal
                      - G05999000001 # enthaelt es
                      - G05999000002.F05999000001 # steht darin
                      - G05999000003
                """,
                SCHEMA);

        meldet(
                dienst,
                tuple(FormFehler.DOPPELT_PLATZIERT, dienst.zeile("noch einmal")),
                tuple(FormFehler.DOPPELT_PLATZIERT, dienst.zeile("enthaelt es")),
                tuple(FormFehler.DOPPELT_PLATZIERT, dienst.zeile("steht darin")));
    }

    @Test
    void partsOfWhatCannotBeDividedAreReported() {
        Probedienst dienst = new Probedienst(
                """
                seiten:
                  - id: eins
                    titel: Eins
                    felder:
                      - G05999000001
                      - F05999000003
                      - F05999000004
                """,
                SCHEMA);

        meldet(
                dienst,
                tuple(FormFehler.NICHT_TEILBAR, dienst.zeile("- F05999000003")),
                tuple(FormFehler.NICHT_TEILBAR, dienst.zeile("- F05999000004")));
    }

    @Test
    void anIncompletePageIsReported() {
        Probedienst dienst = new Probedienst(
                """
                seiten:
                  - id: leer
                    titel: Leer
                  - id: Gross
                    titel: Falsche Kennung
                    felder: [G05999000001]
                  - id: zweimal
                    titel: Erste
                    felder: [G05999000002]
                  - id: zweimal # die zweite
                    titel: Zweite
                    felder: [G05999000003]
                  - id: ohne-titel
                    felder: [G05999000004]
                """,
                SCHEMA);

        meldet(
                dienst,
                tuple(FormFehler.SEITE, dienst.zeile("id: leer")),
                tuple(ConfigFehler.FALSCHER_WERT, dienst.zeile("id: Gross")),
                tuple(ConfigFehler.FALSCHER_WERT, dienst.zeile("die zweite")),
                tuple(ConfigFehler.PFLICHT_FEHLT, dienst.zeile("id: ohne-titel")));
    }

    @Test
    void aFormWithoutAnyElementHasNoPage() {
        Probedienst dienst = new Probedienst("", Probeschema.schema());

        meldet(dienst, tuple(FormFehler.SEITE, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{feld: F05999000002}",
                "{feld: F05999000002, gleich: []}",
                "{feld: F05999000002, ausgefuellt: nein}",
                "{nicht: {feld: F05999000002}}",
                "{alle: [{feld: F05999000002, ausgefuellt: ja}, {feld: F05999000002}]}",
                "{eine: [{feld: F05999000002}]}"
            })
    void aConditionThatSaysNothingIsReported(String bedingung) {
        Probedienst dienst =
                new Probedienst("felder:\n  F05999000003:\n    sichtbar_wenn: " + bedingung + "\n", SCHEMA);

        meldet(dienst, tuple(FormFehler.BEDINGUNG, dienst.zeile("sichtbar_wenn")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{feld: F05999000002, gleich: a, verneint: ja}",
                "{nicht: {feld: F05999000002, gleich: a}, verneint: ja}",
                "{alle: [{feld: F05999000002, gleich: a}], verneint: ja}",
                "{eine: [{feld: F05999000002, gleich: a, verneint: ja}]}"
            })
    void aKeyThatAConditionDoesNotKnowIsReported(String bedingung) {
        Probedienst dienst =
                new Probedienst("felder:\n  F05999000003:\n    sichtbar_wenn: " + bedingung + "\n", SCHEMA);

        meldet(dienst, tuple(ConfigFehler.UNBEKANNT, dienst.zeile("verneint")));
    }

    @Test
    void numbersOfAConditionAreChecked() {
        Probedienst dienst = new Probedienst(
                "felder:\n  F05999000003:\n    sichtbar_wenn:\n      feld: F05999000002\n      juenger_als: 151\n",
                SCHEMA);

        meldet(
                dienst,
                tuple(ConfigFehler.FALSCHER_WERT, dienst.zeile("juenger_als")),
                tuple(FormFehler.BEDINGUNG, dienst.zeile("feld: F05999000002")));
    }

    @Test
    void everyCodeHasItsOwnNumber() {
        assertThat(FormFehler.values())
                .extracting(FormFehler::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("OZG-FORM-00\\d\\d"));
    }

    @Test
    void aLockedFieldThatIsDemandedAndEmptyIsWarnedOfUntilDienstYamlFillsIt() {
        String schema = Probeschema.schema(
                feld("1:1", "F05999000001", "Gesperrt", "text").art("locked", ""),
                feld("1:1", "F05999000002", "Verborgen", "text").art("hidden", ""),
                feld("1:1", "F05999000003", "Voll", "text").art("locked", "Inhalt"),
                feld("0:1", "F05999000004", "Freiwillig", "text").art("locked", ""),
                feld("1:1", "F05999000005", "Gefragt", "text"));
        FormularBauer.Ergebnis ohne = new Probedienst("", schema).baue(true);
        String inhalt = "berechnungen: {F05999000001: '\"entfällt\"', F05999000002: '\"entfällt\"'}\n";

        assertThat(ohne.formular()).isPresent();
        assertThat(ohne.probleme())
                .extracting(Problem::code, Problem::schwere, p -> p.stelle().pfad())
                .containsExactly(
                        tuple(FormFehler.FEST_OHNE_INHALT, Schwere.WARNUNG, "F05999000001"),
                        tuple(FormFehler.FEST_OHNE_INHALT, Schwere.WARNUNG, "F05999000002"));
        assertThat(new Probedienst(inhalt, schema).baue(true).probleme()).isEmpty();
    }
}
