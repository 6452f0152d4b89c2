/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.Wert;
import de.kommunalsdk.xfall.Wertart;
import de.kommunalsdk.xml.SecureXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes values as they are, right or wrong, in the order of the schema; what it does not have comes last. */
final class Rohschreiber {

    private final Stammdatenschema schema;
    private final Namensgebung namen;

    Rohschreiber(Bauplan plan) {
        this.schema = plan.schema();
        this.namen = plan.namen();
    }

    private record Eintrag(String id, Optional<Struktur> teil, List<Wert> werte) {

        List<Struktur> struktur() {
            return teil.map(Struktur::element)
                    .filter(Datenfeldgruppe.class::isInstance)
                    .map(g -> ((Datenfeldgruppe) g).struktur())
                    .orElse(List.of());
        }

        Wertart art() {
            return teil.map(Struktur::element)
                    .filter(Datenfeld.class::isInstance)
                    .map(f -> Wertart.von((Datenfeld) f))
                    .orElse(Wertart.TEXT);
        }
    }

    private static List<Eintrag> eintraege(List<Struktur> struktur, Gruppenwert werte) {
        Map<String, List<Wert>> rest = new HashMap<>(werte.kinder());
        List<Eintrag> alle = new ArrayList<>();
        for (Struktur teil : struktur) {
            String id = teil.element().id();
            List<Wert> gegeben = rest.remove(id);
            if (gegeben != null) {
                alle.add(new Eintrag(id, Optional.of(teil), gegeben));
            }
        }
        rest.forEach((id, gegeben) -> alle.add(new Eintrag(id, Optional.empty(), gegeben)));
        return alle;
    }

    private static String text(Wert wert) {
        return wert instanceof Anlagewert anlage ? anlage.dateiname() : ((Feldwert) wert).text();
    }

    String xml(Gruppenwert werte) {
        try {
            ByteArrayOutputStream ziel = new ByteArrayOutputStream();
            XMLStreamWriter xml = SecureXml.schreiber(ziel);
            xml.writeStartDocument();
            xml.writeStartElement("", namen.wurzel(schema), namen.namensraum(schema));
            xml.writeDefaultNamespace(namen.namensraum(schema));
            xml(xml, schema.struktur(), werte);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return ziel.toString(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    private void xml(XMLStreamWriter xml, List<Struktur> struktur, Gruppenwert werte) throws XMLStreamException {
        for (Eintrag eintrag : eintraege(struktur, werte)) {
            for (Wert wert : eintrag.werte()) {
                xml.writeStartElement("", eintrag.id(), namen.namensraum(schema));
                if (wert instanceof Gruppenwert gruppe) {
                    xml(xml, eintrag.struktur(), gruppe);
                } else {
                    xml.writeCharacters(text(wert));
                }
                xml.writeEndElement();
            }
        }
    }

    String json(Gruppenwert werte) {
        StringWriter ziel = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ziel)) {
            json(json, schema.struktur(), werte);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ziel.toString();
    }

    private void json(JsonGenerator json, List<Struktur> struktur, Gruppenwert werte) throws IOException {
        json.writeStartObject();
        for (Eintrag eintrag : eintraege(struktur, werte)) {
            boolean liste = eintrag.werte().size() > 1
                    || eintrag.teil().filter(t -> t.anzahl().mehrfach()).isPresent();
            json.writeFieldName(eintrag.id());
            if (liste) {
                json.writeStartArray();
            }
            for (Wert wert : eintrag.werte()) {
                if (wert instanceof Gruppenwert gruppe) {
                    json(json, eintrag.struktur(), gruppe);
                } else {
                    json(json, eintrag.art(), text(wert));
                }
            }
            if (liste) {
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    /** A text that is no number stays a string where a number belongs: JSON has no other way to say it. */
    private static void json(JsonGenerator json, Wertart art, String text) throws IOException {
        boolean zahl = (art == Wertart.GANZZAHL || art == Wertart.ZAHL) && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
        if (zahl) {
            json.writeNumber(text);
        } else if (art == Wertart.WAHRHEITSWERT && text.matches("true|false")) {
            json.writeBoolean(text.equals("true"));
        } else {
            json.writeString(text);
        }
    }
}
