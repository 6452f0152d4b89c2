/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.probe.Probeschema.Teil;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.xdatenfelder.regel.Land;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The rules of a schema as errors of pages. */
class RegelprueferTest {

    private static final String G1 = "G05999000101";
    private static final String G2 = "G05999000102";
    private static final String F1 = "F05999000101";
    private static final String F2 = "F05999000102";
    private static final String F3 = "F05999000103";

    private static Teil regel(String id) {
        return () -> "<x:regel><x:identifikation><x:id>" + id + "</x:id><x:version>1.0.0</x:version>"
                + "</x:identifikation><x:name>Regel</x:name><x:freitextRegel>Regel</x:freitextRegel></x:regel>";
    }

    private static String eintrag(String effect, String target, String condition) {
        return ("{'effect':'" + effect + "'," + (target.isEmpty() ? "" : "'target':'" + target + "',")
                        + "'message':'Meldung','condition':" + condition + "}")
                .replace('\'', '"');
    }

    private static String datei(String... regeln) {
        return "{\"R05999000101\":[" + String.join(",", regeln) + "]}";
    }

    private static String leer(String identifier) {
        return "{'is_empty':{'identifier':'" + identifier + "'}}";
    }

    private static Formular formular(String overlay, String regeln, Teil... teile) {
        return new Probedienst(overlay, Probeschema.schema(teile), regeln).formular();
    }

    private static Tuple[] fehler(Formular formular, int seite, Antworten antworten) {
        return alle(Reise.standard().pruefe(formular, formular.seiten().get(seite), antworten, HEUTE));
    }

    private static Tuple[] abschliessend(Formular formular, int seite, Antworten antworten) {
        return alle(
                Reise.standard().pruefeAbschliessend(formular, formular.seiten().get(seite), antworten, HEUTE));
    }

    private static Tuple[] alle(List<Feldfehler> fehler) {
        return fehler.stream().map(f -> tuple(f.ort(), f.art())).toArray(Tuple[]::new);
    }

    private static final String ZWEI_SEITEN =
            """
            seiten:
              - {id: eins, titel: Eins, felder: [G05999000101]}
              - {id: zwei, titel: Zwei, felder: [G05999000102]}
            """;

    private static Teil[] zweiGruppen() {
        return new Teil[] {
            regel("R05999000101"),
            gruppe(
                    "1:1",
                    G1,
                    "Eins",
                    feld("0:1", F1, "Erstes", "text"),
                    feld("0:1", F2, "Zweites", "text"),
                    feld("0:2", "F05999000109", "Datei", "file")),
            gruppe("0:1", G2, "Zwei", feld("0:1", F3, "Drittes", "text"))
        };
    }

    @Test
    void anErrorStandsAtItsTargetInTheOrderOfThePage() {
        Formular f = formular(
                ZWEI_SEITEN,
                datei(
                        eintrag("require", "self.G05999000101.F05999000109", "true"),
                        eintrag("require", "self.G05999000101.F05999000101", "true"),
                        eintrag("forbid", "self.G05999000102", "true")),
                zweiGruppen());
        Antworten antworten = Antworten.LEER.mit(G2 + "." + F3, "x");

        assertThat(Reise.standard().pruefe(f, f.seiten().get(0), antworten, HEUTE))
                .containsExactly(
                        new Feldfehler(G1 + "." + F1, Art.REGEL, "Erstes", List.of("Meldung")),
                        new Feldfehler(G1 + ".F05999000109", Art.REGEL, "Datei", List.of("Meldung")));
        assertThat(fehler(f, 1, antworten)).containsExactly(tuple(G2, Art.REGEL));
        Antworten gut = antworten
                .mit(G1 + "." + F1, "x")
                .mitAnlagen(G1 + ".F05999000109", List.of(AnlageId.neu()))
                .mit(G2 + "." + F3, "");
        assertThat(Reise.standard().ersteUnvollstaendige(f, gut, HEUTE)).isEmpty();
    }

