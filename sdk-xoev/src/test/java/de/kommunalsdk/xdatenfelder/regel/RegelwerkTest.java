/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import static de.kommunalsdk.xdatenfelder.regel.Regelschema.eintrag;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.feld;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.gruppe;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.regel;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.regelwerk;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.FimDaten;
import de.kommunalsdk.mandant.Regionalschluessel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund.Stand;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel.Effect;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules say about answers. */
class RegelwerkTest {

    private static final Stammdatenschema FLACH = schema(
            regel("R05999000001"),
            feld("0:1", "F05999000001", "text"),
            feld("0:1", "F05999000002", "text"),
            feld("0:1", "F05999000003", "text"),
            feld("0:1", "F05999000004", "bool"),
            feld("0:1", "F05999000005", "bool"),
            feld("0:1", "F05999000006", "bool"),
            feld("0:1", "F05999000007", "num"),
            feld("0:1", "F05999000008", "num_int"),
            feld("0:1", "F05999000009", "num_currency"));

    private static Regelbefund einer(String effect, String target, String condition, Map<String, String> angaben) {
        List<Regelbefund> befunde = regelwerk(
                        FLACH, "{\"R05999000001\":[" + eintrag(effect, target, condition.replace('\'', '"')) + "]}")
                .werteAus(angaben, Optional.of(Land.NW));
        assertThat(befunde).hasSize(1);
        return befunde.get(0);
    }

    /** Effect x truth of the condition x whether the target is given: all 3 x 3 x 2 cases. */
    @ParameterizedTest
    @CsvSource({
        "require, true,  x, ERFUELLT", "require, true,  '', VERLETZT",
        "require, false, x, ERFUELLT", "require, false, '', ERFUELLT",
        "require, '',    x, ERFUELLT", "require, '',    '', UNBESTIMMT",
        "forbid,  true,  x, VERLETZT", "forbid,  true,  '', ERFUELLT",
        "forbid,  false, x, ERFUELLT", "forbid,  false, '', ERFUELLT",
        "forbid,  '',    x, UNBESTIMMT", "forbid,  '',    '', ERFUELLT",
        "valid,   true,  x, ERFUELLT", "valid,   true,  '', ERFUELLT",
        "valid,   false, x, VERLETZT", "valid,   false, '', VERLETZT",
        "valid,   '',    x, UNBESTIMMT", "valid,   '',    '', UNBESTIMMT"
    })
    void eachEffectHasItsTable(String effect, String bedingung, String ziel, Stand stand) {
        Regelbefund befund = einer(
                effect,
                "self.F05999000001",
                "{'identifier':'self.F05999000004'}",
                Map.of("F05999000001", ziel, "F05999000004", bedingung));

        assertThat(befund)
                .isEqualTo(new Regelbefund(
                        new Regelschluessel("R05999000001", ""),
                        1,
                        stand,
                        "F05999000001",
                        List.of("F05999000004"),
                        "Meldung"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'equal':[{'identifier':'self.F05999000001'},'a']}|a||ERFUELLT",
                "{'equal':[{'identifier':'self.F05999000001'},'a']}|b||VERLETZT",
                "{'equal':[{'identifier':'self.F05999000001'},'a']}|||UNBESTIMMT",
                "{'equal':[{'identifier':'self.F05999000001'},{'identifier':'self.F05999000002'}]}|a|a|ERFUELLT",
                "{'equal':[{'identifier':'self.F05999000001'},{'identifier':'self.F05999000002'}]}|a|b|VERLETZT",
                "{'equal':[{'identifier':'self.F05999000001'},{'identifier':'self.F05999000002'}]}|a||UNBESTIMMT",
                "{'not':{'equal':[{'identifier':'self.F05999000001'},'a']}}|||UNBESTIMMT",
                "{'is_empty':{'identifier':'self.F05999000001'}}|||ERFUELLT",
                "{'is_empty':{'identifier':'self.F05999000001'}}|a||VERLETZT",
                "{'xor':[{'is_empty':{'identifier':'self.F05999000001'}},{'is_empty':{'identifier':'self.F05999000002'}}]}|a||ERFUELLT",
                "{'xor':[{'is_empty':{'identifier':'self.F05999000001'}},{'is_empty':{'identifier':'self.F05999000002'}}]}|a|b|VERLETZT",
                "{'or':[{'is_empty':{'identifier':'self.F05999000001'}},{'equal':[{'identifier':'self.F05999000002'},'b']}]}|||ERFUELLT",
                "{'and':[{'is_empty':{'identifier':'self.F05999000001'}},{'equal':[{'identifier':'self.F05999000002'},'b']}]}|||UNBESTIMMT",
                "{'equal':[{'identifier':'land'},'NW']}|||ERFUELLT",
                "{'equal':['SL',{'identifier':'land'}]}|||VERLETZT"
            })
    void conditionsAreTrueFalseOrUnknown(String condition, @Nullable String eins, @Nullable String zwei, Stand stand) {
        Map<String, String> angaben = new HashMap<>();
        angaben.put("F05999000001", eins == null ? "" : eins);
        angaben.put("F05999000002", zwei == null ? "" : zwei);

        assertThat(einer("valid", "", condition, angaben).stand()).isEqualTo(stand);
    }

