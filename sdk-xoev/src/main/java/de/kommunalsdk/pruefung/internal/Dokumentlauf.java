/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.pruefung.Nachrichtenelement;
import de.kommunalsdk.pruefung.Pruefschritt;
import de.kommunalsdk.pruefung.PruefungFehler;
import de.kommunalsdk.xml.XmlFehler;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.TypeInfoProvider;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.TypeInfo;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Leads a message once through the JDK's schema validation and asks it for the type of each element on the way: the type
 * says which code list and which characters apply, and attributes fixed by the schema arrive with their values.
 */
final class Dokumentlauf {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private final XMLStreamReader leser;
    private final ValidatorHandler schema;
    private final TypeInfoProvider typen;
    private final Set<String> aufzaehlungen;
    private final Inhaltspruefung inhalt;
    private final Befundliste befunde;
    private final Zeichenart vorgabe;
    private final int maxFeld;
    private final boolean mitBaum;
    private final Map<TypeInfo, Typart> elementtypen = new IdentityHashMap<>();
    private final Map<TypeInfo, Typart> attributtypen = new IdentityHashMap<>();

    private @Nullable Rahmen offen;
    private @Nullable Nachrichtenelement wurzel;
    private Befundliste.@Nullable Ort letzterSchemafehler;

    Dokumentlauf(
            XMLStreamReader leser,
            Schemaverzeichnis.Uebersetzt schema,
            Inhaltspruefung inhalt,
            Zeichenart vorgabe,
            int maxFeld) {
        this.leser = leser;
        this.schema = schema.schema().newValidatorHandler();
        this.typen = this.schema.getTypeInfoProvider();
        this.aufzaehlungen = schema.aufzaehlungen();
        this.inhalt = inhalt;
        this.befunde = inhalt.befunde();
        this.vorgabe = vorgabe;
        this.maxFeld = maxFeld;
        this.mitBaum = inhalt.regelwerk().filter(r -> !r.regeln().isEmpty()).isPresent();
        this.schema.setErrorHandler(new Fehlerhoerer());
        this.schema.setContentHandler(new Typhoerer());
    }

