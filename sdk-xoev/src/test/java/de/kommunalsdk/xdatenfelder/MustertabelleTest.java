/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import de.kommunalsdk.FimDaten;
import de.kommunalsdk.xdatenfelder.internal.muster.Dialekte;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real kinds of answers pass and wrong ones fail, in Java, in the JDK's XSD processor and in networknt alike. */
class MustertabelleTest {

    private static final Map<String, Schema> JSON = new HashMap<>();

    record Zeile(String art, String herkunft, String muster, String text, boolean passt) {}

    static List<Zeile> zeilen() {
        try (InputStream tabelle = MustertabelleTest.class.getResourceAsStream("muster-tabelle.tsv")) {
            return new String(Objects.requireNonNull(tabelle).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(zeile -> !zeile.startsWith("#"))
                    .skip(1)
                    .map(zeile -> zeile.split("\t", -1))
                    .map(s -> new Zeile(s[0], s[1], s[2], s[3].replace('␊', '\n'), s[4].equals("ja")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("zeilen")
    void allThreeAgreeWithTheTable(Zeile zeile) {
        Muster muster = Muster.von(zeile.muster());
        assertThat(muster.passt(zeile.text())).isEqualTo(zeile.passt());
        assertThat(Pattern.matches(muster.alsJava(), zeile.text())).isEqualTo(zeile.passt());
        assertThat(Dialekte.xsd(muster.alsXsd(), zeile.text())).isEqualTo(zeile.passt());
        Schema json = JSON.computeIfAbsent(muster.alsJson(), Dialekte::json);
        assertThat(Dialekte.json(json, zeile.text())).isEqualTo(zeile.passt());
    }

    @Test
    void theTableIsBroad() {
        assertThat(zeilen()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(zeilen()).extracting(Zeile::passt).contains(true, false);
        assertThat(zeilen().stream().map(Zeile::muster).distinct()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void everyPatternOfTheRealSchemataIsTakenAndInTheTable() {
        List<Path> dateien = Stream.concat(
                        FimDaten.dateien("xdf3", ".xdf3.xml").stream(), FimDaten.dateien("xdf2", "_xdf2.xml").stream())
                .toList();
        assertThat(dateien).hasSize(16);
        Set<String> muster = new TreeSet<>();
        dateien.forEach(datei -> sammle(FimDaten.schema(datei).struktur(), muster));
        assertThat(muster).hasSize(2);
        assertThat(zeilen().stream()
                        .filter(zeile -> zeile.herkunft().equals("fim"))
                        .map(Zeile::muster))
                .containsAll(muster);
        muster.forEach(pattern -> assertThat(Muster.von(pattern).quelle()).isEqualTo(pattern));
    }

    @Test
    void aRealPatternKeepsTheMeaningItHasForJava() {
        assertThat(zeilen().stream().filter(zeile -> zeile.herkunft().equals("fim")))
                .isNotEmpty()
                .allSatisfy(zeile -> assertThat(Pattern.matches(zeile.muster(), zeile.text()))
                        .isEqualTo(zeile.passt()));
    }

    private static void sammle(List<Struktur> struktur, Set<String> muster) {
        for (Struktur teil : struktur) {
            if (teil.element() instanceof Datenfeldgruppe gruppe) {
                sammle(gruppe.struktur(), muster);
            } else if (teil.element() instanceof Datenfeld feld
                    && !feld.praezisierung().pattern().isEmpty()) {
                muster.add(feld.praezisierung().pattern());
            }
        }
    }
}