    @ParameterizedTest
    @CsvSource({
        "num, 1.50, 1.5, ERFUELLT",
        "num_int, 007, 7, ERFUELLT",
        "num_currency, 1e2, 100, UNBESTIMMT",
        "num, -0.0, 0, ERFUELLT",
        "num, zwei, 2, UNBESTIMMT",
        "bool, true, true, ERFUELLT",
        "bool, ja, true, UNBESTIMMT",
        "date, 2026-11-23, '\"2026-11-23\"', ERFUELLT",
        "date, 23.11.2026, '\"2026-11-23\"', UNBESTIMMT",
        "time, 14:30, '\"14:30:00\"', ERFUELLT",
        "datetime, 2026-11-23T14:30:00, '\"2026-11-23T14:30\"', ERFUELLT",
        "text, 1.50, '\"1.5\"', VERLETZT"
    })
    void valuesAreComparedByType(String typ, String angabe, String literal, Stand stand) {
        Regelwerk regelwerk = regelwerk(
                schema(regel("R05999000001"), feld("0:1", "F05999000001", typ)),
                "{\"R05999000001\":["
                        + eintrag("valid", "", "{\"equal\":[{\"identifier\":\"self.F05999000001\"}," + literal + "]}")
                        + "]}");

        assertThat(regelwerk.werteAus(Map.of("F05999000001", angabe), Optional.empty()))
                .extracting(Regelbefund::stand)
                .containsExactly(stand);
    }

    @Test
    void aRuleOfARepeatedGroupIsEvaluatedForEachEntry() {
        Regelwerk regelwerk = regelwerk(
                schema(gruppe(
                        "1:1",
                        "G05999000001",
                        gruppe(
                                "0:*",
                                "G05999000002",
                                regel("R05999000001"),
                                feld("0:1", "F05999000001", "bool"),
                                gruppe("0:1", "G05999000003", feld("0:2", "F05999000002", "file"))))),
                "{\"R05999000001\":["
                        + eintrag("require", "self.G05999000003.F05999000002", "{\"identifier\":\"self.F05999000001\"}")
                        + "]}");
        String oft = "G05999000001.G05999000002-";

        assertThat(regelwerk.werteAus(Map.of(), Optional.empty())).isEmpty();
        assertThat(regelwerk.werteAus(
                        Map.of(
                                oft + "1.F05999000001",
                                "true",
                                oft + "10.F05999000001",
                                "true",
                                oft + "10.G05999000003.F05999000002",
                                "Datei",
                                oft + "3.F05999000001",
                                "false"),
                        Optional.empty()))
                .extracting(Regelbefund::ort, Regelbefund::stand)
                .containsExactly(
                        tuple(oft + "1.G05999000003.F05999000002", Stand.VERLETZT),
                        tuple(oft + "3.G05999000003.F05999000002", Stand.ERFUELLT),
                        tuple(oft + "10.G05999000003.F05999000002", Stand.ERFUELLT));
        Gruppenwert ja = new Gruppenwert(Map.of("F05999000001", List.of(new Feldwert("true"))));
        Gruppenwert mitDatei = new Gruppenwert(Map.of(
                "F05999000001",
                List.of(new Feldwert("true")),
                "G05999000003",
                List.of(new Gruppenwert(
                        Map.of("F05999000002", List.of(new Anlagewert("a.pdf", "0".repeat(64), "application/pdf")))))));
        assertThat(regelwerk.werteAus(
                        new Gruppenwert(Map.of(
                                "G05999000001",
                                List.of(new Gruppenwert(Map.of("G05999000002", List.of(ja, mitDatei)))))),
                        Optional.empty()))
                .extracting(Regelbefund::ort, Regelbefund::stand)
                .containsExactly(
                        tuple(oft + "1.G05999000003.F05999000002", Stand.VERLETZT),
                        tuple(oft + "2.G05999000003.F05999000002", Stand.ERFUELLT));
    }

