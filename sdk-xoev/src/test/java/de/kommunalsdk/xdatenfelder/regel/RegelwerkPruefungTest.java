/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import static de.kommunalsdk.xdatenfelder.regel.Regelschema.auswahl;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.datei;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.eintrag;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.feld;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.gruppe;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.regel;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found when rules meet their schema. */
class RegelwerkPruefungTest {

    private static final Stammdatenschema SCHEMA = schema(
            regel("R05999000001"),
            gruppe(
                    "1:1",
                    "G05999000001",
                    regel("R05999000002"),
                    regel("R05999000003"),
                    feld("0:1", "F05999000001", "text"),
                    feld("0:1", "F05999000002", "num"),
                    feld("0:1", "F05999000003", "bool"),
                    feld("0:1", "F05999000004", "date"),
                    feld("0:1", "F05999000005", "file"),
                    auswahl("0:1", "F05999000006", "A", "B"),
                    feld("0:*", "F05999000007", "text"),
                    feld("0:1", "F05999000008", "text", "label", ""),
                    gruppe("0:1", "G05999000002", feld("0:1", "F05999000009", "text")),
                    gruppe("0:*", "G05999000003", feld("0:1", "F05999000010", "text"))),
            feld("0:1", "F05999000011", "text"),
            feld("0:1", "F05999000012", "text", regel("R05999000004")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // where an identifier may lead
                "valid||{'identifier':'self.F05999000099'}|OZG-REGEL-0017|/condition/identifier",
                "valid||{'identifier':'self.F05999000009'}|OZG-REGEL-0017|/condition/identifier",
                "valid||{'not':{'is_empty':{'identifier':'self.F05999000011'}}}|OZG-REGEL-0018|/condition/not/is_empty/identifier",
                "require|self.F05999000011|true|OZG-REGEL-0018|/target",
                "require|self.G05999000002.F05999000001|true|OZG-REGEL-0017|/target",
                "require|self.G05999000003.F05999000010|true|OZG-REGEL-0019|/target",
                "valid||{'equal':[{'identifier':'self.G05999000003.F05999000010'},'x']}|OZG-REGEL-0019|/condition/equal/0/identifier",
                "valid||{'equal':['x',{'identifier':'self.F05999000007'}]}|OZG-REGEL-0019|/condition/equal/1/identifier",
                // types
                "valid||{'identifier':'self.F05999000001'}|OZG-REGEL-0020|/condition/identifier",
                "valid||{'identifier':'self.G05999000002'}|OZG-REGEL-0020|/condition/identifier",
                "valid||{'identifier':'self.F05999000005'}|OZG-REGEL-0020|/condition/identifier",
                "valid||{'equal':[{'identifier':'self.F05999000008'},'x']}|OZG-REGEL-0020|/condition/equal/0/identifier",
                "valid||{'equal':[{'identifier':'self.F05999000001'},1]}|OZG-REGEL-0020|/condition/equal/1",
                "valid||{'equal':[{'identifier':'self.F05999000002'},'1']}|OZG-REGEL-0020|/condition/equal/1",
                "valid||{'equal':[true,{'identifier':'self.F05999000002'}]}|OZG-REGEL-0020|/condition/equal/0",
                "valid||{'equal':[{'identifier':'self.F05999000003'},'true']}|OZG-REGEL-0020|/condition/equal/1",
                "valid||{'equal':[{'identifier':'self.F05999000004'},'23.11.2026']}|OZG-REGEL-0020|/condition/equal/1",
                "valid||{'equal':[{'identifier':'self.F05999000004'},'2026-02-30']}|OZG-REGEL-0020|/condition/equal/1",
                "valid||{'equal':[{'identifier':'self.F05999000001'},{'identifier':'self.F05999000002'}]}|OZG-REGEL-0020|/condition/equal",
                "valid||{'equal':['1',1]}|OZG-REGEL-0020|/condition/equal",
                "valid||{'equal':[{'identifier':'land'},5]}|OZG-REGEL-0020|/condition/equal/1",
                "valid||{'equal':[{'identifier':'land'},'NRW']}|OZG-REGEL-0022|/condition/equal/1",
                "valid||{'and':[true,{'or':[{'equal':['NX',{'identifier':'land'}]}]}]}|OZG-REGEL-0022|/condition/and/1/or/0/equal/0",
                // circles
                "require|self.F05999000001|{'is_empty':{'identifier':'self.F05999000001'}}|OZG-REGEL-0023|",
                "forbid|self.G05999000002|{'is_empty':{'identifier':'self.G05999000002.F05999000009'}}|OZG-REGEL-0023|",
            })
    void aRuleThatDoesNotFitIsReportedWithLineAndColumn(
            String effect,
            @org.jspecify.annotations.Nullable String target,
            String condition,
            String code,
            @org.jspecify.annotations.Nullable String pointer) {
        String json = "{\"R05999000002\":[\n"
                + eintrag(effect, target == null ? "" : target, condition.replace('\'', '"')) + "]}";
        Regelwerk.Ergebnis ergebnis = Regelwerk.von(datei(json), SCHEMA);

        assertThat(ergebnis.regelwerk()).isEmpty();
        assertThat(ergebnis.probleme()).as(json).singleElement().satisfies(p -> {
            assertThat(p.code().code()).isEqualTo(code);
            assertThat(p.stelle().datei()).isEqualTo("regeln.json");
            assertThat(p.stelle().pfad()).isEqualTo("/R05999000002/0" + (pointer == null ? "" : pointer));
            assertThat(p.stelle().zeile()).isEqualTo(2);
            assertThat(p.stelle().spalte()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "valid||{'equal':[{'identifier':'self.F05999000004'},'2026-11-23']}",
                "valid||{'equal':[{'identifier':'self.F05999000001'},{'identifier':'self.G05999000002.F05999000009'}]}",
                "valid||{'is_empty':{'identifier':'self.G05999000003.F05999000010'}}",
                "valid||{'is_empty':{'identifier':'self.F05999000007'}}",
                "require|self.F05999000007|{'identifier':'self.F05999000003'}",
                "require|self.G05999000003|{'equal':[{'identifier':'land'},'TH']}",
                "require|self.F05999000005|{'not':{'is_empty':{'identifier':'self'}}}",
                // of a group that is given this field is required
                "require|self.G05999000002.F05999000009|{'not':{'is_empty':{'identifier':'self.G05999000002'}}}",
                "valid||{'equal':[1,2]}"
            })
    void aRuleThatFitsIsTaken(String effect, @org.jspecify.annotations.Nullable String target, String condition) {
        String json = "{\"R05999000002V1.0.0\":["
                + eintrag(effect, target == null ? "" : target, condition.replace('\'', '"')) + "]}";

        assertThat(Regelwerk.von(datei(json), SCHEMA).probleme()).isEmpty();
    }

    @Test
    void theHintNamesTheWholePath() {
        String json = "{\"R05999000001\":[" + eintrag("require", "self.F05999000009", "true") + "]}";

        assertThat(Regelwerk.von(datei(json), SCHEMA).probleme())
                .singleElement()
                .extracting(Problem::meldung)
                .asString()
                .contains("self.G05999000001.G05999000002.F05999000009");
    }

    @Test
    void aCodeThatTheFieldDoesNotHaveIsAWarning() {
        String json = "{\"R05999000002\":["
                + eintrag("valid", "", "{\"equal\":[{\"identifier\":\"self.F05999000006\"},\"C\"]}") + "]}";
        Regelwerk.Ergebnis ergebnis = Regelwerk.von(datei(json), SCHEMA);

        assertThat(ergebnis.regelwerk()).isPresent();
        assertThat(ergebnis.probleme())
                .extracting(Problem::code, Problem::schwere)
                .containsExactly(tuple(RegelFehler.CODE_UNBEKANNT, Schwere.WARNUNG));
    }

    @Test
    void entriesThatTranslateNothingAreErrors() {
        String wahr = "[" + eintrag("valid", "", "true") + "]";
        String json = "{\"R05999000099\":" + wahr + ",\"R05999000002V2.0.0\":" + wahr + ",\"G05999000002\":" + wahr
                + ",\"F05999000099\":" + wahr + "}";

        assertThat(Regelwerk.von(datei(json), SCHEMA).probleme())
                .extracting(Problem::code, p -> p.stelle().pfad())
                .containsExactly(
                        tuple(RegelFehler.EINTRAG_UNBEKANNT, "/R05999000099"),
                        tuple(RegelFehler.EINTRAG_UNBEKANNT, "/R05999000002V2.0.0"),
                        tuple(RegelFehler.EINTRAG_UNBEKANNT, "/G05999000002"),
                        tuple(RegelFehler.EINTRAG_UNBEKANNT, "/F05999000099"));
    }

    @Test
    void aRuleIsTranslatedOnce() {
        String wahr = "[" + eintrag("valid", "", "true") + "]";

        for (String zweiter : List.of("R05999000002V1.0.0", "G05999000001")) {
            assertThat(Regelwerk.von(datei("{\"R05999000002\":" + wahr + ",\"" + zweiter + "\":" + wahr + "}"), SCHEMA)
                            .probleme())
                    .extracting(Problem::code, p -> p.stelle().pfad())
                    .containsExactly(tuple(RegelFehler.DOPPELT_UEBERSETZT, "/" + zweiter));
        }
    }

    @Test
    void openRulesAreThoseWithoutAnEntry() {
        assertThat(Regelwerk.ohne(SCHEMA).offene())
                .extracting(Regel::id, Regel::freitext)
                .containsExactly(
                        tuple("R05999000001", "Text von R05999000001"),
                        tuple("R05999000002", "Text von R05999000002"),
                        tuple("R05999000003", "Text von R05999000003"),
                        tuple("R05999000004", "Text von R05999000004"));
        String wahr = "[" + eintrag("valid", "", "true") + "]";
        assertThat(Regelschema.regelwerk(SCHEMA, "{\"R05999000002\":" + wahr + "}")
                        .offene())
                .extracting(Regel::id)
                .containsExactly("R05999000001", "R05999000003", "R05999000004");
        // the portal answers by owner
        assertThat(Regelschema.regelwerk(SCHEMA, "{\"G05999000001V1.0.0\":" + wahr + ",\"S05999000900\":" + wahr + "}")
                        .offene())
                .extracting(Regel::id)
                .containsExactly("R05999000004");
    }

    @Test
    void aCircleOverSeveralRulesAndOwnersIsNamed() {
        String json = "{\"R05999000001\":["
                + eintrag("require", "self.F05999000011", leer("self.G05999000001")) + "],\n\"R05999000002\":["
                + eintrag("forbid", "self.G05999000002.F05999000009", leer("self.F05999000001")) + ","
                + eintrag("valid", "self.F05999000002", leer("self.F05999000002")) + "],\n\"R05999000004\":["
                + eintrag("valid", "", "true") + "],\n\"R05999000003\":["
                + eintrag("require", "self.F05999000001", leer("self.G05999000002")) + "]}";

        assertThat(Regelwerk.von(datei(json), SCHEMA).probleme())
                .extracting(Problem::code, Problem::meldung, p -> p.stelle().zeile())
                .containsExactly(tuple(
                        RegelFehler.ZIRKEL,
                        "G05999000001.G05999000002.F05999000009 -> G05999000001.F05999000001"
                                + " -> G05999000001.G05999000002.F05999000009",
                        2));
    }

    @Test
    void requiredAndForbiddenWithoutConditionIsAContradiction() {
        String json = "{\"R05999000001\":["
                + eintrag("require", "self.G05999000001.F05999000001", "true") + "],\"R05999000002\":["
                + eintrag("forbid", "self.F05999000001", "true") + "]}";

        assertThat(Regelwerk.von(datei(json), SCHEMA).probleme())
                .extracting(Problem::code, p -> p.stelle().pfad())
                .containsExactly(tuple(RegelFehler.WIDERSPRUCH, "/R05999000002/0/effect"));
        assertThat(Regelwerk.von(datei(json.replace("\"forbid\"", "\"require\"")), SCHEMA)
                        .probleme())
                .isEmpty();
    }

    @Test
    void aChainAsLongAsAFileMayBeIsNoProblemForTheStack() {
        int anzahl = RegelLeser.MAX_REGELN;
        Stammdatenschema lang = schema(
                regel("R05999000001"),
                IntStream.rangeClosed(0, anzahl)
                        .mapToObj(i -> feld("0:1", id(i), "text"))
                        .collect(Collectors.joining()));
        String kette = IntStream.range(0, anzahl)
                .mapToObj(i -> "{\"effect\":\"require\",\"target\":\"self." + id(i + 1)
                        + "\",\"message\":\"m\",\"condition\":" + leer("self." + id(i)) + "}")
                .collect(Collectors.joining(","));

        assertThat(Regelwerk.von(datei("{\"R05999000001\":[" + kette + "]}"), lang)
                        .probleme())
                .isEmpty();
        assertThat(Regelwerk.von(
                                datei("{\"R05999000001\":["
                                        + kette.replace("self." + id(anzahl) + "\"", "self." + id(0) + "\"") + "]}"),
                                lang)
                        .probleme())
                .extracting(Problem::code)
                .containsExactly(RegelFehler.ZIRKEL);
    }

    private static String id(int i) {
        return "F%011d".formatted(5999100000L + i);
    }

    private static String leer(String identifier) {
        return "{\"is_empty\":{\"identifier\":\"" + identifier + "\"}}";
    }
}
