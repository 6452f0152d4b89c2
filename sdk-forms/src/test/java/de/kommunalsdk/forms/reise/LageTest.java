/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.reise.Lage.Abschnitt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LageTest {

    private static final String EINS = "F05999000101";
    private static final String ZWEI = "F05999000102";
    private static final String DREI = "F05999000103";

    private static final Formular FOLGE = formular(
            """
            seiten:
              - {id: eins, titel: Eins, felder: [F05999000101]}
              - {id: zwei, titel: Zwei, felder: [F05999000102], sichtbar_wenn: {feld: F05999000101, gleich: ja}}
              - {id: drei, titel: Drei, felder: [F05999000103]}
            """);
    private static final Formular AUFGABEN = formular(
            """
            seiten:
              - {id: eins, titel: Eins, aufgabe: Person, felder: [F05999000101]}
              - {id: zwei, titel: Zwei, aufgabe: Person, felder: [F05999000102]}
              - {id: drei, titel: Drei, aufgabe: Vorhaben, felder: [F05999000103]}
            """);

    private static Formular formular(String overlay) {
        return new Probedienst(
                        overlay,
                        Probeschema.schema(
                                feld("1:1", EINS, "Eins", "text"),
                                feld("0:1", ZWEI, "Zwei", "text"),
                                feld("1:1", DREI, "Drei", "text")))
                .formular();
    }

    private static Lage lage(Formular formular, Antworten antworten) {
        return Reise.standard().lage(formular, antworten, HEUTE);
    }

    private static String erreichbar(Formular formular, Antworten antworten, String seite) {
        Lage lage = lage(formular, antworten);
        return lage.erreichbare(lage.seite(seite).orElseThrow()).id();
    }

    @Test
    void aSkippedStepLeadsBackToTheFirstPageThatIsNotComplete() {
        Antworten eins = Antworten.LEER.mit(EINS, "ja");

        assertThat(erreichbar(FOLGE, Antworten.LEER, "drei")).isEqualTo("eins");
        assertThat(erreichbar(FOLGE, eins.mitSeite("eins"), "drei"))
                .as("optional, but never sent")
                .isEqualTo("zwei");
        assertThat(erreichbar(FOLGE, eins.mitSeite("eins").mitSeite("zwei"), "drei"))
                .isEqualTo("drei");
        assertThat(erreichbar(FOLGE, eins.mitSeite("eins").mitSeite("zwei").mit(EINS, ""), "drei"))
                .as("sent, but no longer right")
                .isEqualTo("eins");
        assertThat(erreichbar(FOLGE, eins.mitSeite("eins").mitSeite("zwei"), "eins"))
                .isEqualTo("eins");
    }

    @Test
    void whatBecomesRelevantAgainIsAskedForBeforeTheReview() {
        Antworten ohne =
                Antworten.LEER.mit(EINS, "nein").mit(DREI, "x").mitSeite("eins").mitSeite("drei");

        assertThat(lage(FOLGE, ohne).ersteOffene()).isEmpty();
        assertThat(lage(FOLGE, ohne.mit(EINS, "ja")).ersteOffene().orElseThrow().id())
                .isEqualTo("zwei");
    }

    @Test
    void answersOfAPageThatIsNoLongerRelevantStayAndAreNotDelivered() {
        Antworten antworten = Antworten.LEER.mit(EINS, "nein").mit(ZWEI, "alt").mit(DREI, "x");

        assertThat(lage(FOLGE, antworten).antworten().wert(ZWEI)).isEqualTo("alt");
        assertThat(Fachdaten.sichtbare(lage(FOLGE, antworten)).werte()).containsOnlyKeys(EINS, DREI);
        assertThat(Fachdaten.sichtbare(lage(FOLGE, antworten.mit(EINS, "ja"))).werte())
                .containsOnlyKeys(EINS, ZWEI, DREI);
    }

    @Test
    void neighboursAreTheRelevantOnes() {
        Lage lage = lage(FOLGE, Antworten.LEER.mit(EINS, "nein"));

        assertThat(lage.naechste(lage.seiten().get(0)).orElseThrow().id()).isEqualTo("drei");
        assertThat(lage.vorige(lage.seiten().get(1)).orElseThrow().id()).isEqualTo("eins");
        assertThat(lage.naechste(lage.seiten().get(1))).isEmpty();
        assertThat(lage.seite("zwei")).isEmpty();
        assertThat(lage.zuletzt().id()).isEqualTo("eins");
    }

    @Test
    void aDraftOfAnEarlierVersionKnowsOnlyTheLastPage() {
        byte[] alt = ("{\"anlagen\":{},\"anzahlen\":{},\"seite\":\"zwei\",\"version\":1,\"werte\":{\"" + EINS
                        + "\":\"ja\"}}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(erreichbar(FOLGE, AntwortenFormat.lies(alt), "drei")).isEqualTo("drei");
    }

    @Test
    void tasksMayBeDoneInAnyOrderAndKnowHowFarTheyAre() {
        assertThat(erreichbar(AUFGABEN, Antworten.LEER, "drei")).isEqualTo("drei");
        assertThat(erreichbar(AUFGABEN, Antworten.LEER, "zwei")).isEqualTo("eins");

        assertThat(staende(Antworten.LEER)).containsExactly("Person OFFEN eins", "Vorhaben OFFEN drei");
        assertThat(staende(Antworten.LEER.mit(EINS, "x").mitSeite("eins")))
                .containsExactly("Person BEGONNEN zwei", "Vorhaben OFFEN drei");
        assertThat(staende(Antworten.LEER
                        .mit(EINS, "x")
                        .mitSeite("eins")
                        .mitSeite("zwei")
                        .mitSeite("drei")))
                .containsExactly("Person FERTIG eins", "Vorhaben BEGONNEN drei");
        assertThat(lage(FOLGE, Antworten.LEER).abschnitte()).isEmpty();
    }

    private static List<String> staende(Antworten antworten) {
        Lage lage = lage(AUFGABEN, antworten);
        return lage.abschnitte().stream()
                .map((Abschnitt a) ->
                        a.name() + " " + a.stand() + " " + a.einstieg(lage).id())
                .toList();
    }

    /** The harmonised group of a date of which parts may be unknown. */
    @ParameterizedTest
    @CsvSource({
        "'','','',true",
        "'','','1985',true",
        "'','2','1985',true",
        "'29','2','1984',true",
        "'29','2','',true",
        "'29','2','1985',false",
        "'31','04','1985',false",
        "'','13','1985',false",
        "'32','','',false",
        "'x','2','1985',true"
    })
    void partsOfADateFitTogether(String tag, String monat, String jahr, boolean richtig) {
        String ort = "G60000000083";
        Formular f = new Probedienst(
                        "",
                        Probeschema.schema(gruppe(
                                "1:1",
                                ort,
                                "Geburtsdatum",
                                feld("0:1", "F60000000231", "Tag", "text"),
                                feld("0:1", "F60000000232", "Monat", "text"),
                                feld("0:1", "F60000000233", "Jahr", "text"))))
                .formular();
        Antworten antworten = Antworten.LEER
                .mit(ort + ".F60000000231", tag)
                .mit(ort + ".F60000000232", monat)
                .mit(ort + ".F60000000233", jahr);

        List<Feldfehler> fehler = lage(f, antworten).fehler(f.seiten().get(0));

        assertThat(fehler.stream().map(Feldfehler::art).toList())
                .isEqualTo(richtig ? List.of() : List.of(Art.KEIN_DATUM));
    }

    @Test
    void aMonthOfAYearIsAskedInBoxesWhenThePatternTakesIt() {
        Formular f = new Probedienst(
                        "",
                        Probeschema.schema(feld("0:1", EINS, "Seit", "text").grenzen("pattern='[0-9]{4}(-[0-9]{2})?'")))
                .formular();

        assertThat(f.felder().get(EINS)).isNotNull();
        assertThat(f.felder().get(EINS).anzeige()).isEqualTo(Feld.Anzeige.TEILDATUM);
        for (String richtig : List.of("2026", "2026-11")) {
            assertThat(lage(f, Antworten.LEER.mit(EINS, richtig))
                            .fehler(f.seiten().get(0)))
                    .isEmpty();
        }
        for (String falsch : List.of("2026-13", "2026-11-23", "..x")) {
            assertThat(lage(f, Antworten.LEER.mit(EINS, falsch))
                            .fehler(f.seiten().get(0)))
                    .extracting(Feldfehler::art)
                    .containsExactly(Art.KEIN_DATUM);
        }
    }
}
