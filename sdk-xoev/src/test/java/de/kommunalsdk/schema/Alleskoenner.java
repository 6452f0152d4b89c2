/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;

/** A schema of our own with everything that the real ones in the data lack. */
final class Alleskoenner {

    private static final String KOPF =
            "<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf=\"urn:xoev-de:fim:standard:xdatenfelder_3.0.0\">"
                    + "<xdf:stammdatenschema>%s</xdf:stammdatenschema></xdf:xdatenfelder.stammdatenschema.0102>";

    private final StringBuilder inhalt = new StringBuilder();
    private int nummer;

    private Alleskoenner() {}

    static Stammdatenschema schema() {
        Alleskoenner s = new Alleskoenner();
        s.feld("1:1", "input", "time", "", "");
        s.feld("0:3", "input", "time", "", "");
        s.feld("1:1", "input", "datetime", "", "");
        s.feld("0:1", "hidden", "datetime", "", "");
        s.feld("1:1", "input", "date", "minValue='2019-12-31' maxValue='2026-03-09'", "");
        s.feld("0:1", "input", "date", "minValue='2000-01-01'", "");
        s.feld("0:1", "input", "date", "maxValue='1999-12-31'", "");
        s.feld("1:1", "input", "num_currency", "minValue='0.01' maxValue='99999.99'", "");
        s.feld("0:*", "input", "num", "minValue='-1.5'", "");
        s.feld("0:1", "input", "num_int", "minValue='0.5' maxValue='7.5'", "");
        s.feld("1:3", "input", "bool", "", "");
        s.feld("0:1", "input", "text_latin", "minLength='2' maxLength='3'", "");
        s.feld("0:1", "locked", "text", "", "");
        s.feld("0:1", "input", "obj", "", "");
        s.feld("1:1", "label", "text", "", "");
        s.feld("0:1", "input", "text", "pattern='^(DE|AT)-?[0-9]{2,4}([a-f]|\\.)*$'", "");
        s.feld("0:2", "input", "text", "minLength='3' maxLength='8' pattern='[\\w\\-]+( [A-Zä-ü]+)?'", "");
        s.feld(
                "1:1",
                "select",
                "num_int",
                "",
                "<xdf:werte><xdf:wert><code>007</code><name>sieben</name></xdf:wert>"
                        + "<xdf:wert><code>a b</code><name>mit Leerzeichen</name></xdf:wert></xdf:werte>");
        s.feld(
                "0:1",
                "select",
                "text",
                "",
                "<xdf:codelisteReferenz><xdf:canonicalIdentification>urn:fehlt</xdf:canonicalIdentification>"
                        + "<xdf:canonicalVersionUri>urn:fehlt_1</xdf:canonicalVersionUri></xdf:codelisteReferenz>");
        s.gruppe("2:3", "X", () -> {
            s.feld("0:1", "input", "text", "", "");
            s.feld("1:2", "input", "num_int", "", "");
            s.feld("1:1", "label", "text", "", "");
            s.gruppe("0:1", "", () -> s.feld("1:1", "input", "bool", "", ""));
        });
        s.gruppe("0:1", "X", () -> {
            s.feld("0:1", "input", "file", "", "");
            s.feld("0:1", "input", "date", "", "");
        });
        s.gruppe("1:1", "", () -> s.feld("1:1", "label", "text", "", ""));
        s.gruppe("1:*", "", () -> s.feld("0:2", "input", "text", "", ""));
        String xml = KOPF.formatted(
                s.kopf("S05999999999", "Alleskönner & Co.") + "<xdf:bezeichnung>A</xdf:bezeichnung>" + s.inhalt);
        XdfErgebnis ergebnis = XdfLeser.lies("alleskoenner", Pruefstand.strom(xml));
        return ergebnis.schema()
                .orElseThrow(() -> new AssertionError(ergebnis.probleme().toString()));
    }

    private String kopf(String id, String name) {
        return "<xdf:identifikation><xdf:id>" + id
                + "</xdf:id><xdf:version>1.0.0</xdf:version></xdf:identifikation><xdf:name>"
                + name.replace("&", "&amp;") + "</xdf:name>";
    }

    private void feld(String anzahl, String art, String typ, String praezisierung, String liste) {
        nummer++;
        inhalt.append("<xdf:struktur><xdf:anzahl>" + anzahl + "</xdf:anzahl><xdf:enthaelt><xdf:datenfeld>"
                + kopf("F05999" + (100_000 + nummer), "Feld " + nummer)
                + "<xdf:feldart><code>" + art + "</code></xdf:feldart><xdf:datentyp><code>" + typ
                + "</code></xdf:datentyp>"
                + (praezisierung.isEmpty() ? "" : "<xdf:praezisierung " + praezisierung + "/>")
                + liste + "</xdf:datenfeld></xdf:enthaelt></xdf:struktur>");
    }

    private void gruppe(String anzahl, String art, Runnable kinder) {
        nummer++;
        inhalt.append("<xdf:struktur><xdf:anzahl>" + anzahl + "</xdf:anzahl><xdf:enthaelt><xdf:datenfeldgruppe>"
                + kopf("G05999" + (100_000 + nummer), "Gruppe " + nummer)
                + (art.isEmpty() ? "" : "<xdf:art><code>" + art + "</code></xdf:art>"));
        kinder.run();
        inhalt.append("</xdf:datenfeldgruppe></xdf:enthaelt></xdf:struktur>");
    }
}
