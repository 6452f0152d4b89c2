/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Synthetic schemas with rules, and rule files as bytes. */
public final class Regelschema {

    private static final String KENNUNG =
            "<x:identifikation><x:id>%s</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>%1$s</x:name>"
                    + "<x:bezeichnungEingabe>%1$s</x:bezeichnungEingabe>";

    private Regelschema() {}

    /** The schema S05999000900; {@code teile} are rules and uses. */
    public static Stammdatenschema schema(String... teile) {
        String xml = "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_3.0.0\">"
                + "<x:header><x:nachrichtID>probe</x:nachrichtID></x:header><x:stammdatenschema>"
                + KENNUNG.formatted("S05999000900") + String.join("", teile)
                + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
        XdfErgebnis ergebnis =
                XdfLeser.lies("probe.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return ergebnis.schema().orElseThrow(() -> new AssertionError(ergebnis.probleme()));
    }

    /** A free-text rule. */
    public static String regel(String id) {
        return "<x:regel>" + KENNUNG.formatted(id) + "<x:freitextRegel>Text von " + id
                + "</x:freitextRegel><x:typ><code>K</code></x:typ></x:regel>";
    }

    /** A use of a group. */
    public static String gruppe(String anzahl, String id, String... teile) {
        return struktur(
                anzahl,
                "<x:datenfeldgruppe>" + KENNUNG.formatted(id) + String.join("", teile) + "</x:datenfeldgruppe>");
    }

    /** A use of an input field; {@code teile} are rules. */
    public static String feld(String anzahl, String id, String typ, String... teile) {
        return feld(anzahl, id, typ, "input", String.join("", teile));
    }

    /** A use of a select with these codes. */
    public static String auswahl(String anzahl, String id, String... codes) {
        return feld(
                anzahl,
                id,
                "text",
                "select",
                Arrays.stream(codes)
                        .map(c -> "<x:wert><x:code>" + c + "</x:code><x:name>" + c + "</x:name></x:wert>")
                        .collect(Collectors.joining("", "<x:werte>", "</x:werte>")));
    }

    /** A use of a field of this kind. */
    public static String feld(String anzahl, String id, String typ, String art, String rest) {
        return struktur(
                anzahl,
                "<x:datenfeld>" + KENNUNG.formatted(id) + "<x:feldart><code>" + art + "</code></x:feldart>"
                        + "<x:datentyp><code>" + typ + "</code></x:datentyp>" + rest + "</x:datenfeld>");
    }

    private static String struktur(String anzahl, String element) {
        return "<x:struktur><x:anzahl>" + anzahl + "</x:anzahl><x:enthaelt>" + element + "</x:enthaelt></x:struktur>";
    }

    /** Reads a rule file. */
    public static RegelLeser.Ergebnis lies(String json) {
        return lies(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a rule file. */
    public static RegelLeser.Ergebnis lies(byte[] json) {
        try {
            return RegelLeser.lies("regeln.json", new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule file without a problem. */
    public static Regeldatei datei(String json) {
        RegelLeser.Ergebnis ergebnis = lies(json);
        assertThat(ergebnis.probleme()).isEmpty();
        return ergebnis.datei().orElseThrow();
    }

    /** Rules without a problem. */
    public static Regelwerk regelwerk(Stammdatenschema schema, String json) {
        Regelwerk.Ergebnis ergebnis = Regelwerk.von(datei(json), schema);
        assertThat(ergebnis.probleme()).isEmpty();
        return ergebnis.regelwerk().orElseThrow();
    }

    /** One rule of a file. */
    public static String eintrag(String effect, String target, String condition) {
        return "{\"effect\":\"" + effect + "\"," + (target.isEmpty() ? "" : "\"target\":\"" + target + "\",")
                + "\"message\":\"Meldung\",\"condition\":" + condition + "}";
    }
}
