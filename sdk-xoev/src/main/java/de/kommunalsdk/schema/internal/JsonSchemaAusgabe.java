/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema.internal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.Wertart;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.StringJoiner;

/** Writes a plan as JSON Schema. Not thread-safe. */
public final class JsonSchemaAusgabe {

    private static final JsonFactory FABRIK =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    /** What is left of a text when xs:token has collapsed its white space. */
    private static final String TOKEN = "^[^ \\t\\r\\n]+(?: [^ \\t\\r\\n]+)*$";

    private final JsonGenerator json;

    private JsonSchemaAusgabe(JsonGenerator json) {
        this.json = json;
    }

    /** Writes and flushes; the stream stays the caller's to close. */
    public static void schreibe(Stammdatenschema schema, Namensgebung namen, Plan.Gruppe wurzel, OutputStream ziel)
            throws IOException {
        try (JsonGenerator json = FABRIK.createGenerator(ziel, JsonEncoding.UTF8)) {
            DefaultIndenter einzug = new DefaultIndenter("  ", "\n"); // not the platform's line ends
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withSeparators(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(einzug)
                    .withArrayIndenter(einzug));
            json.writeStartObject();
            json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
            // absolute, as JSON Schema (8.2.1) wants it; validators refuse the relative one of the FIM-XSLT
            json.writeStringField("$id", namen.namensraum(schema) + ":schema.json");
            json.writeStringField("title", schema.name());
            json.writeStringField("description", "Version " + schema.version());
            new JsonSchemaAusgabe(json).gruppe(wurzel);
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        }
    }

    /** The members of a schema for a group, inside an open object. */
    private void gruppe(Plan.Gruppe gruppe) throws IOException {
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        for (Plan.Kind kind : gruppe.kinder()) {
            json.writeObjectFieldStart(kind.name());
            json.writeStringField("title", kind.titel());
            json.writeStringField("description", kind.beschreibung());
            if (kind.mehrfach()) {
                liste(kind);
            } else {
                inhalt(kind.plan());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeBooleanField("additionalProperties", false);
        if (gruppe.auswahl()) {
            json.writeArrayFieldStart("oneOf");
            for (Plan.Kind kind : gruppe.kinder()) {
                json.writeStartObject();
                verlangt(List.of(kind));
                json.writeEndObject();
            }
            json.writeEndArray();
        } else {
            verlangt(gruppe.kinder().stream().filter(k -> k.min() > 0).toList());
        }
    }

    private void liste(Plan.Kind kind) throws IOException {
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        inhalt(kind.plan());
        json.writeEndObject();
        if (kind.min() > 0) {
            json.writeNumberField("minItems", kind.min());
        }
        if (!kind.unbegrenzt()) {
            json.writeNumberField("maxItems", kind.max());
        }
    }

    private void verlangt(List<Plan.Kind> kinder) throws IOException {
        if (!kinder.isEmpty()) {
            json.writeArrayFieldStart("required");
            for (Plan.Kind kind : kinder) {
                json.writeString(kind.name());
            }
            json.writeEndArray();
        }
    }

    private void inhalt(Plan plan) throws IOException {
        if (plan instanceof Plan.Gruppe gruppe) {
            gruppe(gruppe);
        } else if (plan instanceof Plan.Feld feld) {
            feld(feld);
        }
    }

    private void feld(Plan.Feld feld) throws IOException {
        switch (feld.art()) {
            case TEXT, ANLAGE -> text(feld);
            case CODE -> code(feld);
            case DATUM -> datum(feld);
            case ZEIT, ZEITPUNKT -> {
                // format time and date-time demand an offset (RFC 3339); forms have local times
                json.writeStringField("type", "string");
                json.writeStringField("pattern", verankert(feld.art().form()));
            }
            case WAHRHEITSWERT -> json.writeStringField("type", "boolean");
            case GANZZAHL, ZAHL -> {
                json.writeStringField("type", feld.art() == Wertart.ZAHL ? "number" : "integer");
                if (feld.min().isPresent()) {
                    json.writeNumberField("minimum", feld.min().get());
                }
                if (feld.max().isPresent()) {
                    json.writeNumberField("maximum", feld.max().get());
                }
            }
        }
    }

    private void text(Plan.Feld feld) throws IOException {
        json.writeStringField("type", "string");
        json.writeNumberField("minLength", feld.minLaenge());
        if (feld.maxLaenge().isPresent()) {
            json.writeNumberField("maxLength", feld.maxLaenge().get());
        }
        if (feld.muster().isPresent()) {
            json.writeStringField("pattern", feld.muster().get().alsJson());
        }
    }

    private void code(Plan.Feld feld) throws IOException {
        json.writeStringField("type", "string");
        if (feld.codes().isEmpty()) {
            json.writeStringField("pattern", TOKEN);
            return;
        }
        json.writeArrayFieldStart("oneOf");
        for (var code : feld.codes().entrySet()) {
            json.writeStartObject();
            json.writeStringField("const", code.getKey());
            json.writeStringField("title", code.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void datum(Plan.Feld feld) throws IOException {
        json.writeStringField("type", "string");
        json.writeStringField("format", "date");
        json.writeStringField("pattern", verankert(feld.art().form()));
        if (feld.ab().isPresent() || feld.bis().isPresent()) {
            json.writeArrayFieldStart("allOf");
            if (feld.ab().isPresent()) {
                grenze(feld.ab().get().toString(), true);
            }
            if (feld.bis().isPresent()) {
                grenze(feld.bis().get().toString(), false);
            }
            json.writeEndArray();
        }
    }

    /** JSON Schema has no keyword for the limits of a day: as a pattern of all days from or up to that day. */
    private void grenze(String tag, boolean ab) throws IOException {
        StringJoiner zweige = new StringJoiner("|").add(tag);
        for (int i = 0; i < tag.length(); i++) {
            int ziffer = tag.charAt(i) - '0';
            int von = ab ? ziffer + 1 : 0;
            int bis = ab ? 9 : ziffer - 1;
            if (ziffer >= 0 && von <= bis) {
                String rest = tag.substring(i + 1).replaceAll("[0-9]", "[0-9]");
                zweige.add(tag.substring(0, i) + "[" + von + "-" + bis + "]" + rest);
            }
        }
        json.writeStartObject();
        json.writeStringField("pattern", verankert(zweige.toString()));
        json.writeEndObject();
    }

    private static String verankert(String muster) {
        return "^(?:" + muster + ")$";
    }
}
