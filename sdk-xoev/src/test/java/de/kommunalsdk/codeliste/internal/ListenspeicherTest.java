/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore.Quelle;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.error.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListenspeicherTest {

    private final Map<String, Integer> gelesen = new HashMap<>();

    @Test
    void theLeastRecentlyUsedLeaveFirst() {
        Listenspeicher speicher = new Listenspeicher(10);
        hole(speicher, "a", 4);
        hole(speicher, "b", 4);
        hole(speicher, "a", 4);
        hole(speicher, "c", 4);

        assertThat(speicher.eintraege()).isEqualTo(8);
        hole(speicher, "a", 4);
        assertThat(gelesen).containsEntry("a", 1);
        hole(speicher, "b", 4);
        assertThat(gelesen).containsEntry("b", 2);
    }

    @Test
    void aListLargerThanTheMemoryIsGivenAndNotKept() {
        Listenspeicher speicher = new Listenspeicher(10);
        hole(speicher, "a", 4);

        assertThat(hole(speicher, "riesig", 11).groesse()).isEqualTo(11);
        assertThat(speicher.eintraege()).isZero();
    }

    @Test
    void aListThatLeftTheMemoryIsReadAgainAndAChangedOneRefused() {
        String[] inhalt = {liste("1")};
        Map<String, Quelle> dateien = new TreeMap<>();
        dateien.put("1.xml", () -> new ByteArrayInputStream(inhalt[0].getBytes(StandardCharsets.UTF_8)));
        Dateienstore store = new Dateienstore(dateien, List.of(), new Listenspeicher(0));

        assertThat(store.finde("urn:x", "1")).isPresent();
        inhalt[0] = liste("2");
        assertThatThrownBy(() -> store.finde("urn:x", "1"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(CodelisteFehler.VERAENDERT));
    }

    private Codeliste hole(Listenspeicher speicher, String schluessel, int groesse) {
        return speicher.hole(schluessel, () -> {
            gelesen.merge(schluessel, 1, Integer::sum);
            Map<String, String> werte = new HashMap<>();
            for (int i = 0; i < groesse; i++) {
                werte.put("c" + i, "n");
            }
            return Codeliste.aus(new Listenkennung("urn:" + schluessel, "1"), "Liste", werte);
        });
    }

    private static String liste(String version) {
        return "<CodeList xmlns='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><Identification><Version>"
                + version + "</Version><CanonicalUri>urn:x</CanonicalUri></Identification><ColumnSet><Column Id='c'/>"
                + "<Key Id='k'><ColumnRef Ref='c'/></Key></ColumnSet><SimpleCodeList><Row><Value><SimpleValue>1"
                + "</SimpleValue></Value></Row></SimpleCodeList></CodeList>";
    }
}
