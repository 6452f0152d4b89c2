/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.error.Problem.Schwere;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official messages of XSchule 1.2 with their schemas and lists, and what goes wrong when one thing is changed. */
class XschuleTest {

    private static final String BEISPIELE = "xschule-1.2-ccby/xml";

    /** What the messages refer to and the standard does not bring along; the schema does not enumerate them either. */
    private static final Set<String> FREMDE_LISTEN = Set.of(
            "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:kreis_2025-03-31",
            "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags_2025-11-30",
            "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staatsangehoerigkeit_2024-08-01",
            "urn:de:dsmeld:schluesseltabelle:gesetzlicher.vertreter_3",
            "urn:xbildung-de:coe-int:codeliste:languagereference_20230628-0",
            "urn:xbildung-de:publicationsoffice-eu:codeliste:eqf_20230118-0",
            "urn:xbildung-de:publicationsoffice-eu:codeliste:language_20240925-0",
            "urn:xoev-de:xinneres:codeliste:geschlecht_1");

    private static Nachrichtenpruefung pruefung;
    private static Nachrichtenpruefung streng;

    @BeforeAll
    static void uebersetze() {
        Schemasatz satz = XoevDaten.xschule();
        assertThat(satz.probleme()).isEmpty();
        pruefung = XoevDaten.pruefung(satz, Versionspolitik.WARNEN);
        streng = XoevDaten.pruefung(satz, Versionspolitik.STRENG);
    }

    @Test
    void everyOfficialMessagePassesAndOnlyListsOfOthersAreOpen() {
        List<Path> dateien = XoevDaten.dateien(BEISPIELE);
        assertThat(dateien).hasSize(5);
        Set<String> offene = dateien.stream()
                .map(XschuleTest::angenommen)
                .flatMap(b -> b.befunde().stream())
                .peek(b -> assertThat(b.problem().code()).isEqualTo(CodelisteFehler.LISTE_FEHLT))
                .peek(b -> assertThat(b.problem().schwere()).isEqualTo(Schwere.WARNUNG))
                .map(b -> b.problem().meldung().split(": ", 2)[0])
                .collect(Collectors.toSet());
        assertThat(offene).isEqualTo(FREMDE_LISTEN);
    }

