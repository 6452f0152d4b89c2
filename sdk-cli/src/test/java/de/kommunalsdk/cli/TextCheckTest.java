/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextCheckTest {

    private static final String SAUBER = ",\"positions\":[],\"more\":0}";

    private final InputStream eingabe = System.in;

    @AfterEach
    void zurueck() {
        System.setIn(eingabe);
    }

    private static Lauf pruefe(byte[] zeilen, String... argumente) {
        System.setIn(new ByteArrayInputStream(zeilen));
        List<String> befehl = new ArrayList<>(List.of("text", "check"));
        befehl.addAll(List.of(argumente));
        return Lauf.mit(befehl.toArray());
    }

    private static Lauf pruefe(String zeilen, String... argumente) {
        return pruefe(zeilen.getBytes(StandardCharsets.UTF_8), argumente);
    }

    private static String mangel(String normal, String index, String codePoint, String reason, String suggestion) {
        return "{\"ok\":false,\"normalised\":\"%s\",\"positions\":[{\"index\":%s,\"codePoint\":\"%s\",\"reason\":\"%s\",\"suggestion\":%s}],\"more\":0}"
                .formatted(normal, index, codePoint, reason, suggestion);
    }

    @Test
    void oneLineOfJsonForEachLine() {
        Lauf lauf = pruefe("M\u00fcller\n\nMu\u0308ller\nAnna \ud83d\ude00\n\u03a9", "--type", "C");

        assertThat(lauf.ergebnisse().lines())
                .containsExactly(
                        "{\"ok\":true,\"normalised\":\"M\u00fcller\"" + SAUBER,
                        "{\"ok\":true,\"normalised\":\"\"" + SAUBER,
                        mangel("M\u00fcller", "2", "U+0308", "OZG-ZEICHEN-0001", "\"\u00fc\""),
                        mangel("Anna \ud83d\ude00", "5", "U+1F600", "OZG-ZEICHEN-0002", "\"\""),
                        mangel("\u03a9", "0", "U+03A9", "OZG-ZEICHEN-0010", "null"));
        assertThat(lauf.code()).isEqualTo(1);
        assertThat(lauf.fehler()).isEmpty();
    }

    @Test
    void cleanLinesEndWithZeroAndTheFlagChangesNothing() {
        assertThat(pruefe("Anna\r\nBert\r\n", "--type", "A").code()).isZero();
        assertThat(pruefe("", "--type", "A")).isEqualTo(new Lauf(0, "", ""));
        assertThat(pruefe("x\u2013", "--type", "A", "--json")).isEqualTo(pruefe("x\u2013", "--type", "A"));
    }

    @Test
    void theEditionCounts() {
        assertThat(pruefe("\u2032", "--type", "E").code()).isZero();
        assertThat(pruefe("\u2032", "--type", "E", "--edition", "2022-08").code())
                .isZero();
        assertThat(pruefe("\u2032", "--type", "E", "--edition", "2019-03").ergebnisse())
                .contains("OZG-ZEICHEN-0011");
    }

    @Test
    void bytesThatAreNoUtf8AreReportedAtTheirPlaces() {
        // a, a lone byte, \u00e4, two bytes of three, b, a surrogate in UTF-8
        byte[] bytes = {
            'a',
            (byte) 0xFF,
            (byte) 0xC3,
            (byte) 0xA4,
            (byte) 0xE2,
            (byte) 0x82,
            'b',
            (byte) 0xED,
            (byte) 0xA0,
            (byte) 0x80
        };

        Lauf lauf = pruefe(bytes, "--type", "C");

        assertThat(lauf.code()).isEqualTo(1);
        assertThat(lauf.ergebnisse()).startsWith("{\"ok\":false,\"normalised\":null,");
        assertThat(lauf.ergebnisse().split("OZG-ZEICHEN-0013", -1)).hasSize(7);
        assertThat(lauf.ergebnisse())
                .contains(
                        "{\"index\":1,\"codePoint\":\"0xFF\",\"reason\":\"OZG-ZEICHEN-0013\",\"suggestion\":null}",
                        "{\"index\":3,\"codePoint\":\"0xE2\"",
                        "{\"index\":4,\"codePoint\":\"0x82\"",
                        "{\"index\":6,\"codePoint\":\"0xED\"");
    }

    @Test
    void aLineBeyondTheLimitIsReportedAndTheNextOneChecked() {
        Lauf lauf = pruefe("x" + "a".repeat(Textzeile.MAX_BYTES) + "\nb\n", "--type", "C");

        assertThat(lauf.ergebnisse().lines())
                .containsExactly(
                        "{\"ok\":false,\"normalised\":null,\"positions\":[{\"index\":0,\"codePoint\":null,"
                                + "\"reason\":\"OZG-ZEICHEN-0014\",\"suggestion\":null}],\"more\":0}",
                        "{\"ok\":true,\"normalised\":\"b\"" + SAUBER);
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void manyFindingsAreCounted() {
        assertThat(pruefe("\u2013x".repeat(1500), "--type", "C").ergebnisse()).contains("\"more\":500}");
    }

    @Test
    void aTypeIsNeeded() {
        assertThat(pruefe("a").code()).isEqualTo(2);
        assertThat(pruefe("a", "--type", "F").code()).isEqualTo(2);
        assertThat(pruefe("a", "--type", "A", "--edition", "2020").code()).isEqualTo(2);
    }
}