    @Test
    void aRuleWaitsForEmptyAnswersOfLaterPages() {
        Formular f = formular(
                ZWEI_SEITEN,
                datei(eintrag("require", "self.G05999000101.F05999000101", leer("self.G05999000102"))),
                zweiGruppen());

        assertThat(fehler(f, 0, Antworten.LEER)).isEmpty();
        assertThat(abschliessend(f, 0, Antworten.LEER)).containsExactly(tuple(G1 + "." + F1, Art.REGEL));
        assertThat(Reise.standard().ersteUnvollstaendige(f, Antworten.LEER, HEUTE))
                .contains(f.seiten().get(0));
        assertThat(abschliessend(f, 0, Antworten.LEER.mit(G2 + "." + F3, "x"))).isEmpty();
    }

    @Test
    void whatIsUnknownIsNoError() {
        Formular f = formular(
                ZWEI_SEITEN,
                datei(eintrag("valid", "", "{'equal':[{'identifier':'self.G05999000101.F05999000101'},'x']}")),
                zweiGruppen());

        assertThat(abschliessend(f, 0, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, 0, Antworten.LEER.mit(G1 + "." + F1, "y")))
                .containsExactly(tuple(G1 + "." + F1, Art.REGEL));
    }

    @Test
    void onlyWhatIsVisibleCounts() {
        String overlay = ZWEI_SEITEN.replace("id: zwei,", "id: zwei, sichtbar_wenn: {feld: F05999000101, gleich: ja},");
        Formular f = formular(
                overlay,
                datei(
                        eintrag("forbid", "self.G05999000102.F05999000103", "true"),
                        eintrag("require", "self.G05999000102.F05999000103", leer("self.G05999000101.F05999000102"))),
                zweiGruppen());
        Antworten alt = Antworten.LEER.mit(G2 + "." + F3, "war einmal").mit(G1 + "." + F2, "x");

        assertThat(abschliessend(f, 0, alt)).isEmpty();
        assertThat(abschliessend(f, 1, alt.mit(G1 + "." + F1, "ja"))).containsExactly(tuple(G2 + "." + F3, Art.REGEL));
        // the target is not shown: the error stands at the last answer that decides
        assertThat(abschliessend(f, 0, alt.mit(G1 + "." + F2, ""))).containsExactly(tuple(G1 + "." + F2, Art.REGEL));
    }

    @Test
    void anErrorWithNoPlaceOfItsOwnStopsTheLastPage() {
        Formular f = formular(ZWEI_SEITEN, datei(eintrag("valid", "", "false")), zweiGruppen());

        assertThat(fehler(f, 0, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, 1, Antworten.LEER)).containsExactly(tuple(G2 + "." + F3, Art.REGEL));
    }

    @Test
    void anErrorOfTheFieldGoesBeforeOneOfARule() {
        Formular f = formular(
                "seiten: [{id: eins, titel: Eins, felder: [G05999000101, F05999000102]}]\n",
                datei(eintrag("require", "self.G05999000101", "true"), eintrag("require", "self.F05999000102", "true")),
                regel("R05999000101"),
                gruppe("1:1", G1, "Eins", feld("1:1", F1, "Erstes", "text")),
                feld("1:1", F2, "Zweites", "text"));

        assertThat(fehler(f, 0, Antworten.LEER))
                .containsExactly(tuple(G1 + "." + F1, Art.PFLICHT), tuple(F2, Art.PFLICHT));
    }

    @Test
    void eachEntryOfARepetitionHasItsOwnError() {
        Formular f = formular(
                "",
                datei(eintrag("require", "self.F05999000102", "{'identifier':'self.F05999000101'}")),
                gruppe(
                        "0:3",
                        G1,
                        "Oft",
                        regel("R05999000101"),
                        feld("0:1", F1, "Erstes", "bool"),
                        feld("0:2", F2, "Zweites", "text")));
        Antworten antworten =
                Antworten.LEER.mitAnzahl(G1, 3).mit(G1 + "-1." + F1, "false").mit(G1 + "-3." + F1, "true");

        assertThat(fehler(f, 0, antworten)).containsExactly(tuple(G1 + "-3." + F2 + "-1", Art.REGEL));
        assertThat(fehler(f, 0, antworten.mit(G1 + "-3." + F2 + "-2", "x"))).isEmpty();
    }

