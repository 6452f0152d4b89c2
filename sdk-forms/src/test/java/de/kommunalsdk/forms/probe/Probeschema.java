/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes small synthetic schemas (XDatenfelder 3.0.0); what a test does not say is left at its simplest. */
public final class Probeschema {

    private static final String KENNUNG =
            "<x:identifikation><x:id>%s</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>%s</x:name>";

    private Probeschema() {}

    /** One use of an element. */
    public interface Teil {
        String xml();
    }

    /** The whole document, schema S05999000901. */
    public static String schema(Teil... teile) {
        return "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_3.0.0\">"
                + "<x:header><x:nachrichtID>probe</x:nachrichtID></x:header><x:stammdatenschema>"
                + KENNUNG.formatted("S05999000901", "Probe") + alle(teile)
                + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
    }

    /** A group. */
    public static Teil gruppe(String anzahl, String id, String name, Teil... kinder) {
        return gruppe(anzahl, id, name, "", kinder);
    }

    /** A group of which one child is given. */
    public static Teil auswahlgruppe(String anzahl, String id, String name, Teil... kinder) {
        return gruppe(anzahl, id, name, "<x:art><code>X</code></x:art>", kinder);
    }

    /** An input field, to be described further. */
    public static Feldteil feld(String anzahl, String id, String name, String typ) {
        return new Feldteil(anzahl, id, name, typ, "input", "");
    }

    private static Teil gruppe(String anzahl, String id, String name, String art, Teil... kinder) {
        return () -> struktur(
                anzahl,
                "<x:datenfeldgruppe>" + KENNUNG.formatted(id, name) + art + alle(kinder) + "</x:datenfeldgruppe>");
    }

    private static String struktur(String anzahl, String element) {
        return "<x:struktur><x:anzahl>" + anzahl + "</x:anzahl><x:enthaelt>" + element + "</x:enthaelt></x:struktur>\n";
    }

    private static String alle(Teil... teile) {
        return Arrays.stream(teile).map(Teil::xml).collect(Collectors.joining());
    }

    /** One use of a field. */
    public record Feldteil(String anzahl, String id, String name, String typ, String art, String rest) implements Teil {

        /** Limits as attributes, for example {@code minLength='2'}. */
        public Feldteil grenzen(String attribute) {
            return mit("<x:praezisierung " + attribute + "/>");
        }

        /** Any other child of the field. */
        public Feldteil mit(String xml) {
            return new Feldteil(anzahl, id, name, typ, art, rest + xml);
        }

        /** Another kind of field than {@code input}, with its content. */
        public Feldteil art(String feldart, String inhalt) {
            return new Feldteil(anzahl, id, name, typ, feldart, rest)
                    .mit(inhalt.isEmpty() ? "" : "<x:inhalt>" + inhalt + "</x:inhalt>");
        }

        /** A select with these codes, each named {@code Name <code>}. */
        public Feldteil werte(String... codes) {
            return new Feldteil(anzahl, id, name, typ, "select", rest)
                    .mit(Arrays.stream(codes)
                            .map(c -> "<x:wert><x:code>" + c + "</x:code><x:name>Name " + c + "</x:name></x:wert>")
                            .collect(Collectors.joining("", "<x:werte>", "</x:werte>")));
        }

        /** A select of a code list that stands outside of the schema. */
        public Feldteil liste(String urn) {
            return new Feldteil(anzahl, id, name, typ, "select", rest)
                    .mit("<x:codelisteReferenz><x:canonicalIdentification>" + urn
                            + "</x:canonicalIdentification></x:codelisteReferenz>");
        }

        @Override
        public String xml() {
            return struktur(
                    anzahl,
                    "<x:datenfeld>" + KENNUNG.formatted(id, name) + "<x:feldart><code>" + art
                            + "</code></x:feldart><x:datentyp><code>" + typ + "</code></x:datentyp>" + rest
                            + "</x:datenfeld>");
        }
    }
}