    /**
     * From the start tag of the root, where the reader stands, to the end of the document.
     *
     * @return whether it was read to its end
     */
    boolean laufe() {
        try {
            schema.startDocument();
            beginne();
            while (leser.hasNext() && !befunde.abgeschnitten()) {
                switch (leser.next()) {
                    case XMLStreamConstants.START_ELEMENT -> beginne();
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (!beende(Objects.requireNonNull(offen))) {
                            return false;
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (offen != null) {
                            offen.haengeAn(leser.getText());
                        }
                    }
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
            if (!befunde.abgeschnitten()) {
                schema.endDocument();
            }
            return !befunde.abgeschnitten();
        } catch (SAXException | XMLStreamException e) {
            throw new IllegalStateException("Leser und Schemaprüfung melden anders", e);
        }
    }

    /** The message as the rules of the standard see it; null when no standard with rules is known. */
    @Nullable
    Nachrichtenelement wurzel() {
        return wurzel;
    }

    private void beginne() throws SAXException {
        Rahmen eltern = offen;
        if (eltern != null) {
            gibWeiter(eltern, eltern.nimmText());
        }
        Rahmen r = new Rahmen(
                eltern,
                Objects.requireNonNullElse(leser.getNamespaceURI(), ""),
                leser.getLocalName(),
                leser.getLocation().getLineNumber(),
                leser.getLocation().getColumnNumber());
        offen = r;
        AttributesImpl attribute = new AttributesImpl();
        Map<String, String> fuerRegeln = new HashMap<>();
        for (int i = 0; i < leser.getAttributeCount(); i++) {
            String raum = Objects.requireNonNullElse(leser.getAttributeNamespace(i), "");
            String lokal = leser.getAttributeLocalName(i);
            String wert = leser.getAttributeValue(i);
            attribute.addAttribute(raum, lokal, qname(leser.getAttributePrefix(i), lokal), "CDATA", wert);
            if (raum.isEmpty()) {
                fuerRegeln.put(lokal, wert);
            }
        }
        if (mitBaum) {
            r.element = new Nachrichtenelement(
                    eltern == null ? null : eltern.element,
                    r.namensraum,
                    r.name,
                    fuerRegeln,
                    r.nummer,
                    r.zeile,
                    r.spalte);
            wurzel = eltern == null ? r.element : wurzel;
        }
        for (int i = 0; i < leser.getNamespaceCount(); i++) {
            schema.startPrefixMapping(
                    Objects.requireNonNullElse(leser.getNamespacePrefix(i), ""),
                    Objects.requireNonNullElse(leser.getNamespaceURI(i), ""));
        }
        schema.startElement(r.namensraum, r.name, qname(leser.getPrefix(), r.name), attribute);
    }

    private boolean beende(Rahmen r) throws SAXException {
        String text = r.nimmText();
        Typart typ = typ(r);
        if (typ.eigener() && !r.hatKinder && text.length() > maxFeld) {
            PruefungFehler zuLang = PruefungFehler.FELD_ZU_LANG;
            befunde.neu(Pruefschritt.LESEN, zuLang.code(), zuLang, r.ort(), "mehr als " + maxFeld + " Zeichen");
            return false;
        }
        gibWeiter(r, text);
        schema.endElement(r.namensraum, r.name, qname(leser.getPrefix(), r.name));
        for (int i = 0; i < leser.getNamespaceCount(); i++) {
            schema.endPrefixMapping(Objects.requireNonNullElse(leser.getNamespacePrefix(i), ""));
        }
        if (!r.hatKinder && Inhaltspruefung.istLeer(text)) {
            inhalt.leer(r);
        }
        if (r.istCode()) {
            inhalt.code(r);
        }
        Rahmen eltern = r.eltern;
        if (eltern != null && r.name.equals("code") && !r.hatKinder) {
            eltern.code = Inhaltspruefung.alsToken(text);
            eltern.aufgezaehlt = typ.aufzaehlung();
        }
        if (r.element != null && !r.hatKinder) {
            r.element.schliesse(text);
        }
        offen = eltern;
        return true;
    }

    private void gibWeiter(Rahmen r, String text) throws SAXException {
        if (text.isEmpty()) {
            return;
        }
        schema.characters(text.toCharArray(), 0, text.length());
        if (!Inhaltspruefung.istLeer(text)) {
            typ(r).zeichen().ifPresent(art -> inhalt.zeichen(art, text, r::ort));
        }
    }

    private Typart typ(Rahmen r) {
        return r.typ == null ? Typart.unbekannt(vorgabe) : r.typ;
    }

    private Typart typart(@Nullable TypeInfo typ, Zeichenart sonst, Map<TypeInfo, Typart> bekannte) {
        return typ == null
                ? Typart.unbekannt(sonst)
                : bekannte.computeIfAbsent(typ, t -> Typart.von(t, sonst, aufzaehlungen));
    }

    private static String qname(@Nullable String praefix, String lokal) {
        return praefix == null || praefix.isEmpty() ? lokal : praefix + ":" + lokal;
    }

    /** What the validation passes on: each start tag, completed by the schema, while the type can be asked. */
    private final class Typhoerer extends DefaultHandler {

        @Override
        public void startElement(String raum, String lokal, String qname, Attributes attribute) {
            Rahmen r = Objects.requireNonNull(offen);
            r.typ = typart(typen.getElementTypeInfo(), vorgabe, elementtypen);
            r.listUri = Objects.requireNonNullElse(attribute.getValue("", "listURI"), "")
                    .strip();
            r.listVersion =
                    Inhaltspruefung.alsToken(Objects.requireNonNullElse(attribute.getValue("", "listVersionID"), ""));
            for (int i = 0; i < attribute.getLength(); i++) {
                if (!XSI.equals(attribute.getURI(i))) {
                    attribut(r, attribute.getLocalName(i), attribute.getValue(i), typen.getAttributeTypeInfo(i));
                }
            }
        }

        private void attribut(Rahmen r, String name, String wert, @Nullable TypeInfo typ) {
            if (!wert.isEmpty()) {
                typart(typ, vorgabe.fuerAttribute(), attributtypen)
                        .zeichen()
                        .ifPresent(art -> inhalt.zeichen(art, wert, () -> r.ort(name)));
            }
        }
    }

    private final class Fehlerhoerer implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // a warning of the JDK says nothing about the message
        }

        @Override
        public void error(SAXParseException e) {
            if (befunde.abgeschnitten()) {
                return;
            }
            Rahmen r = offen;
            String pfad = r == null ? "" : r.pfad();
            Befundliste.Ort ort = new Befundliste.Ort(
                    leser.getLocation().getLineNumber(), leser.getLocation().getColumnNumber(), pfad);
            String regel = Schemafehler.regel(e);
            if (Schemafehler.istFolge(regel) && ort.equals(letzterSchemafehler)) {
                return;
            }
            letzterSchemafehler = ort;
            boolean version = r != null && r.eltern == null && Schemafehler.istVersionsangabe(regel, e);
            befunde.neu(
                    Pruefschritt.SCHEMA,
                    regel,
                    version ? PruefungFehler.VERSIONSANGABE : XmlFehler.NICHT_SCHEMAGUELTIG,
                    ort,
                    version ? "" : regel);
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
