/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.kommunalsdk.error.Befunde;
import de.kommunalsdk.error.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnotenTest {

    private final List<Problem> probleme = new ArrayList<>();

    private Optional<Knoten> lies(byte[] bytes) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Knoten.lies("probe.yaml", bytes, probleme));
    }

    private Optional<Knoten> lies(String text) {
        return lies(text.getBytes(StandardCharsets.UTF_8));
    }

    private Knoten wurzel(String text) {
        Knoten wurzel = lies(text).orElseThrow();
        assertThat(probleme).isEmpty();
        return wurzel;
    }

    private void unlesbar(String text, String befund) {
        assertThat(lies(text)).isEmpty();
        Befunde.genau(probleme, befund);
    }

    @Test
    void keepsEveryScalarAsText() {
        Knoten wurzel = wurzel(
                """
                zahl: 051110000000
                oktal: 0o17
                kommawert: 1.50
                norwegen: no
                wahr: true
                nichts: null
                leer:
                datum: 2026-01-01
                zeichen: "a\\u00e4"
                """);
        assertThat(wurzel.eintraege().values()).allMatch(Knoten::istText);
        assertThat(wurzel.eintraege().values().stream().map(Knoten::text))
                .containsExactly("051110000000", "0o17", "1.50", "no", "true", "null", "", "2026-01-01", "aä");
    }

    @Test
    void knowsFormAndPlaceOfEveryNode() {
        Knoten wurzel = wurzel("a: x\nb:\n  - y\n  - z: 1\n");
        assertThat(wurzel.istAbbildung()).isTrue();
        Knoten b = wurzel.kind("b").orElseThrow();
        assertThat(b.istListe()).isTrue();
        Knoten z = b.elemente().get(1).kind("z").orElseThrow();
        assertThat(z.stelle()).hasToString("probe.yaml:4:8 /b/2/z");
        assertThat(b.text()).isEmpty();
        assertThat(b.eintraege()).isEmpty();
        assertThat(z.elemente()).isEmpty();
        assertThat(wurzel.kind("c")).isEmpty();
    }

    @Test
    void reportsEachWrongFormAtItsPlace() {
        Knoten wurzel = wurzel("text: [a]\nliste:\n  a: b\nabbildung: x\nzahl: 11\nwahr: vielleicht\nleer: ''\n");
        assertThat(wurzel.text("text")).isEmpty();
        assertThat(wurzel.pflichttext("text")).isEmpty();
        assertThat(wurzel.liste("liste")).isEmpty();
        assertThat(wurzel.abbildung("abbildung")).isEmpty();
        assertThat(wurzel.zahl("zahl", 1, 10)).isEmpty();
        assertThat(wurzel.wahrheitswert("wahr")).isEmpty();
        assertThat(wurzel.pflichttext("leer")).isEmpty();
        assertThat(wurzel.pflichttext("fehlt")).isEmpty();
        Befunde.genau(
                probleme,
                "OZG-CONFIG-0004 1 /text",
                "OZG-CONFIG-0004 1 /text",
                "OZG-CONFIG-0004 3 /liste",
                "OZG-CONFIG-0004 4 /abbildung",
                "OZG-CONFIG-0005 5 /zahl",
                "OZG-CONFIG-0005 6 /wahr",
                "OZG-CONFIG-0002 1",
                "OZG-CONFIG-0002 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "1e1", "0", "11", "9999999999", "\u0665", "- 5"})
    void readsNoOtherNumbers(String text) {
        assertThat(wurzel("zahl: \"" + text + "\"").zahl("zahl", 1, 10)).isEmpty();
        assertThat(probleme).hasSize(text.isEmpty() ? 0 : 1);
    }

    @Test
    void readsNumbersAndYesOrNo() {
        Knoten wurzel = wurzel("a: 1\nb: 10\nc: -3\nd: ja\ne: nein\n");
        assertThat(wurzel.zahl("a", 1, 10)).contains(1);
        assertThat(wurzel.zahl("b", 1, 10)).contains(10);
        assertThat(wurzel.zahl("c", -5, 10)).contains(-3);
        assertThat(wurzel.wahrheitswert("d")).contains(true);
        assertThat(wurzel.wahrheitswert("e")).contains(false);
        assertThat(wurzel.wahrheitswert("f")).isEmpty();
        assertThat(probleme).isEmpty();
    }

    @Test
    void takesOneTextAsAListOfOne() {
        Knoten wurzel = wurzel("a: x\nb: [x, ' y ', '']\n");
        assertThat(wurzel.texte("a")).containsExactly("x");
        assertThat(wurzel.texte("b")).containsExactly("x", "y");
        assertThat(wurzel.texte("c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "basisurl,Gemeint ist vielleicht \"basis_url\".",
        "nmae,Gemeint ist vielleicht \"name\".",
        "NAME,'Erlaubt: basis_url, name.'",
        "ganz-anders,'Erlaubt: basis_url, name.'"
    })
    void suggestsTheNearestKey(String name, String vorschlag) {
        wurzel("name: x\n" + name + ": y\n").erlaubt("name", "basis_url");
        Befunde.genau(probleme, "OZG-CONFIG-0003 2 /" + name);
        assertThat(probleme.get(0).meldung()).contains("\"" + name + "\"").endsWith(vorschlag);
    }

    @Test
    void reportsDuplicateKeysAtTheSecondAndKeepsTheFirst() {
        Knoten wurzel = lies("a: 1\nb:\n  c: 2\n  c: 3\na: 4\na: 5\n").orElseThrow();
        Befunde.genau(probleme, "OZG-CONFIG-0007 4 /b/c", "OZG-CONFIG-0007 5 /a", "OZG-CONFIG-0007 6 /a");
        assertThat(wurzel.text("a")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nur Kommentar", "text", "- a\n- b", "[]", "~"})
    void needsAMapping(String text) {
        unlesbar(text, "OZG-CONFIG-0001 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: b\nc: \"offen'|2",
                "'a: b\n\tc: d'|2",
                "'a: [b'|1",
                "'a: b\n---\nc: d'|2",
                "'a: b\n  c: d'|2",
                "'a: *nichts'|1"
            })
    void reportsBrokenSyntaxWithItsLine(String text, int zeile) {
        unlesbar(text, "OZG-CONFIG-0001 " + zeile);
    }

    @Test
    void reportsBytesThatAreNoUtf8OrNoText() {
        assertThat(lies("a: \u00e4".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(lies(new byte[] {'a', ':', ' ', 0, 1})).isEmpty();
        Befunde.genau(probleme, "OZG-CONFIG-0001 0", "OZG-CONFIG-0001 0");
    }

    @Test
    void readsAFileWithByteOrderMark() {
        assertThat(wurzel("\uFEFFa: x\n").text("a")).contains("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1, 2]\nb: *x\n",
                "a: &x {c: d}\nb: *x\n",
                "a: &x text\nb: *x\n",
                "a: &x\nb: *x\n",
                "a: &x {k: 1}\n<<: *x\n"
            })
    void followsNoAlias(String text) {
        unlesbar(text, "OZG-CONFIG-0001 2");
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bombe = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 40; i++) {
            bombe.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        unlesbar(bombe.toString(), "OZG-CONFIG-0001 2");
        probleme.clear();
        unlesbar("a: &a [*a]", "OZG-CONFIG-0001 1");
        probleme.clear();
        // one long text, named often: each reader that strips it would make a copy
        unlesbar("a: &a ' " + "x".repeat(500_000) + "'\nb:\n" + "  - *a\n".repeat(70_000), "OZG-CONFIG-0001 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void refusesDeepNesting(String klammer) {
        for (int tiefe : new int[] {60, 3000, 100_000}) {
            probleme.clear();
            assertThat(lies("a:\n " + klammer.repeat(tiefe) + "\n")).isEmpty();
            Befunde.genau(probleme, "OZG-CONFIG-0006 2");
        }
    }

    @Test
    void readsFortyLevels() {
        assertThat(wurzel("a: " + "[".repeat(40) + "]".repeat(40)).kind("a")).isPresent();
        assertThat(lies("a: " + "[".repeat(41) + "]".repeat(41))).isEmpty();
        Befunde.genau(probleme, "OZG-CONFIG-0006 1");
    }

    @Test
    void readsAMebibyteAndNotMore() {
        String zeile = "a: x\n";
        String voll = zeile + "#".repeat((1 << 20) - zeile.length());
        assertThat(wurzel(voll).text("a")).contains("x");
        unlesbar(voll + "#", "OZG-CONFIG-0006 0");
    }

    @Test
    void ignoresTags() {
        Knoten wurzel = wurzel("a: !!int 5\nb: !!javax.script.ScriptEngineManager [x]\nc: !eigen z\n");
        assertThat(wurzel.text("a")).contains("5");
        assertThat(wurzel.texte("b")).containsExactly("x");
        assertThat(wurzel.text("c")).contains("z");
    }
}
