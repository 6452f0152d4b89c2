/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The tokens of one file, with the place of each value that was asked for. */
final class Jsonquelle {

    private final String datei;
    private final JsonParser parser;
    private final Befunde befunde;
    private final Map<String, Fundstelle> stellen = new HashMap<>();

    Jsonquelle(String datei, JsonParser parser, Befunde befunde) {
        this.datei = datei;
        this.parser = parser;
        this.befunde = befunde;
    }

    /** Reads the value that the parser stands at, to its last token. */
    interface Wertleser<T> {
        Optional<T> lies(String pointer) throws IOException;
    }

    /** Reads the member whose value the parser stands at, to its last token. */
    interface Angabenleser {
        void lies(String name, String pointer, boolean doppelt) throws IOException;
    }

    Map<String, Fundstelle> stellen() {
        return stellen;
    }

    JsonToken token() {
        return parser.currentToken();
    }

    String text() throws IOException {
        return parser.getText();
    }

    void ueberspringe() throws IOException {
        parser.skipChildren();
    }

    /** Notes where the current token begins. */
    Fundstelle merke(String pointer) {
        Fundstelle stelle = hier(pointer);
        stellen.put(pointer, stelle);
        return stelle;
    }

    private Fundstelle hier(String pointer) {
        JsonLocation ort = parser.currentTokenLocation();
        return new Fundstelle(datei, ort.getLineNr(), ort.getColumnNr(), pointer);
    }

    void fehler(RegelFehler code, String pointer, String meldung) {
        befunde.fehler(code, stellen.getOrDefault(pointer, hier(pointer)), meldung);
    }

    /** What the supplier makes; a problem when it refuses. */
    <T> Optional<T> baue(RegelFehler code, String pointer, Supplier<? extends T> wert) {
        try {
            return Optional.of(wert.get());
        } catch (IllegalArgumentException e) {
            fehler(code, pointer, e instanceof NumberFormatException ? code.bedeutung() : e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** Whether the value is of this kind; else a problem, and the value is passed over. */
    boolean ist(JsonToken art, String was, String pointer) throws IOException {
        if (parser.currentToken() == art) {
            return true;
        }
        fehler(RegelFehler.FORM, pointer, "Hier muss " + was + " stehen.");
        parser.skipChildren();
        return false;
    }

    /** Reads the members of an object and gives their names. */
    Set<String> objekt(String pointer, Angabenleser leser) throws IOException {
        Set<String> namen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String angabe = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            boolean doppelt = !namen.add(name);
            if (doppelt) {
                befunde.fehler(RegelFehler.DOPPELTE_ANGABE, hier(angabe), "\"" + name + "\" steht hier zweimal.");
            } else {
                merke(angabe);
            }
            parser.nextToken();
            leser.lies(name, angabe, doppelt);
        }
        return namen;
    }

    /** Reads an array; an element that cannot be read is empty, and so is all of it when it is no array. */
    <T> Optional<List<Optional<T>>> liste(String pointer, Wertleser<T> leser) throws IOException {
        if (!ist(JsonToken.START_ARRAY, "eine Liste", pointer)) {
            return Optional.empty();
        }
        List<Optional<T>> werte = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String stelle = pointer + "/" + werte.size();
            merke(stelle);
            werte.add(leser.lies(stelle));
        }
        return Optional.of(werte);
    }

    /** Reads a text. */
    Optional<String> text(String pointer) throws IOException {
        return ist(JsonToken.VALUE_STRING, "ein Text", pointer) ? Optional.of(parser.getText()) : Optional.empty();
    }
}
