/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Synthetic forms: groups of ten fields of the usual kinds, all on one page, the worst that an author can do; each group
 * once, or one group many times.
 */
final class Grossformular {

    static final int FELDER_JE_GRUPPE = 10;
    static final String KIND = "G05998000000";

    private static final String KENNUNG =
            "<x:identifikation><x:id>%s</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>%s</x:name>";

    private Grossformular() {}

    /** A form with so many groups. */
    static Formular mitGruppen(int gruppen) {
        StringBuilder struktur = new StringBuilder();
        for (int g = 0; g < gruppen; g++) {
            StringBuilder felder = new StringBuilder();
            for (int f = 0; f < FELDER_JE_GRUPPE; f++) {
                felder.append(feld(f));
            }
            struktur.append(gruppe("1:1", gruppe(g), felder.toString()));
        }
        List<String> alle = new ArrayList<>();
        for (int g = 0; g < gruppen; g++) {
            alle.add(gruppe(g));
        }
        return baue(struktur.toString(), String.join(", ", alle));
    }

    /** A form with one repeated group of three fields. */
    static Formular mitWiederholung() {
        return baue(gruppe("0:*", KIND, feld(0) + feld(1) + feld(6)), KIND);
    }

    /** Right answers to all groups. */
    static Antworten antworten(int gruppen) {
        Antworten.Bauer antworten = new Antworten.Bauer(Antworten.LEER);
        for (int g = 0; g < gruppen; g++) {
            for (int f = 0; f < FELDER_JE_GRUPPE; f++) {
                antworten.mit(gruppe(g) + "." + kennung(f), wert(f));
            }
        }
        return antworten.baue();
    }

