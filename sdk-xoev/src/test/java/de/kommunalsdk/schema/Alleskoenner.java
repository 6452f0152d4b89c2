/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return s.gelesen();
    }

    private Stammdatenschema gelesen() {
        String xml = KOPF.formatted(
                kopf("S05999999999", "Alleskönner & Co.") + "<xdf:bezeichnung>A</xdf:bezeichnung>" + inhalt);
        XdfErgebnis ergebnis = XdfLeser.lies("alleskoenner", Pruefstand.strom(xml));
        return ergebnis.schema()
                .orElseThrow(() -> new AssertionError(ergebnis.probleme().toString()));
    }

    /** One use of a field; limits that the reader would refuse are put in afterwards. */
    static Struktur feld(String art, String typ, String grenzen) {
        Alleskoenner s = new Alleskoenner();
        s.feld("1:1", art, typ, "", "");
        Struktur teil = s.gelesen().struktur().get(0);
        boolean tag = typ.equals("date");
        return mit(
                teil,
                new Praezisierung(
                        angabe(grenzen, "minLength").map(Integer::valueOf),
                        angabe(grenzen, "maxLength").map(Integer::valueOf),
                        tag ? Optional.empty() : angabe(grenzen, "minValue").map(BigDecimal::new),
                        tag ? Optional.empty() : angabe(grenzen, "maxValue").map(BigDecimal::new),
                        tag ? angabe(grenzen, "minValue").orElse("") : "",
                        tag ? angabe(grenzen, "maxValue").orElse("") : "",
                        ""));
    }

    static Struktur feldMitMuster(String muster) {
        return mit(
                feld("input", "text", ""),
                new Praezisierung(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "", muster));
    }

    private static Optional<String> angabe(String grenzen, String name) {
        Matcher angabe = Pattern.compile(name + "='([^']*)'").matcher(grenzen);
        return angabe.find() ? Optional.of(angabe.group(1)) : Optional.empty();
    }

    private static Struktur mit(Struktur teil, Praezisierung grenzen) {
        Datenfeld f = (Datenfeld) teil.element();
        Datenfeld neu = new Datenfeld(
                f.id(),
                f.version(),
                f.name(),
                "",
                "",
                "",
                "",
                f.metadaten(),
                f.schemaelementart(),
                f.feldart(),
                f.datentyp(),
                grenzen,
                "",
                f.vorbefuellung(),
                f.werte(),
                f.codeliste(),
                f.spalten(),
                f.maxSize(),
                f.mediaTypes(),
                f.regeln());
        return new Struktur(teil.anzahl(), teil.bezug(), neu);
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
