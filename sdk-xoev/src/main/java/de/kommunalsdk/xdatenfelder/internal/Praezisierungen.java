/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.xdatenfelder.Datenfeld.Datentyp;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.internal.muster.Abgelehnt;
import de.kommunalsdk.xdatenfelder.internal.muster.Musterleser;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the limits of a field: attributes of XDF3, JSON text of XDF2. */
final class Praezisierungen {

    private static final Set<String> NAMEN = Set.of("minLength", "maxLength", "minValue", "maxValue", "pattern");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Befunde befunde;
    private final Set<String> geprueft = new HashSet<>();

    Praezisierungen(Befunde befunde) {
        this.befunde = befunde;
    }

    /** Puts the members of an XDF2 text into the raw element. */
    void liesJson(String text, Rohelement roh) {
        if (text.isEmpty()) {
            return;
        }
        try {
            JsonNode wurzel = JSON.readTree(mitDoppeltenStrichen(text));
            if (!wurzel.isObject()) {
                befunde.fehler(XdfFehler.PRAEZISIERUNG, roh.ort, "Präzisierung");
                return;
            }
            for (Map.Entry<String, JsonNode> angabe : wurzel.properties()) {
                if (!angabe.getValue().isValueNode()) {
                    befunde.fehler(XdfFehler.PRAEZISIERUNG, roh.ort, Zeiger.kurz(angabe.getKey()));
                } else if (!angabe.getValue().isNull()) {
                    roh.praezisierung.put(angabe.getKey(), angabe.getValue().asText());
                }
            }
        } catch (JsonProcessingException e) {
            befunde.fehler(XdfFehler.PRAEZISIERUNG, roh.ort, "Präzisierung");
        }
    }

    /** Real XDF2 has patterns such as {@code \.} in its JSON without doubling the backslash. */
    private static String mitDoppeltenStrichen(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder json = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char zeichen = text.charAt(i);
            json.append(zeichen);
            if (zeichen != '\\') {
                continue;
            }
            boolean escape = i + 1 < text.length() && "\"\\/bfnrt".indexOf(text.charAt(i + 1)) >= 0;
            boolean unicode = text.regionMatches(i, "\\u", 0, 2)
                    && text.substring(i + 2, Math.min(text.length(), i + 6)).matches("[0-9A-Fa-f]{4}");
            if (escape) {
                json.append(text.charAt(++i));
            } else if (!unicode) {
                json.append('\\');
            }
        }
        return json.toString();
    }

    /** Builds the limits once the data type is known. */
    Praezisierung baue(Rohelement roh, Datentyp datentyp) {
        if (roh.praezisierung.isEmpty()) {
            return Praezisierung.KEINE;
        }
        roh.praezisierung.keySet().stream()
                .filter(name -> !NAMEN.contains(name))
                .sorted()
                .forEach(name ->
                        befunde.warnung(XdfFehler.UNBEKANNTE_ANGABE, roh.ort, "Präzisierung " + Zeiger.kurz(name)));
        boolean zeitlich = datentyp == Datentyp.DATE || datentyp == Datentyp.TIME || datentyp == Datentyp.DATETIME;
        Optional<BigDecimal> minValue = zeitlich ? Optional.empty() : zahl(roh, "minValue");
        Optional<BigDecimal> maxValue = zeitlich ? Optional.empty() : zahl(roh, "maxValue");
        Optional<Integer> minLength = laenge(roh, "minLength");
        Optional<Integer> maxLength = laenge(roh, "maxLength");
        if (groesser(minLength, maxLength)) {
            befunde.fehler(XdfFehler.WERT, roh.ort, "minLength ist größer als maxLength");
        }
        if (groesser(minValue, maxValue)) {
            befunde.fehler(XdfFehler.WERT, roh.ort, "minValue ist größer als maxValue");
        }
        String pattern = roh.praezisierung.getOrDefault("pattern", "");
        pruefeMuster(pattern, roh);
        return new Praezisierung(
                minLength,
                maxLength,
                minValue,
                maxValue,
                zeitlich ? roh.praezisierung.getOrDefault("minValue", "") : "",
                zeitlich ? roh.praezisierung.getOrDefault("maxValue", "") : "",
                pattern);
    }

    private static <T extends Comparable<T>> boolean groesser(Optional<T> min, Optional<T> max) {
        return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    }

    private void pruefeMuster(String pattern, Rohelement roh) {
        if (pattern.isEmpty() || geprueft.contains(pattern)) {
            return;
        }
        try {
            Musterleser.lies(pattern);
            geprueft.add(pattern);
        } catch (Abgelehnt e) {
            befunde.fehler(e.fehler(), roh.ort, "Muster " + Zeiger.kurz(pattern) + " - " + e.grund());
        }
    }

    private Optional<Integer> laenge(Rohelement roh, String name) {
        Optional<BigDecimal> zahl = zahl(roh, name);
        try {
            Optional<Integer> laenge = zahl.map(BigDecimal::intValueExact);
            if (laenge.isEmpty() || laenge.get() >= 0) {
                return laenge;
            }
        } catch (ArithmeticException e) {
            // reported below like every other number that is no length
        }
        befunde.fehler(XdfFehler.WERT, roh.ort, name + " ist keine ganze Zahl ab 0");
        return Optional.empty();
    }

    private Optional<BigDecimal> zahl(Rohelement roh, String name) {
        String text = roh.praezisierung.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // no exponent: a number such as 1e999999999 costs memory as soon as it is written out
        if (text.length() > 40 || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            befunde.fehler(XdfFehler.WERT, roh.ort, name + " ist keine Zahl");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
