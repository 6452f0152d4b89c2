/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Where the reader stands, and the few moves that reading XDatenfelder needs. */
final class Zeiger {

    private final XMLStreamReader leser;
    private final Befunde befunde;
    private Pfad pfad = Pfad.WURZEL;
    private String namensraum = "";

    Zeiger(XMLStreamReader leser, Befunde befunde) {
        this.leser = leser;
        this.befunde = befunde;
    }

    void namensraum(String gewaehlt) {
        namensraum = gewaehlt;
    }

    int weiter() {
        try {
            return leser.next();
        } catch (XMLStreamException e) {
            // SecureXml promises InvalidInput instead
            throw new IllegalStateException(e);
        }
    }

    boolean amDokumentende() {
        return leser.getEventType() == XMLStreamConstants.END_DOCUMENT;
    }

    String name() {
        return leser.getLocalName();
    }

    String namensraumHier() {
        String hier = leser.getNamespaceURI();
        return hier == null ? "" : hier;
    }

    boolean imStandard() {
        return namensraum.equals(leser.getNamespaceURI());
    }

    /** An attribute in no namespace without outer white space; empty when absent. */
    String attribut(String name) {
        String wert = leser.getAttributeValue("", name);
        return wert == null ? "" : wert.strip();
    }

    /** All attributes in no namespace. */
    void attribute(Map<String, String> ziel) {
        for (int i = 0; i < leser.getAttributeCount(); i++) {
            String hier = leser.getAttributeNamespace(i);
            if (hier == null || hier.isEmpty()) {
                ziel.put(leser.getAttributeLocalName(i), leser.getAttributeValue(i));
            }
        }
    }

    Ort ort() {
        Location hier = leser.getLocation();
        return new Ort(Math.max(0, hier.getLineNumber()), Math.max(0, hier.getColumnNumber()), pfad);
    }

    void betrete(String id) {
        pfad = pfad.kind(id);
    }

    void verlasse() {
        pfad = pfad.eltern == null ? pfad : pfad.eltern;
    }

    /** Goes to the next child element; false at the end tag of the parent. */
    boolean naechstesKind() {
        while (true) {
            switch (weiter()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // text between elements has no meaning here
                }
            }
        }
    }

    /** The text of the current element without outer white space; stops at its end tag. */
    String text() {
        String erstes = "";
        @Nullable StringBuilder mehrere = null; // most texts come in one piece
        while (true) {
            switch (weiter()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (erstes.isEmpty()) {
                        erstes = leser.getText();
                    } else {
                        mehrere = mehrere == null ? new StringBuilder(erstes) : mehrere;
                        mehrere.append(leser.getText());
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> unbekannt();
                case XMLStreamConstants.END_ELEMENT -> {
                    return (mehrere == null ? erstes : mehrere.toString()).strip();
                }
                default -> {
                    // comments are no text
                }
            }
        }
    }

    /** Reports the current element as not foreseen and goes to its end tag. */
    void unbekannt() {
        befunde.warnung(XdfFehler.UNBEKANNTE_ANGABE, ort(), "Element " + kurz(name()));
        ueberspringe();
    }

    /** Goes to the end tag of the current element and builds nothing. */
    void ueberspringe() {
        int tiefe = 1;
        while (tiefe > 0) {
            int ereignis = weiter();
            if (ereignis == XMLStreamConstants.START_ELEMENT) {
                tiefe++;
            } else if (ereignis == XMLStreamConstants.END_ELEMENT) {
                tiefe--;
            }
        }
    }

    /** Names and codes of a file go into messages only shortened. */
    static String kurz(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