    /** The places of {@link #antworten}, by group. */
    static String[][] orte(int gruppen) {
        return IntStream.range(0, gruppen)
                .mapToObj(g -> IntStream.range(0, FELDER_JE_GRUPPE)
                        .mapToObj(f -> gruppe(g) + "." + kennung(f))
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /** Right answers to so many entries. */
    static Antworten eintraege(int anzahl) {
        Antworten.Bauer antworten = new Antworten.Bauer(Antworten.LEER).mitAnzahl(KIND, anzahl);
        for (int n = 1; n <= anzahl; n++) {
            for (int f : new int[] {0, 1, 6}) {
                antworten.mit(KIND + "-" + n + "." + kennung(f), wert(f));
            }
        }
        return antworten.baue();
    }

    /** The same limits as a JSON Schema, dates by a pattern: not every validator asserts formats. */
    static String jsonSchema(int gruppen) {
        StringBuilder schema = new StringBuilder("{\"type\":\"object\",\"properties\":{");
        StringBuilder alle = new StringBuilder();
        for (int g = 0; g < gruppen; g++) {
            schema.append(g == 0 ? "" : ",")
                    .append('"')
                    .append(gruppe(g))
                    .append("\":{\"type\":\"object\",\"properties\":{");
            StringBuilder pflicht = new StringBuilder();
            for (int f = 0; f < FELDER_JE_GRUPPE; f++) {
                schema.append(f == 0 ? "" : ",")
                        .append('"')
                        .append(kennung(f))
                        .append("\":")
                        .append(json(f));
                pflicht.append(f == 0 ? "" : ",").append('"').append(kennung(f)).append('"');
            }
            schema.append("},\"required\":[").append(pflicht).append("]}");
            alle.append(g == 0 ? "" : ",").append('"').append(gruppe(g)).append('"');
        }
        return schema.append("},\"required\":[").append(alle).append("]}").toString();
    }

    /** The same answers as JSON. */
    static String json(int gruppen, Antworten antworten) {
        StringBuilder json = new StringBuilder("{");
        for (int g = 0; g < gruppen; g++) {
            json.append(g == 0 ? "" : ",").append('"').append(gruppe(g)).append("\":{");
            for (int f = 0; f < FELDER_JE_GRUPPE; f++) {
                String wert = antworten.wert(gruppe(g) + "." + kennung(f));
                boolean roh = f == 6 || f == 7 || f == 8;
                json.append(f == 0 ? "" : ",").append('"').append(kennung(f)).append("\":");
                json.append(roh ? wert : '"' + wert + '"');
            }
            json.append('}');
        }
        return json.append('}').toString();
    }

    static String gruppe(int nummer) {
        return "G0599%07d".formatted(9_000_000 + nummer);
    }

    static String kennung(int feld) {
        return "F0599%07d".formatted(9_000_000 + feld);
    }

    private static String gruppe(String anzahl, String id, String kinder) {
        return "<x:struktur><x:anzahl>" + anzahl + "</x:anzahl><x:enthaelt><x:datenfeldgruppe>"
                + KENNUNG.formatted(id, "Gruppe " + id) + kinder
                + "</x:datenfeldgruppe></x:enthaelt></x:struktur>\n";
    }

    private static String feld(int nummer) {
        String typ =
                switch (nummer) {
                    case 5 -> "date";
                    case 6 -> "num_int";
                    case 7 -> "num_currency";
                    case 8 -> "bool";
                    default -> "text";
                };
        String grenzen =
                switch (nummer) {
                    case 4 -> "<x:praezisierung pattern=\"[0-9]{5}\"/>";
                    case 5 -> "";
                    case 6 -> "<x:praezisierung minValue=\"0\" maxValue=\"1000\"/>";
                    case 7 -> "<x:praezisierung minValue=\"0\"/>";
                    case 8 -> "";
                    case 9 ->
                        "<x:werte><x:wert><x:code>A</x:code><x:name>A</x:name></x:wert>"
                                + "<x:wert><x:code>B</x:code><x:name>B</x:name></x:wert></x:werte>";
                    default -> "<x:praezisierung minLength=\"2\" maxLength=\"60\"/>";
                };
        return "<x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt><x:datenfeld>"
                + KENNUNG.formatted(kennung(nummer), "Feld " + nummer)
                + "<x:feldart><code>" + (nummer == 9 ? "select" : "input") + "</code></x:feldart><x:datentyp><code>"
                + typ + "</code></x:datentyp>" + grenzen + "</x:datenfeld></x:enthaelt></x:struktur>\n";
    }

    private static String json(int feld) {
        return switch (feld) {
            case 4 -> "{\"type\":\"string\",\"pattern\":\"^[0-9]{5}$\"}";
            case 5 -> "{\"type\":\"string\",\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}";
            case 6 -> "{\"type\":\"integer\",\"minimum\":0,\"maximum\":1000}";
            case 7 -> "{\"type\":\"number\",\"minimum\":0}";
            case 8 -> "{\"type\":\"boolean\"}";
            case 9 -> "{\"enum\":[\"A\",\"B\"]}";
            default -> "{\"type\":\"string\",\"minLength\":2,\"maxLength\":60}";
        };
    }

    private static String wert(int feld) {
        return switch (feld) {
            case 4 -> "99999";
            case 5 -> "1985-02-03";
            case 6 -> "42";
            case 7 -> "12.50";
            case 8 -> "true";
            case 9 -> "B";
            default -> "Erika Mustermann " + feld;
        };
    }

    private static Formular baue(String struktur, String felder) {
        String schema = "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_3.0.0\">"
                + "<x:header><x:nachrichtID>bench</x:nachrichtID></x:header><x:stammdatenschema>"
                + KENNUNG.formatted("S05999000902", "Bench") + struktur
                + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
        String yaml =
                """
                id: bench
                version: 1.0.0
                titel: Bench
                leistungsschluessel: ["99000000000000"]
                vertrauensniveau: ohne
                schema: bench.xdf3.xml
                beschreibung: {kurztext: Synthetisch}
                wege: [ablage]
                seiten:
                  - {id: alle, titel: Alle, felder: [%s]}
                """
                        .formatted(felder);
        List<Problem> probleme = new ArrayList<>();
        return DienstLeser.lies(new Speicher(yaml, schema), probleme)
                .flatMap(dienst -> FormularBauer.baue(dienst, false).formular())
                .orElseThrow(() -> new IllegalStateException(String.valueOf(probleme)));
    }

    private record Speicher(String yaml, String schema) implements Dienstdateien {

        @Override
        public String ort() {
            return "bench";
        }

        @Override
        public Optional<InputStream> oeffnen(String name) {
            String inhalt = name.equals(DienstLeser.DATEI) ? yaml : name.endsWith(".xdf3.xml") ? schema : "";
            return inhalt.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ByteArrayInputStream(inhalt.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
