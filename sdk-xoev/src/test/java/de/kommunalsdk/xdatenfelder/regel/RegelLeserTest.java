/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import static de.kommunalsdk.xdatenfelder.regel.Regelschema.datei;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.eintrag;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.lies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegelLeserTest {

    /** Four answers of the portal, as a test of BUND-T/Prototype has them, put under the ids of their owners. */
    private static final String PORTAL =
            """
            {
              "G00000002193V1.0.0": [
                {"effect": "require", "target": "self.F17000009298",
                 "message": "Das Feld muss angegeben werden, wenn 'Beschäftigungsverhältnis' den Wert '999' hat.",
                 "condition": {"equal": [{"identifier": "self.F00000003391"}, "999"]}}],
              "G00000002194": [
                {"effect": "forbid", "target": "self.F05000016256", "message": "…",
                 "condition": {"not": {"equal": [{"identifier": "self.F05000016255"}, "001"]}}},
                {"effect": "require", "target": "self.G60000000220", "message": "…",
                 "condition": {"identifier": "self.F00000003327"}},
                {"effect": "valid", "message": "Mindestens eines der Felder …",
                 "condition": {"or": [{"equal": [{"identifier": "F05000016255"}, true]},
                                      {"equal": [{"identifier": "F05000016256"}, true]}]}},
                {"effect": "forbid", "target": "self.F05000019538",
                 "message": "… darf nicht angezeigt werden.", "condition": true}]
            }
            """;

    @Test
    void answersOfThePortalAreReadWrittenAndReadEqual() {
        Regeldatei gelesen = datei(PORTAL);
        String geschrieben = RegelSchreiber.schreibe(gelesen);

        assertThat(datei(geschrieben)).isEqualTo(gelesen);
        assertThat(RegelSchreiber.schreibe(datei(geschrieben))).isEqualTo(geschrieben);
        assertThat(gelesen.eintraege().get(new Regelschluessel("G00000002194", "")))
                .hasSize(4)
                .first()
                .isEqualTo(new UebersetzteRegel(
                        UebersetzteRegel.Effect.FORBID,
                        Optional.of(new Identifier("self.F05000016256")),
                        "…",
                        new Ausdruck.Not(
                                new Ausdruck.Equal(new Identifier("self.F05000016255"), new Ausdruck.Text("001")))));
        assertThat(gelesen.stelle("/G00000002194/0/condition/not/equal/1"))
                .isEqualTo(new Fundstelle("regeln.json", 8, 75, "/G00000002194/0/condition/not/equal/1"));
    }

    @Test
    void theCanonicalFormIsThis() {
        assertThat(RegelSchreiber.schreibe(datei("{\"R05999000001\":[{\"condition\":{\"equal\":[{\"identifier\":"
                        + "\"F05999000001\"},1.50e1]},\"message\":\"ä\",\"effect\":\"valid\"}]}")))
                .isEqualTo(
                        """
                        {
                          "R05999000001" : [
                            {
                              "effect" : "valid",
                              "message" : "ä",
                              "condition" : {
                                "equal" : [
                                  {
                                    "identifier" : "self.F05999000001"
                                  },
                                  15
                                ]
                              }
                            }
                          ]
                        }
                        """);
    }

    @Test
    void anyTreeIsReadBackEqual() {
        Random zufall = new Random(20261123);
        for (int runde = 0; runde < 300; runde++) {
            Map<Regelschluessel, List<UebersetzteRegel>> eintraege = new LinkedHashMap<>();
            for (int e = 0; e <= zufall.nextInt(3); e++) {
                List<UebersetzteRegel> regeln = new ArrayList<>();
                for (int r = 0; r <= zufall.nextInt(3); r++) {
                    regeln.add(new UebersetzteRegel(
                            UebersetzteRegel.Effect.values()[zufall.nextInt(3)],
                            Optional.of(new Identifier("self.F0599900000" + zufall.nextInt(10))),
                            "Größe \" \\ / \u2028 \ud83d\ude00 " + runde,
                            Zufallsbaum.baum(zufall, 6)));
                }
                eintraege.put(new Regelschluessel("R0599900000" + e, zufall.nextBoolean() ? "" : "1." + e), regeln);
            }
            Regeldatei datei = new Regeldatei(eintraege);

            assertThat(datei(RegelSchreiber.schreibe(datei))).isEqualTo(datei).hasSameHashCodeAs(datei);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|OZG-REGEL-0005|1|1|",
                "{\"R05999000001\":{}}|OZG-REGEL-0005|1|2|/R05999000001",
                "{\"R05999000001\":[7]}|OZG-REGEL-0005|1|18|/R05999000001/0",
                "{\"R05999000001\":[]}|OZG-REGEL-0007|1|2|/R05999000001",
                "{\"R05999000001\":[|OZG-REGEL-0001|1|18|",
                "{\"R05999000001\":[]} x|OZG-REGEL-0001|1|21|",
                "{\"R05999000001\":[REGEL],\"R05999000001\":[REGEL]}|OZG-REGEL-0004|1|105|/R05999000001",
                "{\"X05999000001\":[REGEL]}|OZG-REGEL-0008|1|2|/X05999000001",
                "{\"R05999000001V1..0\":[REGEL]}|OZG-REGEL-0008|1|2|/R05999000001V1..0",
                "{\"r\":[REGEL]} {}|OZG-REGEL-0001|1|95|"
            })
    void aBrokenFileIsRefusedWithItsCodeAndPlace(String json, String code, int zeile, int spalte, String pointer) {
        String gut = eintrag("valid", "", "{\"identifier\":\"self.F05999000001\"}");
        verweigert(json.replace("REGEL", gut), code, new Fundstelle("regeln.json", zeile, spalte, leer(pointer)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"effect\":\"allow\",M,C}|OZG-REGEL-0009|/effect",
                "{\"effect\":1,M,C}|OZG-REGEL-0005|/effect",
                "{\"effect\":\"valid\",\"effect\":\"valid\",M,C}|OZG-REGEL-0004|/effect",
                "{E,M,C,\"name\":\"x\"}|OZG-REGEL-0006|/name",
                "{M,C}|OZG-REGEL-0007|",
                "{E,C}|OZG-REGEL-0007|",
                "{E,M}|OZG-REGEL-0007|",
                "{\"effect\":\"require\",M,C}|OZG-REGEL-0007|",
                "{E,M,C,\"target\":\"land\"}|OZG-REGEL-0012|/target",
                "{E,M,C,\"target\":\"other.F05999000001\"}|OZG-REGEL-0012|/target",
                "{E,M,C,\"target\":null}|OZG-REGEL-0005|/target",
                "{E,\"message\":\"  \",C}|OZG-REGEL-0013|/message",
                "{E,\"message\":\"a\\nb\",C}|OZG-REGEL-0013|/message",
                "{E,\"message\":\"\\ud800\",C}|OZG-REGEL-0013|/message",
                "{E,M,\"condition\":\"x\"}|OZG-REGEL-0005|/condition",
                "{E,M,\"condition\":1}|OZG-REGEL-0005|/condition",
                "{E,M,\"condition\":null}|OZG-REGEL-0005|/condition",
                "{E,M,\"condition\":[]}|OZG-REGEL-0005|/condition",
                "{E,M,\"condition\":{\"identifier\":\"land\"}}|OZG-REGEL-0005|/condition",
                "{E,M,\"condition\":{}}|OZG-REGEL-0011|/condition",
                "{E,M,\"condition\":{\"not\":true,\"and\":[true]}}|OZG-REGEL-0011|/condition",
                "{E,M,\"condition\":{\"not\":true,\"not\":true}}|OZG-REGEL-0004|/condition/not",
                "{E,M,\"condition\":{\"not_equal\":[1,2]}}|OZG-REGEL-0010|/condition/not_equal",
                "{E,M,\"condition\":{\"equal\":[1]}}|OZG-REGEL-0011|/condition/equal",
                "{E,M,\"condition\":{\"equal\":[1,2,3]}}|OZG-REGEL-0011|/condition/equal",
                "{E,M,\"condition\":{\"equal\":1}}|OZG-REGEL-0005|/condition/equal",
                "{E,M,\"condition\":{\"equal\":[1,{\"not\":true}]}}|OZG-REGEL-0005|/condition/equal/1",
                "{E,M,\"condition\":{\"equal\":[1,[]]}}|OZG-REGEL-0005|/condition/equal/1",
                "{E,M,\"condition\":{\"equal\":[1,1e31]}}|OZG-REGEL-0013|/condition/equal/1",
                "{E,M,\"condition\":{\"equal\":[1,1e99999999999]}}|OZG-REGEL-0013|/condition/equal/1",
                "{E,M,\"condition\":{\"and\":[]}}|OZG-REGEL-0011|/condition/and",
                "{E,M,\"condition\":{\"or\":[]}}|OZG-REGEL-0011|/condition/or",
                "{E,M,\"condition\":{\"or\":[true,\"x\"]}}|OZG-REGEL-0005|/condition/or/1",
                "{E,M,\"condition\":{\"xor\":[true]}}|OZG-REGEL-0011|/condition/xor",
                "{E,M,\"condition\":{\"xor\":[true,true,true]}}|OZG-REGEL-0011|/condition/xor",
                "{E,M,\"condition\":{\"is_empty\":\"self.F05999000001\"}}|OZG-REGEL-0005|/condition/is_empty",
                "{E,M,\"condition\":{\"is_empty\":{\"identifier\":\"land\"}}}|OZG-REGEL-0012|/condition/is_empty",
                "{E,M,\"condition\":{\"identifier\":\"self.G1.F2\"}}|OZG-REGEL-0012|/condition/identifier",
                "{E,M,\"condition\":{\"identifier\":7}}|OZG-REGEL-0005|/condition/identifier"
            })
    void aBrokenRuleIsRefusedWithItsCodeAndPlace(String regel, String code, String pointer) {
        String json = "{\n\"R05999000001\":[\n"
                + regel.replace("E,", "\"effect\":\"valid\",")
                        .replace("M", "\"message\":\"m\"")
                        .replace(",C", ",\"condition\":true")
                + "\n]}";
        RegelLeser.Ergebnis ergebnis = lies(json);

        assertThat(ergebnis.datei()).isEmpty();
        assertThat(ergebnis.probleme()).as(json).singleElement().satisfies(p -> {
            assertThat(p.code().code()).isEqualTo(code);
            assertThat(p.stelle().pfad()).isEqualTo("/R05999000001/0" + leer(pointer));
            assertThat(p.stelle().zeile()).isEqualTo(3);
            assertThat(p.stelle().spalte()).isPositive();
            assertThat(p.meldung()).isNotBlank();
        });
    }

    @Test
    void allProblemsAreNamedAtOnceUpToALimit() {
        String falsch = eintrag("nichts", "", "{\"oder\":[]}");

        assertThat(lies("{\"R05999000001\":[" + falsch + "," + falsch + "]}").probleme())
                .extracting(Problem::code)
                .containsExactly(RegelFehler.EFFECT, RegelFehler.OPERATOR, RegelFehler.EFFECT, RegelFehler.OPERATOR);
        assertThat(lies("{\"R05999000001\":[" + (falsch + ",").repeat(400) + falsch + "]}")
                        .probleme())
                .hasSize(RegelLeser.MAX_PROBLEME + 1)
                .last()
                .extracting(Problem::code)
                .isEqualTo(RegelFehler.ZU_VIELE_PROBLEME);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] latin = "{\"ä\":[]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(lies(latin).probleme()).extracting(Problem::code).containsExactly(RegelFehler.KEIN_JSON);
    }

    @Test
    void limitsOfBytesRulesTextAndDepthHold() {
        String gut = "{\"R05999000001\":[" + eintrag("valid", "", "true") + "]}";
        String fuell = " ".repeat(RegelLeser.MAX_BYTES - gut.length());
        assertThat(lies(gut + fuell).probleme()).isEmpty();
        assertThat(lies(gut + fuell + " ").probleme()).extracting(Problem::code).containsExactly(RegelFehler.ZU_GROSS);

        String viele = (eintrag("valid", "", "true") + ",").repeat(RegelLeser.MAX_REGELN - 1);
        assertThat(lies("{\"R05999000001\":[" + viele + eintrag("valid", "", "true") + "]}")
                        .probleme())
                .isEmpty();
        assertThat(lies("{\"R05999000001\":[" + viele + viele + "1]}").probleme())
                .extracting(Problem::code)
                .containsExactly(RegelFehler.ZU_VIELE_REGELN);

        assertThat(lies(gut.replace("Meldung", "x".repeat(1000))).probleme()).isEmpty();
        assertThat(lies(gut.replace("Meldung", "x".repeat(1001))).probleme())
                .extracting(Problem::code)
                .containsExactly(RegelFehler.LITERAL);

        assertThat(lies(gut.replace("true", nicht(49))).probleme()).isEmpty();
        for (int tiefe : new int[] {50, 51, 900, 10_000}) {
            assertThat(lies(gut.replace("true", nicht(tiefe))).probleme())
                    .as("%s levels", tiefe)
                    .extracting(Problem::code)
                    .contains(RegelFehler.ZU_TIEF)
                    .containsOnly(RegelFehler.ZU_TIEF);
        }
        assertThat(lies("[".repeat(10_000)).probleme())
                .extracting(Problem::code)
                .contains(RegelFehler.ZU_TIEF);
    }

    @Test
    void noTreeCanBeMadeThatIsTooDeep() {
        Ausdruck ausdruck = new Ausdruck.Wahr(true);
        for (int i = 1; i < Ausdruck.MAX_TIEFE; i++) {
            ausdruck = new Ausdruck.Not(ausdruck);
        }
        Ausdruck tiefster = ausdruck;

        assertThat(tiefster.tiefe()).isEqualTo(Ausdruck.MAX_TIEFE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Ausdruck.And(List.of(tiefster)));
    }

    @Test
    void numbersAreEqualByValue() {
        assertThat(new Ausdruck.Zahl(new BigDecimal("1.500"))).isEqualTo(new Ausdruck.Zahl(new BigDecimal("1.5")));
    }

    private static String nicht(int tiefe) {
        return "{\"not\":".repeat(tiefe) + "true" + "}".repeat(tiefe);
    }

    private static void verweigert(String json, String code, Fundstelle stelle) {
        RegelLeser.Ergebnis ergebnis = lies(json);

        assertThat(ergebnis.datei()).isEmpty();
        assertThat(ergebnis.probleme()).anySatisfy(p -> {
            assertThat(p.code().code()).isEqualTo(code);
            assertThat(p.stelle()).isEqualTo(stelle);
        });
    }

    private static String leer(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