    private static Pruefbericht angenommen(Path datei) {
        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, XoevDaten.lies(datei));
        assertThat(ergebnis).as(ergebnis.alsText()).isInstanceOf(Pruefergebnis.Angenommen.class);
        assertThat(ergebnis.bericht().schritte().values()).doesNotContain(Pruefschritt.Stand.NICHT_AUSGEFUEHRT);
        return ergebnis.bericht();
    }

    @Test
    void withoutItsListsOnlyWhatTheSchemaEnumeratesIsKnown() {
        Nachrichtenpruefung ohne = Nachrichtenpruefung.fuer(XoevDaten.xschule())
                .codelisten(CodelistenStore.leer(), Versionspolitik.STRENG)
                .baue();
        String abitur = XoevDaten.lies(XoevDaten.ordner(BEISPIELE).resolve("XSchule_Abiturzeugnis_NW_01.xml"));

        assertThat(XoevDaten.pruefe(ohne, abitur).bericht().befunde())
                .anyMatch(b -> b.problem().meldung().contains("schluessel:bundesland_2010-04-01"))
                .noneMatch(b -> b.problem().meldung().contains("codeliste:artderpruefung"));
    }

    @Test
    void strictPolicyRejectsWhatIsNotInstalled() {
        String xml = XoevDaten.lies(XoevDaten.dateien(BEISPIELE).get(1));

        assertThat(XoevDaten.regeln(XoevDaten.pruefe(streng, xml))).containsExactly(CodelisteFehler.LISTE_FEHLT.code());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what | samples that hold the pattern | pattern | replacement | rule ids that reject, in the order
                // found
                "unknown code of an enumeration|5|jahrgangsstufe/\\w|jahrgangsstufe/x$0|cvc-enumeration-valid,OZG-CODELISTE-0020",
                "unknown code of a list only|1|(?s)(<xsc:bundesland .*?<code>)05|$199|OZG-CODELISTE-0020",
                "label in place of the code|1|(?s)(<xsc:bundesland .*?<code>)05|$1Nordrhein-Westfalen|OZG-CODELISTE-0020",
                "fixed list version changed|1|<xsc:aufgabenfeld>\\s*<xsc:code>|<xsc:aufgabenfeld><xsc:code listVersionID=\"9.9\">|cvc-complex-type.3.1",
                "list version missing|5|<xsc:(\\w+) listVersionID=\"[^\"]*\">|<xsc:$1>|cvc-complex-type.4,OZG-PRUEFUNG-0006",
                "list version empty|5|<xsc:(\\w+) listVersionID=\"[^\"]*\">|<xsc:$1 listVersionID=\"\">|OZG-PRUEFUNG-0006",
                "code child missing|5|(<xsc:jahrgangsstufe>\\s*)<code>[^<]*</code>|$1|cvc-complex-type.2.4.b,OZG-PRUEFUNG-0007",
                "code child in the namespace|5|(<xsc:jahrgangsstufe>\\s*)<code>([^<]*)</code>|$1<xsc:code>$2</xsc:code>|cvc-complex-type.2.4.a",
                "required element removed|5|(?s)<xsc:nameNatuerlichePerson>.*?</xsc:nameNatuerlichePerson>||cvc-complex-type.2.4.a",
                "required element in the middle removed|2|(?s)<xsc:schulbesuch>.*</xsc:schulbesuch>||cvc-complex-type.2.4.a",
                "last required element removed|2|(?s)<xsc:schule>.*</xsc:schule>(?=\\s*</xsc:schueler.schulbescheinigung)||cvc-complex-type.2.4.b",
                "empty element|5|<xsc:strasse>[^<]*<|<xsc:strasse><|OZG-PRUEFUNG-0007",
                "element of blanks|5|<xsc:strasse>[^<]*<|<xsc:strasse> &#9;&#10;<|OZG-PRUEFUNG-0007",
                "NFD|5|(<xsc:familienname>\\s*<xsc:name>)|$1u\u0308|din-91379-2022-08-c",
                "emoji|5|(<xsc:familienname>\\s*<xsc:name>)|$1\uD83D\uDE00|din-91379-2022-08-c",
                "control character allowed in XML|5|(<xsc:familienname>\\s*<xsc:name>)|$1&#x85;|din-91379-2022-08-c",
                "control character not allowed in XML|5|(<xsc:familienname>\\s*<xsc:name>)|$1&#x1;|OZG-XML-0001",
                "Cyrillic|5|(<xsc:familienname>\\s*<xsc:name>)|$1Ш|din-91379-2022-08-c",
                "wrong date|5|<xbd:gueltigkeitsdatum>[^<]*<|<xbd:gueltigkeitsdatum>01.09.2008<|cvc-datatype-valid.1.2.1",
                "element of another namespace|5|<xsc:strasse>[^<]*</xsc:strasse>|<xbd:strasse>Weg</xbd:strasse>|cvc-complex-type.2.4.a",
                "unknown element|5|<xbd:titel>|<xbd:untertitel>x</xbd:untertitel><xbd:titel>|cvc-complex-type.2.4.a",
                "unknown attribute|5|<xbd:titel>|<xbd:titel gibtsnicht=\"1\">|cvc-complex-type.3.2.2",
                "element twice|5|(<xbd:titel>[^<]*</xbd:titel>)|$1$1|cvc-complex-type.2.4.a",
                "text between elements|5|<xsc:schueler>|<xsc:schueler>hier|cvc-complex-type.2.3",
                "text in place of an unlisted value|4|(<xsc:schulform>\\s*<xsc:code>\\s*<code>[^<]*</code>\\s*</xsc:code>)|$1<xsc:nichtGelisteterWert>x</xsc:nichtGelisteterWert>|XSC-1000-0014-WNIL_AdS",
                "Abitur course without its subject|1|(?s)(<xsc:kurs>\\s*<xsc:bezeichnung>[^<]*</xsc:bezeichnung>)\\s*<xsc:fach.*?</xsc:fach>|$1|XSC-0002-0100-MUSS-Kurs-Pruefung-AbiturfachDigital",
            })
    void oneChangeOneRule(String was, int anzahl, String muster, String ersatz, String regeln) {
        Map<String, List<String>> gefunden = new TreeMap<>();
        for (Path datei : XoevDaten.dateien(BEISPIELE)) {
            String xml = XoevDaten.lies(datei);
            String veraendert = xml.replaceFirst(muster, ersatz == null ? "" : ersatz);
            if (!veraendert.equals(xml)) {
                Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, veraendert);
                assertThat(ergebnis).as(datei.toString()).isInstanceOf(Pruefergebnis.Abgelehnt.class);
                assertThat(ergebnis.bericht().befunde())
                        .filteredOn(b -> b.problem().istFehler())
                        .allMatch(b -> b.problem().stelle().zeile() > 0);
                gefunden.put(String.valueOf(datei.getFileName()), XoevDaten.regeln(ergebnis));
            }
        }
        assertThat(gefunden).hasSize(anzahl);
        assertThat(gefunden).allSatisfy((datei, ids) -> assertThat(ids).containsExactly(regeln.split(",")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "list that is not installed, urn:gibt:es:nicht, 1.0, OZG-CODELISTE-0018",
        "version that is not installed, urn:xschule-digital:xschule:codeliste:anforderungsniveau, 7.7, OZG-CODELISTE-0019"
    })
    void aReferenceThatLeadsNowhereIsRejectedByTheStrictPolicyOnly(
            String was, String urn, String version, String code) {
        String xml = XoevDaten.lies(XoevDaten.ordner(BEISPIELE).resolve("XSchule_Abiturzeugnis_NW_01.xml"))
                .replaceFirst(
                        "listURI=\"urn:xschule-digital:xschule:codeliste:anforderungsniveau\"\\s*listVersionID=\"1.0\"",
                        "listURI=\"" + urn + "\" listVersionID=\"" + version + "\"");
        assertThat(an(XoevDaten.pruefe(streng, xml), "/anforderungsniveau", Schwere.FEHLER))
                .containsExactly(code);
        assertThat(an(XoevDaten.pruefe(pruefung, xml), "/anforderungsniveau", Schwere.FEHLER))
                .isEmpty();
        assertThat(an(XoevDaten.pruefe(pruefung, xml), "/anforderungsniveau", Schwere.WARNUNG))
                .containsExactly(code);
    }

    private static List<String> an(Pruefergebnis ergebnis, String ende, Schwere schwere) {
        return ergebnis.bericht().befunde().stream()
                .filter(b -> b.problem().stelle().pfad().endsWith(ende)
                        && b.problem().schwere() == schwere)
                .map(Befund::regel)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "other version|http://xschule.digital/def/xschule/1.2/xsd|http://xschule.digital/def/xschule/1.1/xsd|OZG-PRUEFUNG-0002",
                "other namespace|http://xschule.digital/def/xschule/1.2/xsd|urn:example:anders|OZG-PRUEFUNG-0001",
                "unknown message|schueler.schulbescheinigung.0004|schueler.schulbescheinigung.0009|OZG-PRUEFUNG-0003"
            })
    void aMessageWithoutSchemaIsNotJudged(String was, String alt, String neu, String code) {
        String xml = XoevDaten.lies(XoevDaten.dateien(BEISPIELE).get(1)).replace(alt, neu);

        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, xml);

        assertThat(ergebnis).isInstanceOf(Pruefergebnis.NichtPruefbar.class);
        assertThat(XoevDaten.regeln(ergebnis)).containsExactly(code);
        assertThat(ergebnis.bericht().schema()).isEmpty();
    }

    @Test
    void theElementThatMayBeEmptyMayBeEmpty() {
        String xml = XoevDaten.lies(XoevDaten.ordner(BEISPIELE).resolve("XSchule_Schulbescheinigung_01.xml"))
                .replaceFirst(
                        "(<xsc:schulform>\\s*<xsc:code>\\s*<code>)[^<]*(</code>\\s*</xsc:code>)",
                        "$1http://xbildung.de/def/kmk/1.0/code/artderschule/~wert_nicht_in_liste$2"
                                + "<xsc:nichtGelisteterWert/>");

        assertThat(XoevDaten.regeln(XoevDaten.pruefe(pruefung, xml))).isEmpty();
    }

    @Test
    void findingsSayWhereAndNeverWhat() {
        String xml =
                XoevDaten.lies(XoevDaten.dateien(BEISPIELE).get(1)).replace(">28213<", ">GEHEIM28213\uD83D\uDE00<");

        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, xml);

        Befund befund = ergebnis.bericht().befunde().stream()
                .filter(b -> b.schritt() == Pruefschritt.ZEICHEN)
                .findFirst()
                .orElseThrow();
        assertThat(befund.problem().stelle().pfad())
                .isEqualTo("/schueler.schulbescheinigung.0004/schueler/anschrift/postleitzahl");
        int zeile = (int) xml.substring(0, xml.indexOf("GEHEIM")).lines().count();
        assertThat(befund.problem().stelle().zeile()).isEqualTo(zeile);
        assertThat(ergebnis.alsText() + ergebnis.alsJson() + ergebnis).doesNotContain("GEHEIM");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "free list|Abiturzeugnis_NW_01|listURI=\"urn:xschule-digital:xschule:codeliste:anforderungsniveau\"|listURI=\"Frau GEHEIM\"",
                "free version|Schulbescheinigung_01|listVersionID=\"2025-03-31\"|listVersionID=\"Frau GEHEIM\"",
                "version of a forged line|Schulbescheinigung_01|listVersionID=\"2025-03-31\"|listVersionID=\"1&#x85;GEHEIM\"",
                "list without version|Abiturzeugnis_NW_01|listURI=\"[^\"]*\"\\s*listVersionID=\"[^\"]*\"|listURI=\"urn:a&#10;GEHEIM\" listVersionID=\"\"",
                "unknown attribute|Schulbescheinigung_01|<xbd:titel>|<xbd:titel gibtsnicht=\"GEHEIM\">",
                "characters|Schulbescheinigung_01|listVersionID=\"2025-03-31\"|listVersionID=\"GEHEIM \uD83D\uDE00\""
            })
    void findingsSayWhereAndNeverWhatAnAttributeHolds(String was, String datei, String muster, String ersatz) {
        String xml = XoevDaten.lies(XoevDaten.ordner(BEISPIELE).resolve("XSchule_" + datei + ".xml"))
                .replaceFirst(muster, ersatz);
        assertThat(xml).contains("GEHEIM");
        int zeile = (int) xml.substring(0, xml.indexOf("GEHEIM")).lines().count();

        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, xml);

        assertThat(ergebnis.bericht().befunde())
                .anyMatch(b -> Math.abs(b.problem().stelle().zeile() - zeile) <= 1);
        assertThat(ergebnis.alsText() + ergebnis.alsJson() + ergebnis).doesNotContain("GEHEIM");
    }
}
