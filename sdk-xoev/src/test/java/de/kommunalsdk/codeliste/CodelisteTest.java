/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodelisteTest {

    private static final Codeliste.Spalte CODE = new Codeliste.Spalte("code", "Code", "", true, true);
    private static final Codeliste.Spalte NAME = new Codeliste.Spalte("name", "Name", "", false, false);

    @Test
    void whatTheCallerDoesToItsArraysAfterwardsChangesNothing() {
        @Nullable String[] zeile = {"1", "Rot"};
        List<@Nullable String[]> zeilen = new ArrayList<>(List.<@Nullable String[]>of(zeile));
        Codeliste liste = liste(zeilen);

        zeile[0] = "2";
        zeile[1] = "Blau";
        zeilen.clear();

        assertThat(liste.eintrag("1").orElseThrow().name()).isEqualTo("Rot");
        assertThat(liste.eintraege()).extracting(Codeliste.Eintrag::code).containsExactly("1");
    }

    @Test
    void aRowThatEndsEarlyHasNoValueThere() {
        Codeliste liste = liste(List.<@Nullable String[]>of(new String[] {"1"}));

        assertThat(liste.eintrag("1").orElseThrow().wert("name")).isEmpty();
    }

    private static Codeliste liste(List<@Nullable String[]> zeilen) {
        return new Codeliste(new Listenkennung("urn:a", "1"), "Farbe", "", List.of(CODE, NAME), zeilen, "code", "name");
    }
}