    @Test
    void rulesOfWhatIsAbsentAreSilent() {
        String pflicht = eintrag("require", "self.F05999000001", "true");
        Stammdatenschema schema = schema(
                gruppe("1:1", "G05999000001", regel("R05999000001"), feld("0:1", "F05999000001", "text")),
                gruppe("0:1", "G05999000002", regel("R05999000002"), feld("0:1", "F05999000001", "text")),
                feld("0:1", "F05999000003", "text", regel("R05999000003")));
        Regelwerk regelwerk = regelwerk(
                schema,
                "{\"R05999000003\":[" + eintrag("require", "self", "true") + "],\"R05999000002\":[" + pflicht
                        + "],\"R05999000001\":[" + pflicht + "]}");

        // document order of the owners before the order of the file
        assertThat(regelwerk.werteAus(Map.of(), Optional.empty()))
                .extracting(Regelbefund::ort, Regelbefund::stand)
                .containsExactly(
                        tuple("G05999000001.F05999000001", Stand.VERLETZT), tuple("F05999000003", Stand.VERLETZT));
        assertThat(regelwerk.werteAus(Map.of("G05999000002.F05999000001", "x"), Optional.empty()))
                .extracting(Regelbefund::ort)
                .containsExactly("G05999000001.F05999000001", "G05999000002.F05999000001", "F05999000003");
    }

