/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck;
import de.kommunalsdk.xdatenfelder.regel.Regeldatei;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Writes the canonical form. */
public final class Dateischreiber {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator ziel;

    private Dateischreiber(JsonGenerator ziel) {
        this.ziel = ziel;
    }

    /** See {@link de.kommunalsdk.xdatenfelder.regel.RegelSchreiber#schreibe}. */
    public static String schreibe(Regeldatei datei) {
        StringWriter text = new StringWriter();
        try (JsonGenerator ziel = JSON.createGenerator(text)) {
            DefaultIndenter einzug = new DefaultIndenter("  ", "\n");
            ziel.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(einzug).withArrayIndenter(einzug));
            new Dateischreiber(ziel).datei(datei);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void datei(Regeldatei datei) throws IOException {
        ziel.writeStartObject();
        for (var eintrag : datei.eintraege().entrySet()) {
            ziel.writeArrayFieldStart(eintrag.getKey().toString());
            for (UebersetzteRegel regel : eintrag.getValue()) {
                regel(regel);
            }
            ziel.writeEndArray();
        }
        ziel.writeEndObject();
    }

    private void regel(UebersetzteRegel regel) throws IOException {
        ziel.writeStartObject();
        ziel.writeStringField("effect", regel.effect().name().toLowerCase(Locale.ROOT));
        if (regel.target().isPresent()) {
            ziel.writeStringField("target", regel.target().get().name());
        }
        ziel.writeStringField("message", regel.message());
        ziel.writeFieldName("condition");
        ausdruck(regel.condition());
        ziel.writeEndObject();
    }

    private void ausdruck(Ausdruck ausdruck) throws IOException {
        if (ausdruck instanceof Ausdruck.Text text) {
            ziel.writeString(text.wert());
        } else if (ausdruck instanceof Ausdruck.Zahl zahl) {
            ziel.writeNumber(zahl.wert().toPlainString());
        } else if (ausdruck instanceof Ausdruck.Wahr wahr) {
            ziel.writeBoolean(wahr.wert());
        } else {
            ziel.writeStartObject();
            operator(ausdruck);
            ziel.writeEndObject();
        }
    }

    private void operator(Ausdruck ausdruck) throws IOException {
        if (ausdruck instanceof Ausdruck.Identifier identifier) {
            ziel.writeStringField("identifier", identifier.name());
        } else if (ausdruck instanceof Ausdruck.IsEmpty leer) {
            ziel.writeFieldName("is_empty");
            ausdruck(leer.identifier());
        } else if (ausdruck instanceof Ausdruck.Not nicht) {
            ziel.writeFieldName("not");
            ausdruck(nicht.condition());
        } else if (ausdruck instanceof Ausdruck.Equal gleich) {
            liste("equal", List.of(gleich.links(), gleich.rechts()));
        } else if (ausdruck instanceof Ausdruck.And und) {
            liste("and", und.conditions());
        } else if (ausdruck instanceof Ausdruck.Or oder) {
            liste("or", oder.conditions());
        } else if (ausdruck instanceof Ausdruck.Xor entweder) {
            liste("xor", entweder.conditions());
        }
    }

    private void liste(String name, List<? extends Ausdruck> teile) throws IOException {
        ziel.writeArrayFieldStart(name);
        for (Ausdruck teil : teile) {
            ausdruck(teil);
        }
        ziel.writeEndArray();
    }
}
