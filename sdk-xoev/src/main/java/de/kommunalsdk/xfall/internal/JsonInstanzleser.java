/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import de.kommunalsdk.xfall.Wertart;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallFehler;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one instance in JSON. Not thread-safe. */
public final class JsonInstanzleser {

    private static final int MAX_NAME = 1_000;
    private static final int MAX_STELLEN = 100;
    private static final JsonFactory STANDARD = fabrik(XmlGrenzen.STANDARD);

    private final Lesebefunde befunde;
    private final String datei;
    private final JsonParser json;

    private JsonInstanzleser(Lesebefunde befunde, String datei, JsonParser json) {
        this.befunde = befunde;
        this.datei = datei;
        this.json = json;
    }

    private static JsonFactory fabrik(XmlGrenzen grenzen) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(grenzen.maxBytes())
                        .maxNestingDepth(grenzen.maxTiefe())
                        .maxTokenCount(grenzen.maxElemente())
                        .maxStringLength(grenzen.maxText())
                        .maxNameLength(MAX_NAME)
                        .build())
                .build();
    }

    /** See {@link de.kommunalsdk.xfall.XfallJsonLeser}. */
    public static XfallErgebnis lies(Stammdatenschema schema, String datei, InputStream quelle, XmlGrenzen grenzen) {
        Lesebefunde befunde = new Lesebefunde();
        JsonFactory fabrik = grenzen.equals(XmlGrenzen.STANDARD) ? STANDARD : fabrik(grenzen);
        Gruppenwert werte = Gruppenwert.LEER;
        try (JsonParser json = fabrik.createParser(quelle)) {
            JsonInstanzleser leser = new JsonInstanzleser(befunde, datei, json);
            try {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    werte = leser.gruppe(schema.struktur(), false, "/" + schema.id());
                    if (json.nextToken() != null) {
                        befunde.melde(XfallFehler.JSON_SYNTAX, leser.stelle(), "");
                    }
                } else {
                    befunde.melde(XfallFehler.FALSCHE_WURZEL, leser.stelle(), "");
                }
            } catch (JsonProcessingException e) {
                Fehlercode code =
                        e instanceof StreamConstraintsException ? XfallFehler.JSON_GRENZE : XfallFehler.JSON_SYNTAX;
                befunde.melde(code, leser.stelle(json.currentLocation()), "");
            }
        } catch (IOException e) {
            // bytes that are no UTF-8, or a stream that fails
            boolean zeichen = e instanceof CharConversionException;
            befunde.melde(zeichen ? XfallFehler.JSON_SYNTAX : XmlFehler.LESEFEHLER, Fundstelle.in(datei), "");
        }
        return befunde.ergebnis(werte);
    }

    /** Reads the members of the object at whose beginning the parser stands, up to its end. */
    private Gruppenwert gruppe(List<Struktur> struktur, boolean auswahl, String pfad) throws IOException {
        Map<String, List<Wert>> kinder = new HashMap<>();
        for (JsonToken zeichen = json.nextToken(); zeichen != JsonToken.END_OBJECT; zeichen = json.nextToken()) {
            int platz = Lesebefunde.platz(struktur, json.currentName());
            if (platz < 0) {
                befunde.melde(XfallFehler.UNBEKANNTES_ELEMENT, stelle(), pfad);
                json.nextToken();
                json.skipChildren();
                continue;
            }
            Struktur teil = struktur.get(platz);
            String ort = pfad + "/" + teil.element().id();
            List<Wert> werte = new ArrayList<>();
            boolean liste = json.nextToken() == JsonToken.START_ARRAY;
            if (liste != teil.anzahl().mehrfach()) {
                falscheArt(ort);
            } else if (liste) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    wert(teil, ort).ifPresent(werte::add);
                }
                if (werte.isEmpty() && auswahl) {
                    befunde.melde(XfallFehler.LEER, stelle(), ort);
                }
            } else {
                wert(teil, ort).ifPresent(werte::add);
            }
            if (kinder.put(teil.element().id(), werte) != null) {
                befunde.melde(XfallFehler.MEHRDEUTIG, stelle(), ort);
            }
        }
        return new Gruppenwert(kinder);
    }

    private Optional<Wert> wert(Struktur teil, String pfad) throws IOException {
        if (teil.element() instanceof Datenfeldgruppe gruppe) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                return Optional.of(gruppe(gruppe.struktur(), gruppe.auswahlgruppe(), pfad));
            }
            return falscheArt(pfad);
        }
        Wertart art = Wertart.von((Datenfeld) teil.element());
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> zahl(art, pfad);
            case VALUE_TRUE, VALUE_FALSE ->
                art == Wertart.WAHRHEITSWERT ? Optional.of(new Feldwert(json.getText())) : falscheArt(pfad);
            case VALUE_STRING -> text(art, pfad);
            default -> falscheArt(pfad);
        };
    }

    private Optional<Wert> zahl(Wertart art, String pfad) throws IOException {
        if (art != Wertart.GANZZAHL && art != Wertart.ZAHL) {
            return falscheArt(pfad);
        }
        Optional<String> text = ausgeschrieben(json.getText(), art == Wertart.GANZZAHL);
        if (text.isEmpty()) {
            befunde.melde(XfallFehler.FALSCHE_FORM, stelle(), pfad);
        }
        return text.map(Feldwert::new);
    }

    /** Without exponent, and only when that is not too long: 1e999999999 would fill the memory. */
    private static Optional<String> ausgeschrieben(String text, boolean ganz) {
        try {
            BigDecimal zahl = new BigDecimal(text);
            if (Math.abs((long) zahl.precision() - zahl.scale()) > MAX_STELLEN || zahl.scale() > MAX_STELLEN) {
                return Optional.empty();
            }
            return Optional.of((ganz ? zahl.setScale(0) : zahl).toPlainString());
        } catch (ArithmeticException e) {
            return Optional.empty(); // a fraction, or an exponent beyond the integers
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Wert> text(Wertart art, String pfad) throws IOException {
        String text = json.getText();
        befunde.pruefeText(text, stelle(), pfad);
        switch (art) {
            case ANLAGE -> {
                return Optional.of(new Anlagewert(text, "", ""));
            }
            case GANZZAHL, ZAHL, WAHRHEITSWERT -> {
                return falscheArt(pfad);
            }
            default -> {
                Optional<String> kanonisch = art.kanonisch(text);
                // a code with superfluous white space is another code in JSON
                if (!text.isEmpty()
                        && (kanonisch.isEmpty()
                                || !art.hatForm(text)
                                || (art == Wertart.CODE && !kanonisch.get().equals(text)))) {
                    befunde.melde(XfallFehler.FALSCHE_FORM, stelle(), pfad);
                }
                return Optional.of(new Feldwert(kanonisch.orElse(text)));
            }
        }
    }

    private Optional<Wert> falscheArt(String pfad) throws IOException {
        befunde.melde(XfallFehler.FALSCHE_ART, stelle(), pfad);
        json.skipChildren();
        return Optional.empty();
    }

    private Fundstelle stelle() {
        return stelle(json.currentTokenLocation());
    }

    private Fundstelle stelle(JsonLocation ort) {
        return new Fundstelle(datei, Math.max(0, ort.getLineNr()), Math.max(0, ort.getColumnNr()), "");
    }
}
