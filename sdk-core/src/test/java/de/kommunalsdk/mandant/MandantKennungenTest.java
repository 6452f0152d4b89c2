/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandantKennungenTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "musterstadt", "stadt-1", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void acceptsMandantIds(String text) {
        assertThat(new MandantId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1stadt",
                "-stadt",
                "Stadt",
                "st\u00e4dt",
                "stadt_1",
                "stadt/1",
                "stadt.1",
                "stadt\n",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void refusesOtherShapesOfMandantIds(String text) {
        assertThatThrownBy(() -> new MandantId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void regionalschluesselKnowsItsParts() {
        Regionalschluessel ars = new Regionalschluessel("055660012012");
        assertThat(ars.ags()).isEqualTo("05566012");
        assertThat(ars.land()).isEqualTo("05");
        assertThat(ars).hasToString("055660012012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "05111000",
                "51110000000",
                "0511100000000",
                "05111000000a",
                "051110000000 ",
                "051110000000\n",
                "\u0660\u0665\u0661\u0661\u0661\u0660\u0660\u0660\u0660\u0660\u0660\u0660"
            })
    void refusesOtherShapesOfRegionalschluessel(String text) {
        assertThatThrownBy(() -> new Regionalschluessel(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "051110000000;Düsseldorf, Stadt",
                "053150000000;Köln, Stadt",
                "059130000000;Dortmund, Stadt",
                "055150000000;Münster, Stadt",
                "053340002002;Aachen, Stadt"
            })
    void verzeichnisKnowsMunicipalities(String ars, String name) {
        assertThat(Gemeindeverzeichnis.name(new Regionalschluessel(ars))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110000000000", "091620000000", "051110000001", "059999999999", "000000000000"})
    void verzeichnisKnowsNoOthers(String ars) {
        assertThat(Gemeindeverzeichnis.name(new Regionalschluessel(ars))).isEmpty();
    }

    @Test
    void verzeichnisHasAll396EachOnceAndEachInTheLand() throws IOException {
        assertThat(Gemeindeverzeichnis.anzahl()).isEqualTo(396);
        Set<String> schluessel = new HashSet<>();
        try (BufferedReader zeilen = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Gemeindeverzeichnis.class.getResourceAsStream("gemeinden-nrw.csv")),
                StandardCharsets.UTF_8))) {
            assertThat(zeilen.lines().filter(zeile -> !zeile.startsWith("#"))).allSatisfy(zeile -> {
                assertThat(zeile).matches("05\\d{10};\\S.*\\S");
                assertThat(schluessel.add(zeile.substring(0, 12))).isTrue();
            });
        }
        assertThat(schluessel).hasSize(396);
        assertThat(schluessel.stream().map(s -> new Regionalschluessel(s).ags()))
                .doesNotHaveDuplicates();
        // 22 independent cities; Aachen is none, it belongs to its Staedteregion
        assertThat(schluessel.stream().filter(s -> s.endsWith("0000000"))).hasSize(22);
    }
}
