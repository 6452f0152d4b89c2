/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.oidc.OidcFehler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the JSON of others: UTF-8, one object, no name twice, 20 levels. The JOSE library never sees any other. */
final class Json {

    private static final JsonMapper LESER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(256 * 1024)
                            .maxNameLength(1024)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final double LETZTE_SEKUNDE = 253_402_300_799d; // of the year 9999
    private static final Pattern WORT = Pattern.compile("[A-Za-z0-9_.:-]{1,60}");

    private Json() {}

    /** The object in these bytes; whatever else they are gives {@code form}. */
    static ObjectNode objekt(byte[] bytes, OidcFehler form) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (LESER.readTree(text) instanceof ObjectNode objekt) {
                return objekt;
            }
            throw new Ablehnung(form, "kein JSON-Objekt");
        } catch (StreamConstraintsException e) {
            throw new Ablehnung(OidcFehler.JSON_GRENZE);
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new Ablehnung(form, "kein JSON");
        }
    }

    /** A text that is there and not empty. */
    static Optional<String> text(ObjectNode objekt, String name) {
        JsonNode wert = objekt.path(name);
        return wert.isTextual() && !wert.textValue().isEmpty() ? Optional.of(wert.textValue()) : Optional.empty();
    }

    /** Seconds since 1970, whole or not. */
    static Optional<Double> zeit(ObjectNode objekt, String name) {
        JsonNode wert = objekt.path(name);
        double sekunden = wert.isNumber() ? wert.doubleValue() : -1;
        return sekunden >= 0 && sekunden <= LETZTE_SEKUNDE ? Optional.of(sekunden) : Optional.empty();
    }

    /** A word of the account for the log; anything longer or stranger is left out. */
    static String wort(ObjectNode objekt, String name) {
        return wort(text(objekt, name).orElse(""));
    }

    /** The same for a text from elsewhere. */
    static String wort(String text) {
        return WORT.matcher(text).matches() ? text : "";
    }
}
