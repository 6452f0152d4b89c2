/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.zeichen.ZeichenFehler;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own messages of XBau, right and wrong, beside Schematron as the oracle. */
class XbauTest {

    private static final String ANTRAG = "xbau-2.6-0200-bauantrag";

    private static Nachrichtenpruefung pruefung;
    private static Schematron regeln;
    private static Schematron leere;

    @BeforeAll
    static void uebersetze() {
        pruefung = XoevDaten.pruefung(XoevDaten.xbau(), Versionspolitik.WARNEN);
        regeln = Schematron.aus(XoevDaten.ordner("xbau-2.6").resolve("xbau-schematron.sch"));
        leere = Schematron.aus(XoevDaten.ordner("xbau-2.6").resolve("xbau-schematron-leere-elemente.sch"));
    }

    /** The own sample invents the code 01100; the installed list has 0100. */
    private static String beispiel(String name) {
        return XoevDaten.lies(XoevDaten.ordner("samples").resolve(name + ".own.xml"))
                .replace("<code>01100</code>", "<code>0100</code>");
    }

    private static Set<String> orakel(String xml) {
        Set<String> ids = new TreeSet<>(regeln.regeln(xml));
        ids.addAll(leere.regeln(xml));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {ANTRAG, "xbau-kernmodul-1200-sondernutzung", "xbau-kernmodul-1120-eingangsbestaetigung"})
    void goodMessagesPassTheChainAndSchematron(String name) {
        String xml = beispiel(name);

        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, xml);

        assertThat(ergebnis).as(ergebnis.alsText()).isInstanceOf(Pruefergebnis.Angenommen.class);
        assertThat(ergebnis.bericht().schritte().values()).doesNotContain(Pruefschritt.Stand.NICHT_AUSGEFUEHRT);
        assertThat(orakel(xml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"neg-schematron-kennung-0200", "neg-schematron-leeres-element-0200"})
    void schematronNegativesFailWithTheRuleThatSchematronNames(String name) {
        String xml = beispiel(name);

        Set<String> orakel = orakel(xml);

        assertThat(orakel).hasSize(1);
        assertThat(XoevDaten.regeln(XoevDaten.pruefe(pruefung, xml))).containsExactlyElementsOf(orakel);
    }

    @ParameterizedTest
    @CsvSource({"neg-greek, ANDERER_ZEICHENSATZ", "neg-emoji, EMOJI", "neg-nfd, NICHT_NFC", "neg-control, UNSICHTBAR"})
    void wrongCharactersFailWithTheirReason(String name, ZeichenFehler grund) {
        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, beispiel(name));

        assertThat(ergebnis).isInstanceOf(Pruefergebnis.Abgelehnt.class);
        assertThat(ergebnis.bericht().befunde())
                .filteredOn(b -> b.problem().istFehler())
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.problem().code()).isEqualTo(grund);
                    assertThat(b.regel()).isEqualTo("din-91379-2022-08-c");
                });
    }

    @Test
    void theInventedCodeOfTheSampleIsFoundByTheListAlone() {
        String xml = XoevDaten.lies(XoevDaten.ordner("samples").resolve(ANTRAG + ".own.xml"));

        assertThat(XoevDaten.regeln(XoevDaten.pruefe(pruefung, xml)))
                .containsExactly(CodelisteFehler.UNBEKANNTER_CODE.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leser and autor|kop:05913000|KOP:1|sch-xbau-002",
                "key without digits|bab:05913000|bab:|sch-xbau-001",
                "two letters, as the list of prefixes has one|bab:05913000|ag:05913000|sch-xbau-001",
                "a letter behind the key|bab:05913000|bab:05913000x|sch-xbau-001",
                "blank name|Stadt Dortmund, Bauordnungsamt| &#9; |sch-xbau-gen-001"
            })
    void theHeaderRulesAgreeWithSchematron(String was, String alt, String neu, String regel) {
        String xml = beispiel(ANTRAG).replace(alt, neu);
        Set<String> erwartet = Set.of(regel);

        assertThat(orakel(xml)).isEqualTo(erwartet);
        assertThat(XoevDaten.regeln(XoevDaten.pruefe(pruefung, xml))).containsExactlyElementsOf(erwartet);
    }

    @ParameterizedTest
    @CsvSource({
        "version=\"2.6\", version=\"2.5\", OZG-PRUEFUNG-0004",
        "standard=\"XBau-Hochbau\", standard=\"XBau\", OZG-PRUEFUNG-0004",
        "produkt=\"OZG-SDK\", produkt=\"\uD83D\uDE00\", OZG-ZEICHEN-0002",
        "xbau/2/6, xbau/2/5, OZG-PRUEFUNG-0002"
    })
    void whatTheRootSaysOfItself(String alt, String neu, String code) {
        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, beispiel(ANTRAG).replace(alt, neu));

        assertThat(ergebnis.bericht().befunde())
                .filteredOn(b -> b.problem().istFehler())
                .extracting(b -> b.problem().code().code())
                .containsExactly(code);
    }

    @Test
    void aMessageOfAStandardWithoutSchemaIsNotJudged() {
        String xml = XoevDaten.lies(
                XoevDaten.ordner("xbeteiligung").resolve("xbeteiligung-1.2-kommunal.Initiieren.0401.xml"));

        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, xml);

        assertThat(ergebnis).isInstanceOf(Pruefergebnis.NichtPruefbar.class);
        assertThat(XoevDaten.regeln(ergebnis)).containsExactly(PruefungFehler.SCHEMA_FEHLT.code());
    }

    @Test
    void rulesOfTheStandardWaitForTheSchema() {
        String xml =
                beispiel("neg-schematron-kennung-0200").replace("<xbau:gegenstand>", "<xbau:fremd/><xbau:gegenstand>");

        Pruefbericht bericht = XoevDaten.pruefe(pruefung, xml).bericht();

        assertThat(bericht.schritte()).containsEntry(Pruefschritt.FACHREGELN, Pruefschritt.Stand.NICHT_AUSGEFUEHRT);
        assertThat(bericht.befunde()).noneMatch(b -> b.schritt() == Pruefschritt.FACHREGELN);
    }
}
