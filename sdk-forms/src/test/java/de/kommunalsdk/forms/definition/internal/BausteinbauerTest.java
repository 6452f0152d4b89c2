/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.config.ConfigFehler;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Bedingung.Alle;
import de.kommunalsdk.forms.definition.Bedingung.Ausgefuellt;
import de.kommunalsdk.forms.definition.Bedingung.Eine;
import de.kommunalsdk.forms.definition.Bedingung.Gleich;
import de.kommunalsdk.forms.definition.Bedingung.JuengerAls;
import de.kommunalsdk.forms.definition.Bedingung.Kleiner;
import de.kommunalsdk.forms.definition.Bedingung.Nicht;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen;
import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Fundstellen;
import de.kommunalsdk.xdatenfelder.Metadaten;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BausteinbauerTest {

    private static final String F1 = "F05999000101";
    private static final String F2 = "F05999000102";
    private static final String G1 = "G05999000101";

    private static Feld feld(Probeschema.Feldteil teil, String overlay) {
        Formular formular = new Probedienst(overlay, Probeschema.schema(teil)).formular();
        return (Feld) formular.seiten().get(0).bausteine().get(0);
    }

    private static Probeschema.Feldteil feld(String typ) {
        return Probeschema.feld("0:1", F1, "Feld", typ);
    }

    @ParameterizedTest
    @CsvSource({
        "text,ZEILE",
        "text_latin,ZEILE",
        "date,DATUM",
        "time,UHRZEIT",
        "datetime,ZEITPUNKT",
        "bool,JA_NEIN",
        "num,ZAHL",
        "num_int,GANZZAHL",
        "num_currency,GELD",
        "file,DATEI",
        "obj,DATEI"
    })
    void theTypeSaysHowAFieldIsAsked(String typ, Anzeige anzeige) {
        assertThat(feld(feld(typ), "").anzeige()).isEqualTo(anzeige);
    }

    @Test
    void longTextsHaveLinesAndLongListsAreFolded() {
        assertThat(feld(feld("text").grenzen("maxLength='255'"), "").anzeige()).isEqualTo(Anzeige.ZEILE);
        assertThat(feld(feld("text").grenzen("maxLength='256'"), "").anzeige()).isEqualTo(Anzeige.MEHRZEILIG);
        assertThat(feld(feld("text").werte("1", "2", "3", "4", "5", "6", "7"), "")
                        .anzeige())
                .isEqualTo(Anzeige.RADIO);
        assertThat(feld(feld("num_int").werte("1", "2", "3", "4", "5", "6", "7", "8"), "")
                        .anzeige())
                .isEqualTo(Anzeige.AUSWAHL);
        assertThat(feld(feld("date").art("locked", "2026-01-01"), "").anzeige()).isEqualTo(Anzeige.FEST);
    }

    @Test
    void anInputWithValuesIsASelectAsInItsXsd() {
        String werte = "<x:werte><x:wert><x:code>1</x:code><x:name>Eins</x:name></x:wert></x:werte>";
        for (String typ : List.of("text", "num_int", "date", "bool")) {
            assertThat(feld(feld(typ).mit(werte), "").anzeige()).as(typ).isEqualTo(Anzeige.RADIO);
        }
        assertThat(feld(feld("file").werte("1"), "").anzeige()).isEqualTo(Anzeige.DATEI);
        assertThat(feld(feld("text").mit(werte).art("locked", "1"), "").anzeige())
                .isEqualTo(Anzeige.FEST);
    }

    @Test
    void anInputWithACodeListNeedsItAsASelectDoes() {
        Probedienst dienst = new Probedienst(
                "",
                Probeschema.schema(feld("text").liste("urn:de:beispiel:staat").art("input", "")));

        assertThat(dienst.baue(false).probleme()).extracting(Problem::code).containsExactly(FormFehler.CODELISTE_FEHLT);
        Formular test = dienst.baue(true).formular().orElseThrow();
        Feld feld = (Feld) test.seiten().get(0).bausteine().get(0);
        assertThat(feld.anzeige()).isEqualTo(Anzeige.RADIO);
        assertThat(feld.werte()).hasSize(3);
    }

    @Test
    void aCodeThatIsNotItsOwnNormalFormCouldNeverBeChosen() {
        assertThat(feld(feld("text").werte("\u00fc", "a b"), "").werte()).hasSize(2);
        for (String code : List.of("u\u0308", "a\u030a")) {
            assertThat(new Probedienst("", Probeschema.schema(feld("text").werte("a", code)))
                            .baue(true)
                            .probleme())
                    .as("%s", code)
                    .extracting(Problem::code, p -> p.stelle().pfad())
                    .containsExactly(tuple(FormFehler.ZEICHEN, F1));
        }
    }

    @Test
    void theSchemaSpeaksWhenTheOverlayIsSilent() {
        Feld still = feld(
                feld("file")
                        .mit("<x:bezeichnungEingabe>Nachweis</x:bezeichnungEingabe>")
                        .mit("<x:hilfetextEingabe>Als PDF</x:hilfetextEingabe>"),
                "");

        assertThat(still.beschriftung()).isEqualTo("Nachweis");
        assertThat(still.hilfe()).isEqualTo("Als PDF");
        assertThat(still.beispiel()).isEmpty();
        assertThat(still.autocomplete()).isEmpty();
        assertThat(still.maxBytes()).isEqualTo(10L << 20);
        assertThat(still.medientypen()).containsExactly("application/pdf", "image/jpeg", "image/png");
        assertThat(still.anzahl()).isEqualTo(Anzahl.lies("0:1"));
        assertThat(feld(feld("text"), "").beschriftung()).isEqualTo("Feld");
    }

    @Test
    void theOverlaySaysItInItsOwnWords() {
        Probedienst dienst = new Probedienst(
                """
                felder:
                  F05999000101:
                    beschriftung: Ihr Name
                    hilfe: Wie im Ausweis
                    beispiel: Erika
                    autocomplete: given-name
                    sichtbar_wenn: {feld: F05999000102, ausgefuellt: ja}
                    pflicht_wenn: {feld: F05999000102, gleich: [a, b]}
                  G05999000101: {beschriftung: Person, hilfe: Wer stellt den Antrag?}
                """,
                Probeschema.schema(
                        gruppe("1:1", G1, "Gruppe", feld("text"), Probeschema.feld("0:1", F2, "Anderes", "text"))));
        Gruppe gruppe = dienst.formular().gruppen().get(G1);
        Feld feld = (Feld) gruppe.kinder().get(0);

        assertThat(feld.beschriftung()).isEqualTo("Ihr Name");
        assertThat(feld.hilfe()).isEqualTo("Wie im Ausweis");
        assertThat(feld.beispiel()).isEqualTo("Erika");
        assertThat(feld.autocomplete()).isEqualTo("given-name");
        assertThat(feld.sichtbarWenn()).contains(new Ausgefuellt(G1 + "." + F2));
        assertThat(feld.pflichtWenn()).contains(new Gleich(G1 + "." + F2, List.of("a", "b")));
        assertThat(gruppe.titel()).isEqualTo("Person");
        assertThat(gruppe.hilfe()).isEqualTo("Wer stellt den Antrag?");
    }

    @ParameterizedTest
    @CsvSource({"'',3,3145728", "'',20,20971520", "1000000,3,1000000", "5000000,3,3145728", "0,'',10485760"})
    void theSmallerLimitOfAFileHolds(String schema, String overlay, long bytes) {
        Probeschema.Feldteil teil =
                schema.isEmpty() ? feld("file") : feld("file").mit("<x:maxSize>" + schema + "</x:maxSize>");

        assertThat(feld(teil, overlay.isEmpty() ? "" : "felder:\n  " + F1 + ": {max_mb: " + overlay + "}\n")
                        .maxBytes())
                .isEqualTo(bytes);
    }

    @Test
    void everyKindOfConditionIsRead() {
        assertThat(bedingung("{feld: F05999000101, gleich: ja}")).isEqualTo(new Gleich(F1, List.of("ja")));
        assertThat(bedingung("{feld: F05999000101, ausgefuellt: ja}")).isEqualTo(new Ausgefuellt(F1));
        assertThat(bedingung("{feld: F05999000101, kleiner: -5}")).isEqualTo(new Kleiner(F1, BigDecimal.valueOf(-5)));
        assertThat(bedingung("{feld: F05999000101, juenger_als: 18}")).isEqualTo(new JuengerAls(F1, 18));
        Bedingung a = new Gleich(F1, List.of("a"));
        assertThat(bedingung("{nicht: {feld: F05999000101, gleich: a}}")).isEqualTo(new Nicht(a));
        assertThat(bedingung("{alle: [{feld: F05999000101, gleich: a}, {nicht: {feld: F05999000101, gleich: a}}]}"))
                .isEqualTo(new Alle(List.of(a, new Nicht(a))));
        assertThat(bedingung("{eine: [{feld: F05999000101, gleich: a}]}")).isEqualTo(new Eine(List.of(a)));
    }

    private static Bedingung bedingung(String yaml) {
        return feld(feld("text"), "felder:\n  " + F1 + ":\n    pflicht_wenn: " + yaml + "\n")
                .pflichtWenn()
                .orElseThrow();
    }

    @Test
    void aKeyThatDoesNotExistIsReportedWithTheOneThatIsMeant() {
        Probedienst dienst = new Probedienst(
                """
                felder:
                  F05999000101:
                    beschrftung: Name
                    max_mb: 500
                """,
                Probeschema.schema(feld("text")));
        FormularBauer.Ergebnis ergebnis = dienst.baue(true);

        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme())
                .extracting(Problem::code, p -> p.stelle().zeile())
                .containsExactlyInAnyOrder(
                        tuple(ConfigFehler.UNBEKANNT, dienst.zeile("beschrftung")),
                        tuple(ConfigFehler.FALSCHER_WERT, dienst.zeile("max_mb")));
        assertThat(ergebnis.probleme().get(0).meldung()).contains("beschriftung");
    }

    @Test
    void aMissingCodeListIsReplacedInTestModeOnly() {
        Probedienst dienst = new Probedienst(
                "",
                Probeschema.schema(
                        feld("text").liste("urn:de:beispiel:staat"),
                        Probeschema.feld("0:1", F2, "Auch", "text").liste("urn:de:beispiel:staat"),
                        Probeschema.feld("0:1", "F05999000103", "Eigene", "text")
                                .liste("urn:de:beispiel:eigene")
                                .mit("<x:werte><x:wert><x:code>1</x:code><x:name>Eins</x:name></x:wert></x:werte>"),
                        Probeschema.feld("0:1", "F05999000104", "Ohne", "text").art("select", "")));

        FormularBauer.Ergebnis produktion = dienst.baue(false);
        assertThat(produktion.formular()).isEmpty();
        assertThat(produktion.probleme())
                .extracting(Problem::code, p -> p.stelle().datei())
                .containsOnly(tuple(FormFehler.CODELISTE_FEHLT, "probe/probe.xdf3.xml"))
                .hasSize(3);
        assertThat(produktion.probleme().get(0).meldung()).contains(F1, "urn:de:beispiel:staat");

        FormularBauer.Ergebnis test = dienst.baue(true);
        assertThat(test.probleme()).isEmpty();
        Formular formular = test.formular().orElseThrow();
        assertThat(formular.synthetischeCodelisten()).containsExactly("urn:de:beispiel:staat", "F05999000104");
        List<Datenfeld.Wert> werte =
                ((Feld) formular.seiten().get(0).bausteine().get(0)).werte();
        assertThat(werte).hasSize(3).allMatch(w -> w.name().startsWith("SYNTHETISCH: "));
        assertThat(((Feld) formular.seiten().get(0).bausteine().get(2)).werte())
                .extracting(Datenfeld.Wert::name)
                .containsExactly("Eins");
    }

    /** XDF3 files with such a pattern are refused as a whole before, so the schema is made by hand here. */
    @Test
    void aPatternThatCannotBeCheckedIsAWarning() {
        Datenfeld feld = new Datenfeld(
                F1,
                "1.0.0",
                "Feld",
                "Feld",
                "Feld",
                "",
                "",
                Metadaten.KEINE,
                Optional.empty(),
                Datenfeld.Feldart.INPUT,
                Datenfeld.Datentyp.TEXT,
                new Praezisierung(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "", "(?=a)b"),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Datenfeld.Spalten.KEINE,
                Optional.empty(),
                List.of(),
                List.of());
        Stammdatenschema schema = new Stammdatenschema(
                "3.0.0",
                "S05999000902",
                "1.0.0",
                "Probe",
                "Probe",
                "",
                Metadaten.KEINE,
                Ableitungsmodifikationen.KEINE,
                Optional.empty(),
                List.of(),
                List.of(new Struktur(Anzahl.lies("0:1"), List.of(), feld)));
        var dienst = new Probedienst("", Probeschema.schema(feld("text"))).dienst();
        List<Problem> probleme = new ArrayList<>();
        Fundstellen stellen = new Fundstellen("probe", new IdentityHashMap<>());

        Bausteinbauer bauer = new Bausteinbauer(
                dienst,
                dienst.wurzel().meldetAn(probleme),
                schema,
                stellen,
                new Auswahlwerte(dienst, stellen, CodelistenStore.leer(), false, probleme),
                probleme);

        assertThat(((Feld) bauer.bei(F1)).muster()).isEmpty();
        assertThat(probleme)
                .extracting(Problem::code, Problem::schwere, p -> p.stelle().pfad())
                .containsExactly(tuple(FormFehler.MUSTER, Schwere.WARNUNG, F1));
    }
}