    private static Formular mitWiederholung(String regel) {
        return formular(
                ZWEI_SEITEN + "  - {id: drei, titel: Drei, felder: [F05999000104]}\n",
                datei(regel),
                regel("R05999000101"),
                gruppe("1:1", G1, "Eins", feld("0:1", F1, "Erstes", "text")),
                gruppe("0:3", G2, "Oft", feld("0:1", F2, "Zweites", "text"), feld("0:2", F3, "Drittes", "text")),
                feld("0:1", "F05999000104", "Letztes", "text"));
    }

    @Test
    void aRuleThatLooksThroughARepetitionWaitsForItsPage() {
        Formular f = mitWiederholung(
                eintrag("require", "self.G05999000101.F05999000101", leer("self.G05999000102.F05999000103")));

        assertThat(fehler(f, 0, Antworten.LEER)).isEmpty();
        assertThat(abschliessend(f, 0, Antworten.LEER)).containsExactly(tuple(G1 + "." + F1, Art.REGEL));
        Antworten zweiter = Antworten.LEER.mitAnzahl(G2, 2).mit(G2 + "-2." + F3 + "-1", "x");
        assertThat(abschliessend(f, 0, zweiter)).isEmpty();
    }

    @Test
    void anErrorOfARuleThatLooksThroughARepetitionStandsInItsFirstEntry() {
        String inhalt = "self.G05999000102.F05999000103";
        Formular f = mitWiederholung(eintrag("valid", "", "{'not':" + leer(inhalt) + "}"));

        assertThat(fehler(f, 1, Antworten.LEER)).containsExactly(tuple(G2 + "-1." + F3 + "-1", Art.REGEL));
        assertThat(fehler(f, 2, Antworten.LEER)).isEmpty();
        // what stands elsewhere in the entry does not count
        assertThat(fehler(f, 1, Antworten.LEER.mit(G2 + "-1." + F2, "x"))).hasSize(1);
    }

    @Test
    void aPlaceHasTheErrorOfItsFirstBrokenRuleOnly() {
        Formular f = formular(
                ZWEI_SEITEN,
                datei(
                        eintrag("require", "self.G05999000101.F05999000101", "true"),
                        eintrag("require", "self.G05999000101.F05999000101", leer("self.G05999000101.F05999000102"))
                                .replace("Meldung", "Andere")),
                zweiGruppen());

        assertThat(Reise.standard().pruefe(f, f.seiten().get(0), Antworten.LEER, HEUTE))
                .containsExactly(new Feldfehler(G1 + "." + F1, Art.REGEL, "Erstes", List.of("Meldung")));
    }

    @Test
    void theLandIsThatOfTheMandant() {
        Formular f = formular(
                ZWEI_SEITEN,
                datei(eintrag(
                        "require",
                        "self.G05999000101.F05999000101",
                        "{'or':[{'equal':[{'identifier':'land'},'NW']},{'equal':[{'identifier':'land'},'SL']}]}")),
                zweiGruppen());

        assertThat(f.seiten()).hasSize(2);
        for (Land land : Land.values()) {
            boolean offen = new Reise(Optional.of(land))
                    .ersteUnvollstaendige(f, Antworten.LEER, HEUTE)
                    .isPresent();
            assertThat(offen).as("%s", land).isEqualTo(land == Land.NW || land == Land.SL);
        }
        assertThat(Reise.standard().ersteUnvollstaendige(f, Antworten.LEER, HEUTE))
                .isEmpty();
    }

    @Test
    void aRuleFileThatIsBrokenKeepsTheDienstFromBeingOffered() {
        for (String kaputt : List.of("{", "{\"R05999000199\":[" + eintrag("valid", "", "true") + "]}")) {
            FormularBauer.Ergebnis ergebnis =
                    new Probedienst("", Probeschema.schema(zweiGruppen()), kaputt).baue(false);

            assertThat(ergebnis.formular()).isEmpty();
            assertThat(ergebnis.probleme()).singleElement().satisfies(p -> {
                assertThat(p.code()).isIn(RegelFehler.KEIN_JSON, RegelFehler.EINTRAG_UNBEKANNT);
                assertThat(p.stelle().datei()).isEqualTo("probe/regeln.json");
                assertThat(p.stelle().zeile()).isEqualTo(1);
            });
        }
    }
}
