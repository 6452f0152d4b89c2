/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xml.SecureXml;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Where the reader stands, and the few moves that reading genericode needs. Not thread-safe. */
final class Lesestelle {

    private final String datei;
    private final XMLStreamReader leser;
    private final String namensraum;

    Lesestelle(String datei, XMLStreamReader leser, String namensraum) {
        this.datei = datei;
        this.leser = leser;
        this.namensraum = namensraum;
    }

    Fundstelle ort() {
        return SecureXml.stelle(datei, leser);
    }

    String name() {
        return leser.getLocalName();
    }

    boolean imNamensraum() {
        return namensraum.equals(leser.getNamespaceURI());
    }

    /** The name of a genericode element; its children stand in no namespace, but the FIM tools qualify them too. */
    String genericode() {
        String hier = leser.getNamespaceURI();
        return hier == null || hier.isEmpty() || hier.equals(namensraum) ? leser.getLocalName() : "";
    }

    /** Value of an attribute without outer white space; empty when absent. */
    String attribut(String name) {
        @Nullable String wert = leser.getAttributeValue(null, name);
        return wert == null ? "" : wert.strip();
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
        try {
            return leser.getElementText().strip();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // SecureXml promises InvalidInput instead
        }
    }

    /** Goes to the end tag of the current element. */
    void ueberspringe() {
        for (int tiefe = 1; tiefe > 0; ) {
            int ereignis = weiter();
            if (ereignis == XMLStreamConstants.START_ELEMENT) {
                tiefe++;
            } else if (ereignis == XMLStreamConstants.END_ELEMENT) {
                tiefe--;
            }
        }
    }

    /** What follows the root element must be read too: a second one makes the file no XML. */
    void bisDokumentende() {
        while (leser.getEventType() != XMLStreamConstants.END_DOCUMENT) {
            weiter();
        }
    }

    private int weiter() {
        try {
            return leser.next();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // SecureXml promises InvalidInput instead
        }
    }
}
