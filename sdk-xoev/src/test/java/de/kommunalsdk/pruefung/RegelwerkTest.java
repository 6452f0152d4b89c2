/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.pruefung.regelwerk.Regelwerke;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** The rules written by hand against the Schematron files they are written after. */
class RegelwerkTest {

    private static final int DOKUMENTE = 1_000;
    private static final Pattern ASSERT = Pattern.compile("<sch:(?:assert|report)\\s+id=\"([^\"]+)\"");
    private static final Pattern KONTEXT = Pattern.compile("<sch:rule context=\"([^\"]+)\">");

    private static Set<String> inDatei(String datei, Pattern muster) {
        Matcher treffer = muster.matcher(XoevDaten.lies(XoevDaten.ordner(datei)));
        return treffer.results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(Regelwerk werk) {
        Set<String> ids = new TreeSet<>();
        werk.regeln().forEach(r -> ids.add(r.id()));
        if (!werk.leerRegel().isEmpty()) {
            ids.add(werk.leerRegel());
        }
        return ids;
    }

    @Test
    void everyAssertionOfTheSchematronFilesIsARuleHereAndNothingElse() {
        Set<String> xbau = inDatei("xbau-2.6/xbau-schematron.sch", ASSERT);
        xbau.addAll(inDatei("xbau-2.6/xbau-schematron-leere-elemente.sch", ASSERT));
        assertThat(xbau).hasSize(19);
        assertThat(ids(Regelwerke.XBAU_2_6)).isEqualTo(xbau);

        Set<String> xschule = inDatei("xschule-1.2-ccby/sch/xschule-schematron.sch", ASSERT);
        assertThat(xschule).hasSize(16);
        assertThat(ids(Regelwerke.XSCHULE_1_2)).isEqualTo(xschule);
        assertThat(inDatei("xschule-1.2-ccby/sch/xbildung-schematron.sch", ASSERT))
                .isEmpty();
    }

    @Test
    void theHeaderRulesOfXbauReachEveryMessageThatTheFileNamesAndNoKernmodul() {
        Set<String> genannt = inDatei("xbau-2.6/xbau-schematron.sch", KONTEXT).stream()
                .filter(k -> k.endsWith("//nachrichtenkopf.g2g"))
                .map(k -> k.substring("xbau:".length(), k.indexOf("//")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> katalog = XoevDaten.lies(XoevDaten.ordner("tables/xbau-message-catalogue.csv"))
                .lines()
                .filter(z -> z.contains(Regelwerke.XBAU_2_6.namensraum()))
                .map(z -> z.split(";|,")[1])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(genannt).hasSize(121).isEqualTo(katalog);
        assertThat(Regelwerke.XBAU_KERNMODUL_1_3_0.regeln()).isEmpty();
    }

    @Test
    void randomMessagesOfXbauBreakTheRulesThatSchematronSaysTheyBreak() {
        vergleiche(
                Regelwerke.XBAU_2_6,
                "xbau-2.6/xbau-schematron.sch",
                """
                |x:anzeigender|x
                |x:grundstueck/x:flurstueck/bundesland|05
                |x:bauherr/x:person/familienname/name|Muster, ,
                |x:bauherr/organisation/name|Muster, ,
                nachrichtenkopf.g2g|leser/verzeichnisdienst/code|DVDV,DVDV,anders
                nachrichtenkopf.g2g|leser/kennung|bab:1,kop:05913000,BAB:1,ag:1,bab:,x bab:1
                nachrichtenkopf.g2g|autor/verzeichnisdienst/code|DVDV,DVDV,anders
                nachrichtenkopf.g2g|autor/kennung|bab:1,kop:05913000,BAB:1,ag:1,bab:,bab:1x
                heizenergie|x:primaereHeizenergieHeizung/x:code/code|001,014,002
                heizenergie|x:sekundaereHeizenergieHeizung/x:code/code|001,014,002
                anzahlDerWohnungenAlt|x:kategorie/code|7,7,1
                anzahlDerWohnungenAlt|x:anzahlRaeumebeiWohnungenMitSiebenOderMehrRaeumen|6,7,13,14,15
                anzahlDerWohnungenAlt|x:anzahlWohnungen|1,2
                anzahlDerWohnungenNeu|x:kategorie/code|7,7,1
                anzahlDerWohnungenNeu|x:anzahlRaeumebeiWohnungenMitSiebenOderMehrRaeumen|6,7,13,14,15
                anzahlDerWohnungenNeu|x:anzahlWohnungen|1,2
                datenEinzelnesGebaeude|x:anzahlVollgeschosse|2,3,4
                datenEinzelnesGebaeude|x:angabenGebaeude/x:artDesWohngebaeudes/code|1,2,3
                datenEinzelnesGebaeude|x:angabenGebaeude/x:haustypWohngebaeude|1
                datenEinzelnesGebaeude|x:baugenehmigung/x:artDerBautaetigkeit/code|1,2,3
                datenEinzelnesGebaeude|x:anzahlDerWohnungen/x:gesamtanzahlWohnungen|1,1.0,2
                datenEinzelnesGebaeude|x:baukosten/x:kostengruppe300|100000,7500,149999
                datenEinzelnesGebaeude|x:baukosten/x:kostengruppe400|100000,7500,250001,1
                datenEinzelnesGebaeude|x:bruttoRauminhaltBRI|0,1,5,10,13.5
                datenEinzelnesGebaeude|x:ueberwiegendVerwendeterBaustoff|1
                datenEinzelnesGebaeude|x:heizungHeizenergie|1
                datenEinzelnesGebaeude|x:sonstigeLueftungsanlagen|1
                datenEinzelnesGebaeude|x:kuehlung|1
                datenEinzelnesGebaeude|x:erfuellungGEG|1
                """);
    }

    @Test
    void randomMessagesOfXschuleBreakTheRulesThatSchematronSaysTheyBreak() {
        vergleiche(
                Regelwerke.XSCHULE_1_2,
                "xschule-1.2-ccby/sch/xschule-schematron.sch",
                """
                |x:kurse/x:kurs/x:berechnungsgrundlage|true,false
                |x:kurse/x:kurs/x:fach@listURI|urn:xschule-digital:xschule:codeliste:abiturfachdigital
                |x:pruefungsergebnis/x:artDerPruefung/x:code/code|http://xbildung.de/def/xbildung/1.0/code/artderpruefung/besondere_lernleistung
                |x:pruefungsergebnis/x:fach@listURI|urn:xschule-digital:xschule:codeliste:abiturfachdigital,urn:anders
                *|x:code/code|urn:~wert_nicht_in_liste,urn:wert,wert_nicht_in_liste_nicht
                *|x:nichtGelisteterWert|,etwas
                """);
    }

    private static void vergleiche(Regelwerk werk, String datei, String plan) {
        Path sch = XoevDaten.ordner(datei);
        Schematron orakel = Schematron.aus(sch);
        Nachrichtenwuerfel wuerfel = new Nachrichtenwuerfel(XoevDaten.lies(sch), werk.namensraum(), plan);
        Map<String, Integer> gebrochen = new TreeMap<>();
        Map<String, Integer> gehalten = new TreeMap<>();
        List<String> namen = wuerfel.nachrichten();
        for (int i = 0; i < DOKUMENTE; i++) {
            String xml = wuerfel.nachricht(namen.get(i % namen.size()));
            Set<String> erwartet = orakel.regeln(xml);
            Nachrichtenelement wurzel = baum(xml);
            for (Fachregel regel : werk.regeln()) {
                boolean bruch = !regel.verstoesse(wurzel).isEmpty();
                assertThat(bruch).as(regel.id() + " " + xml).isEqualTo(erwartet.contains(regel.id()));
                (bruch ? gebrochen : gehalten).merge(regel.id(), 1, Integer::sum);
            }
        }
        // a rule that is never broken, or always, would prove nothing
        assertThat(gebrochen).hasSize(werk.regeln().size());
        assertThat(gehalten).hasSize(werk.regeln().size());
    }

    private static Nachrichtenelement baum(String xml) {
        XMLStreamReader leser =
                SecureXml.leser(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), XmlGrenzen.STANDARD);
        Deque<Nachrichtenelement> offen = new ArrayDeque<>();
        Nachrichtenelement wurzel = null;
        StringBuilder text = new StringBuilder();
        try {
            while (leser.hasNext()) {
                int ereignis = leser.next();
                if (ereignis == XMLStreamConstants.START_ELEMENT) {
                    Map<String, String> attribute = new HashMap<>();
                    for (int i = 0; i < leser.getAttributeCount(); i++) {
                        attribute.put(leser.getAttributeLocalName(i), leser.getAttributeValue(i));
                    }
                    String raum = leser.getNamespaceURI();
                    Nachrichtenelement neu = new Nachrichtenelement(
                            offen.peek(), raum == null ? "" : raum, leser.getLocalName(), attribute, 1, 1, 1);
                    wurzel = wurzel == null ? neu : wurzel;
                    offen.push(neu);
                    text.setLength(0);
                } else if (ereignis == XMLStreamConstants.CHARACTERS) {
                    text.append(leser.getText());
                } else if (ereignis == XMLStreamConstants.END_ELEMENT) {
                    Nachrichtenelement fertig = offen.pop();
                    if (fertig.kinder().isEmpty()) {
                        fertig.schliesse(text.toString());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return wurzel;
    }
}
