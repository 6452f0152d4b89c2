/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fehlercode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Small schemas made by hand, and how they are read. */
final class Kleinschema {

    private static final String KENNUNG = "<identifikation><id>%s</id><version>1.0.0</version></identifikation>";

    private Kleinschema() {}

    static XdfErgebnis lies(String text) {
        return XdfLeser.lies("test.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String schema(String version, String inhalt) {
        // code and name of a coded element are in no namespace, so the standard's elements carry a prefix
        String text = "<xdatenfelder.stammdatenschema.0102>\n<header><nachrichtID>n1</nachrichtID></header>\n"
                + "<stammdatenschema>\n" + kennung("S1") + "<name>Test</name>\n" + inhalt
                + "\n</stammdatenschema></xdatenfelder.stammdatenschema.0102>";
        return text.replaceAll("<(/?)(?!code>)([a-zA-Z])", "<$1x:$2")
                .replaceFirst("0102>", "0102 xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_" + version + "'>");
    }

    static String feld(String id, String zusatz) {
        return "<datenfeld>" + kennung(id) + "<name>Feld</name><feldart><code>input</code></feldart>"
                + "<datentyp><code>text</code></datentyp>" + zusatz + "</datenfeld>";
    }

    static String gruppe(String id, String inhalt) {
        return "<datenfeldgruppe>" + kennung(id) + "<name>Gruppe</name>" + inhalt + "</datenfeldgruppe>";
    }

    static String struktur(String anzahl, String element) {
        return "<struktur><anzahl>" + anzahl + "</anzahl><enthaelt>" + element + "</enthaelt></struktur>\n";
    }

    static void hat(XdfErgebnis ergebnis, Fehlercode fehler, int zeile) {
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).as("%s", ergebnis.probleme()).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo(fehler);
            assertThat(p.stelle().datei()).isEqualTo("test.xml");
            assertThat(p.stelle().zeile()).isEqualTo(zeile);
            assertThat(p.stelle().spalte()).isPositive();
        });
    }

    static Datenfeld erstesFeld(XdfErgebnis ergebnis) {
        assertThat(ergebnis.probleme()).isEmpty();
        return (Datenfeld) ergebnis.schema().orElseThrow().struktur().get(0).element();
    }

    static String kennung(String id) {
        return String.format(KENNUNG, id);
    }
}