    @Test
    void theLandComesFromTheRegionalschluessel() {
        assertThat(Land.von(new Regionalschluessel("051110000000"))).contains(Land.NW);
        assertThat(Land.von(new Regionalschluessel("160510000000"))).contains(Land.TH);
        assertThat(Land.von(new Regionalschluessel("170000000000"))).isEmpty();
        assertThat(Land.von(new Regionalschluessel("000000000000"))).isEmpty();
        assertThat(Land.values())
                .hasSize(16)
                .extracting(Land::schluessel)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** Rule R05000013403 of a real schema: "muss in Thueringen befuellt werden. Fuer die anderen ... nicht angezeigt". */
    @Test
    void aRealRuleOfALandIsTranslated() {
        Stammdatenschema schema =
                FimDaten.schema(FimDaten.ordner().resolve("xdf3").resolve("S05000001323.xdf3.xml"));
        String th = "{\"equal\":[{\"identifier\":\"land\"},\"TH\"]}";
        Regelwerk regelwerk = regelwerk(
                schema,
                "{\"R05000013403\":[" + eintrag("require", "self.F05000018366", th) + ","
                        + eintrag("forbid", "self.F05000018366", "{\"not\":" + th + "}") + "]}");

        assertThat(regelwerk.offene())
                .hasSize(Regelwerk.ohne(schema).offene().size() - 1)
                .noneMatch(r -> r.id().equals("R05000013403"));
        for (boolean gegeben : new boolean[] {true, false}) {
            // the group owns the rule: another field of it makes it present
            Map<String, String> angaben = Map.of("G05000012322.F05000018366", gegeben ? "Datei" : "");
            for (Land land : Land.values()) {
                assertThat(regelwerk.werteAus(angaben, Optional.of(land)))
                        .as("%s %s", land, gegeben)
                        .extracting(Regelbefund::stand)
                        .contains((land == Land.TH) == gegeben ? Stand.ERFUELLT : Stand.VERLETZT)
                        .hasSize(2);
            }
            assertThat(regelwerk.werteAus(angaben, Optional.empty()))
                    .extracting(Regelbefund::stand)
                    .containsExactlyInAnyOrder(Stand.ERFUELLT, Stand.UNBESTIMMT);
        }
    }

    /** Against a reference that knows neither trees of answers nor Kleene: it tries all ways to fill what is empty. */
    @Test
    void evaluationAgreesWithANaiveReference() {
        Random zufall = new Random(4);
        Map<Stand, Integer> gezaehlt = new HashMap<>();
        for (int runde = 0; runde < 2_000; runde++) {
            Effect effect = Effect.values()[zufall.nextInt(3)];
            String ziel = "F0599900000" + (1 + zufall.nextInt(9));
            Ausdruck bedingung = Zufallsbaum.baum(zufall, 6);
            Regelwerk.Ergebnis ergebnis = Regelwerk.von(
                    new Regeldatei(Map.of(
                            new Regelschluessel("R05999000001", ""),
                            List.of(new UebersetzteRegel(
                                    effect, Optional.of(new Identifier("self." + ziel)), "m", bedingung)))),
                    FLACH);
            if (ergebnis.regelwerk().isEmpty()) {
                assertThat(ergebnis.probleme()).isNotEmpty().allMatch(p -> p.code() == RegelFehler.ZIRKEL);
                continue;
            }
            Map<String, String> angaben = angaben(zufall);
            Optional<Land> land = zufall.nextInt(3) == 0 ? Optional.empty() : Optional.of(Land.NW);
            Stand stand =
                    ergebnis.regelwerk().get().werteAus(angaben, land).get(0).stand();
            gezaehlt.merge(stand, 1, Integer::sum);

            assertThat(stand).isEqualTo(naiv(effect, ziel, bedingung, angaben, land));
        }
        assertThat(gezaehlt).hasSize(3).allSatisfy((stand, anzahl) -> assertThat(anzahl)
                .isGreaterThan(100));
    }

    private static Map<String, String> angaben(Random zufall) {
        Map<String, String> angaben = new LinkedHashMap<>();
        for (int f = 1; f <= 9; f++) {
            if (zufall.nextBoolean()) {
                String wert = f <= 3
                        ? "abc".substring(zufall.nextInt(3))
                        : f <= 6 ? String.valueOf(zufall.nextBoolean()) : "0." + zufall.nextInt(4) + "0";
                angaben.put("F0599900000" + f, wert);
            }
        }
        return angaben;
    }

    private static Stand naiv(
            Effect effect, String ziel, Ausdruck bedingung, Map<String, String> angaben, Optional<Land> land) {
        @Nullable Boolean gilt = naiv(bedingung, angaben, land);
        boolean da = angaben.containsKey(ziel);
        if (effect == Effect.VALID) {
            return gilt == null ? Stand.UNBESTIMMT : gilt ? Stand.ERFUELLT : Stand.VERLETZT;
        }
        boolean wieVerlangt = da == (effect == Effect.REQUIRE);
        return wieVerlangt || Boolean.FALSE.equals(gilt)
                ? Stand.ERFUELLT
                : gilt == null ? Stand.UNBESTIMMT : Stand.VERLETZT;
    }

    /** SQL's way: null is unknown. */
    private static @Nullable Boolean naiv(Ausdruck a, Map<String, String> angaben, Optional<Land> land) {
        if (a instanceof Ausdruck.Wahr w) {
            return w.wert();
        } else if (a instanceof Ausdruck.IsEmpty l) {
            return !angaben.containsKey(l.identifier().name().substring(5));
        } else if (a instanceof Identifier i) {
            String wert = angaben.get(i.name().substring(5));
            return wert == null ? null : Boolean.valueOf(wert.equals("true"));
        } else if (a instanceof Ausdruck.Equal g) {
            Object links = wert(g.links(), angaben, land);
            Object rechts = wert(g.rechts(), angaben, land);
            return links == null || rechts == null ? null : Boolean.valueOf(links.equals(rechts));
        } else if (a instanceof Ausdruck.Not n) {
            Boolean innen = naiv(n.condition(), angaben, land);
            return innen == null ? null : Boolean.valueOf(!innen);
        } else if (a instanceof Ausdruck.Xor x) {
            Boolean links = naiv(x.conditions().get(0), angaben, land);
            Boolean rechts = naiv(x.conditions().get(1), angaben, land);
            return links == null || rechts == null ? null : Boolean.valueOf(!links.equals(rechts));
        }
        boolean und = a instanceof Ausdruck.And;
        List<Ausdruck> teile = und ? ((Ausdruck.And) a).conditions() : ((Ausdruck.Or) a).conditions();
        List<@Nullable Boolean> werte =
                Arrays.asList(teile.stream().map(t -> naiv(t, angaben, land)).toArray(Boolean[]::new));
        return werte.contains(!und) ? Boolean.valueOf(!und) : werte.stream().anyMatch(Objects::isNull) ? null : und;
    }

    private static @Nullable Object wert(Ausdruck.Operand operand, Map<String, String> angaben, Optional<Land> land) {
        if (operand instanceof Identifier i) {
            String wert = i.istLand()
                    ? land.map(Land::name).orElse(null)
                    : angaben.get(i.name().substring(5));
            boolean zahl = i.name().compareTo("self.F05999000007") >= 0 && !i.istLand();
            return wert != null && zahl ? (Object) new BigDecimal(wert).doubleValue() : wert;
        }
        return operand instanceof Ausdruck.Text t
                ? t.wert()
                : operand instanceof Ausdruck.Zahl z
                        ? (Object) z.wert().doubleValue()
                        : String.valueOf(((Ausdruck.Wahr) operand).wert());
    }

    @Test
    void workGrowsWithTheNumberOfRulesAndEntriesNoFaster() {
        long klein = aufwand(500, 10);

        assertThat(aufwand(1_000, 10)).isLessThan(klein * 5 / 2);
        assertThat(aufwand(500, 20)).isLessThan(klein * 5 / 2);
    }

    /** Bytes that reading, binding and evaluating allocate. */
    private static long aufwand(int regeln, int eintraege) {
        Stammdatenschema schema = schema(gruppe(
                "0:*",
                "G05999000001",
                regel("R05999000001"),
                feld("0:1", "F05999000001", "text"),
                feld("0:1", "F05999000002", "text")));
        String regel =
                eintrag("require", "self.F05999000002", "{\"equal\":[{\"identifier\":\"self.F05999000001\"},\"x\"]}");
        String json = "{\"R05999000001\":[" + (regel + ",").repeat(regeln - 1) + regel + "]}";
        Map<String, String> angaben = new HashMap<>();
        for (int i = 1; i <= eintraege; i++) {
            angaben.put("G05999000001-" + i + ".F05999000001", "x");
        }
        ThreadMXBean zaehler = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long davor = 0;
        for (int lauf = 0; lauf < 3; lauf++) {
            davor = zaehler.getCurrentThreadAllocatedBytes();
            assertThat(regelwerk(schema, json).werteAus(angaben, Optional.empty()))
                    .hasSize(regeln * eintraege)
                    .allMatch(b -> b.stand() == Stand.VERLETZT);
        }
        return zaehler.getCurrentThreadAllocatedBytes() - davor;
    }
}
