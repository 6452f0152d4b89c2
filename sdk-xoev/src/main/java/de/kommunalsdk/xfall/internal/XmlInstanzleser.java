/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
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
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one instance in XML. Not thread-safe. */
public final class XmlInstanzleser {

    private static final Pattern LEERRAUM = Pattern.compile("[ \\t\\r\\n]+");

    private final Lesebefunde befunde;
    private final String namensraum;
    private final String datei;
    private final XMLStreamReader xml;

    private XmlInstanzleser(Lesebefunde befunde, String namensraum, String datei, XMLStreamReader xml) {
        this.befunde = befunde;
        this.namensraum = namensraum;
        this.datei = datei;
        this.xml = xml;
    }

    /** See {@link de.kommunalsdk.xfall.XfallXmlLeser}. */
    public static XfallErgebnis lies(
            Stammdatenschema schema, Namensgebung namen, String datei, InputStream quelle, XmlGrenzen grenzen) {
        Lesebefunde befunde = new Lesebefunde();
        String wurzel = namen.wurzel(schema);
        @Nullable XMLStreamReader xml = null;
        Gruppenwert werte = Gruppenwert.LEER;
        try {
            xml = SecureXml.leser(quelle, grenzen);
            XmlInstanzleser leser = new XmlInstanzleser(befunde, namen.namensraum(schema), datei, xml);
            xml.nextTag();
            if (xml.getLocalName().equals(wurzel) && leser.imNamensraum()) {
                werte = leser.gruppe(schema.struktur(), "/" + schema.id());
                while (xml.hasNext()) {
                    xml.next(); // what comes behind the root may be broken
                }
            } else {
                befunde.melde(XfallFehler.FALSCHE_WURZEL, leser.stelle(), "");
            }
        } catch (InvalidInput e) {
            befunde.melde(e.fehlercode(), xml == null ? Fundstelle.in(datei) : SecureXml.stelle(datei, xml), "");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("SecureXml wirft keine XMLStreamException", e);
        }
        return befunde.ergebnis(werte);
    }

    /** Reads the children of the element at whose start tag the reader stands, up to its end tag. */
    private Gruppenwert gruppe(List<Struktur> struktur, String pfad) throws XMLStreamException {
        pruefeAttribute(pfad);
        Map<String, List<Wert>> kinder = new HashMap<>();
        int stand = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    int platz = imNamensraum() ? Lesebefunde.platz(struktur, xml.getLocalName()) : -1;
                    if (platz < 0) {
                        befunde.melde(XfallFehler.UNBEKANNTES_ELEMENT, stelle(), pfad);
                        ueberspringe();
                        continue;
                    }
                    String id = struktur.get(platz).element().id();
                    if (platz < stand) {
                        befunde.melde(XfallFehler.REIHENFOLGE, stelle(), pfad + "/" + id);
                    }
                    stand = Math.max(stand, platz);
                    kinder.computeIfAbsent(id, k -> new ArrayList<>()).add(wert(struktur.get(platz), pfad + "/" + id));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Gruppenwert(kinder);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        befunde.melde(XfallFehler.VERBOTENER_TEXT, stelle(), pfad);
                    }
                }
                default -> {
                    // comments and processing instructions carry no values
                }
            }
        }
    }

    private Wert wert(Struktur teil, String pfad) throws XMLStreamException {
        if (teil.element() instanceof Datenfeldgruppe gruppe) {
            return gruppe(gruppe.struktur(), pfad);
        }
        pruefeAttribute(pfad);
        Fundstelle stelle = stelle();
        String text = text(pfad);
        Wertart art = Wertart.von((Datenfeld) teil.element());
        if (art != Wertart.TEXT && art != Wertart.ANLAGE) {
            text = LEERRAUM.matcher(text).replaceAll(" ").strip();
        }
        befunde.pruefeText(text, stelle, pfad);
        if (text.isEmpty()) {
            return new Feldwert("");
        }
        if (art == Wertart.ANLAGE) {
            return new Anlagewert(text, "", "");
        }
        String lexikalisch = lexikalisch(art, text);
        if (!art.hatForm(lexikalisch) || art.kanonisch(lexikalisch).isEmpty()) {
            befunde.melde(XfallFehler.FALSCHE_FORM, stelle, pfad);
        }
        return new Feldwert(art.kanonisch(lexikalisch).orElse(text));
    }

    /** What XML Schema allows beside our own form (part 2, 3.2.2 and 3.2.3): 1, 0, {@code .5} and {@code 5.} */
    private static String lexikalisch(Wertart art, String text) {
        return switch (art) {
            case WAHRHEITSWERT -> text.equals("1") ? "true" : text.equals("0") ? "false" : text;
            case ZAHL -> {
                String zahl = text.replaceFirst("^([+-]?)\\.(?=[0-9])", "$10.");
                yield zahl.matches("[+-]?[0-9]+\\.") ? zahl + "0" : zahl;
            }
            default -> text;
        };
    }

    private String text(String pfad) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    befunde.melde(XfallFehler.UNBEKANNTES_ELEMENT, stelle(), pfad);
                    ueberspringe();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
    }

    private void pruefeAttribute(String pfad) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean erlaubt = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i))
                    && xml.getAttributeLocalName(i).matches("schemaLocation|noNamespaceSchemaLocation");
            if (!erlaubt) {
                befunde.melde(XfallFehler.VERBOTENES_ATTRIBUT, stelle(), pfad);
            }
        }
    }

    private void ueberspringe() throws XMLStreamException {
        for (int tiefe = 1; tiefe > 0; ) {
            int ereignis = xml.next();
            if (ereignis == XMLStreamConstants.START_ELEMENT) {
                tiefe++;
            } else if (ereignis == XMLStreamConstants.END_ELEMENT) {
                tiefe--;
            }
        }
    }

    private boolean imNamensraum() {
        return namensraum.equals(xml.getNamespaceURI());
    }

    private Fundstelle stelle() {
        return SecureXml.stelle(datei, xml);
    }
}
