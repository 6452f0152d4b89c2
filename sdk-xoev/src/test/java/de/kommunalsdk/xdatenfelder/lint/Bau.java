/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes XDatenfelder 3: elements without a finding, of which a test spoils one thing. */
final class Bau {

    private final String art;
    private final Map<String, String> angaben = new LinkedHashMap<>();
    private final List<String> weitere = new ArrayList<>();

    private Bau(String art, String id) {
        this.art = art;
        roh(
                "identifikation",
                "<x:identifikation><x:id>" + id + "</x:id><x:version>1.0.0</x:version></x:identifikation>");
        text("name", "Name von " + id);
    }

    static Bau feld(String nummer) {
        return baustein("datenfeld", "F05000000" + nummer)
                .code("feldart", "input")
                .code("datentyp", "text")
                .grenzen("minLength='1' maxLength='10'")
                .code("vorbefuellung", "keine");
    }

    /** A field of this Datentyp without limits. */
    static Bau feld(String datentyp, String grenzen) {
        return feld("009").code("datentyp", datentyp).grenzen(grenzen);
    }

    static Bau auswahl() {
        return feld("008").code("feldart", "select").ohne("praezisierung").werte("1", "eins", "", "2", "zwei", "");
    }

    static Bau gruppe(String nummer, Bau... kinder) {
        return baustein("datenfeldgruppe", "G05000000" + nummer).nutzt(kinder);
    }

    static Bau schema(Bau... kinder) {
        return new Bau("stammdatenschema", "S05000000001")
                .text("bezeichnung", "Bezeichnung")
                .text("bezug", "§ 1 Mustergesetz")
                .code("freigabestatus", "2")
                .text("statusGesetztDurch", "Musteramt")
                .code("ableitungsmodifikationenStruktur", "3")
                .code("ableitungsmodifikationenRepraesentation", "1")
                .roh("dokumentsteckbrief", "<x:dokumentsteckbrief><x:id>D99000000002</x:id></x:dokumentsteckbrief>")
                .nutzt(kinder);
    }

    static Bau steckbrief() {
        return new Bau("dokumentsteckbrief", "D99000000002")
                .text("definition", "Definition")
                .text("bezug", "§ 1 Mustergesetz")
                .code("freigabestatus", "2")
                .text("statusGesetztDurch", "Musteramt")
                .text("istAbstrakt", "false")
                .code("dokumentart", "001")
                .text("bezeichnung", "Bezeichnung")
                .text("hilfetext", "Hilfe");
    }

    static Bau regel(String text) {
        return new Bau("regel", "R05000000001")
                .text("freitextRegel", text)
                .text("fachlicherErsteller", "Musteramt")
                .code("typ", "K");
    }

    private static Bau baustein(String art, String id) {
        return new Bau(art, id)
                .text("bezug", "§ 1 Mustergesetz")
                .code("freigabestatus", "2")
                .text("statusGesetztDurch", "Musteramt")
                .text("bezeichnungEingabe", "Eingabe")
                .text("bezeichnungAusgabe", "Ausgabe")
                .code("schemaelementart", "RNG");
    }

    Bau text(String name, String text) {
        return roh(name, "<x:" + name + ">" + text + "</x:" + name + ">");
    }

    Bau code(String name, String code) {
        return roh(name, "<x:" + name + "><code>" + code + "</code></x:" + name + ">");
    }

    Bau grenzen(String attribute) {
        return attribute.isEmpty()
                ? ohne("praezisierung")
                : roh("praezisierung", "<x:praezisierung " + attribute + "/>");
    }

    /** Code, name and help of each value. */
    Bau werte(String... werte) {
        StringBuilder xml = new StringBuilder("<x:werte>");
        for (int i = 0; i < werte.length; i += 3) {
            xml.append("<x:wert><x:code>" + werte[i] + "</x:code><x:name>" + werte[i + 1] + "</x:name><x:hilfe>"
                    + werte[i + 2] + "</x:hilfe></x:wert>");
        }
        return roh("werte", xml + "</x:werte>");
    }

    Bau codeliste(String urn, String version) {
        return ohne("werte")
                .roh(
                        "codelisteReferenz",
                        "<x:codelisteReferenz><x:canonicalIdentification>" + urn + "</x:canonicalIdentification>"
                                + (version.isEmpty() ? "" : "<x:version>" + version + "</x:version>")
                                + "<x:canonicalVersionUri>" + urn + "_" + version
                                + "</x:canonicalVersionUri></x:codelisteReferenz>");
    }

    Bau relation(String praedikat, String ziel) {
        return auch("<x:relation><x:praedikat><code>" + praedikat + "</code></x:praedikat><x:objekt><x:id>" + ziel
                + "</x:id></x:objekt></x:relation>");
    }

    Bau id(String id, String version) {
        return roh(
                "identifikation",
                "<x:identifikation><x:id>" + id + "</x:id>"
                        + (version.isEmpty() ? "" : "<x:version>" + version + "</x:version>") + "</x:identifikation>");
    }

    Bau ohne(String name) {
        angaben.remove(name);
        return this;
    }

    Bau roh(String name, String xml) {
        angaben.put(name, xml);
        return this;
    }

    /** A further child that may stand several times. */
    Bau auch(String xml) {
        weitere.add(xml);
        return this;
    }

    Bau mit(Bau regel) {
        return auch(regel.xml());
    }

    private Bau nutzt(Bau... kinder) {
        for (Bau kind : kinder) {
            nutzt("1:1", kind);
        }
        return this;
    }

    Bau nutzt(String anzahl, Bau kind) {
        return nutzt(anzahl, "<x:bezug>§ 1 Mustergesetz</x:bezug>", kind);
    }

    Bau nutzt(String anzahl, String bezug, Bau kind) {
        return auch("<x:struktur><x:anzahl>" + anzahl + "</x:anzahl>" + bezug + "<x:enthaelt>" + kind.xml()
                + "</x:enthaelt></x:struktur>");
    }

    private String xml() {
        return "<x:" + art + ">" + String.join("", angaben.values()) + String.join("", weitere) + "</x:" + art + ">\n";
    }

    /** The message around this element. */
    String nachricht() {
        String name =
                switch (art) {
                    case "dokumentsteckbrief" -> "xdatenfelder.dokumentsteckbrief.0101";
                    case "stammdatenschema" -> "xdatenfelder.stammdatenschema.0102";
                    case "datenfeldgruppe" -> "xdatenfelder.datenfeldgruppe.0103";
                    default -> "xdatenfelder.datenfeld.0104";
                };
        return "<x:" + name + " xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_3.0.0'>\n<x:header><x:nachrichtID>a"
                + "</x:nachrichtID><x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>\n"
                + xml() + "</x:" + name + ">\n";
    }

    LintErgebnis linte() {
        return linte(nachricht());
    }

    static LintErgebnis linte(String xml) {
        return XdfLint.pruefe("test.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
