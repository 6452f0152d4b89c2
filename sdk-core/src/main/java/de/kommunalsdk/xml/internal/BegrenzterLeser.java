/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** StAX reader that refuses DOCTYPE and everything beyond its limits. Not thread-safe. */
public final class BegrenzterLeser extends StreamReaderDelegate {

    private final ZaehlenderStrom strom;
    private final XmlGrenzen grenzen;
    private int tiefe;
    private long elemente;
    private int text;

    private BegrenzterLeser(XMLStreamReader innen, ZaehlenderStrom strom, XmlGrenzen grenzen) {
        super(innen);
        this.strom = strom;
        this.grenzen = grenzen;
    }

    /** Opens the document. The stream stays the caller's to close. */
    public static XMLStreamReader oeffne(XMLInputFactory fabrik, InputStream quelle, XmlGrenzen grenzen) {
        ZaehlenderStrom strom = new ZaehlenderStrom(quelle, grenzen.maxBytes());
        try {
            return new BegrenzterLeser(fabrik.createXMLStreamReader(strom), strom, grenzen);
        } catch (XMLStreamException e) {
            throw deute(e, strom);
        }
    }

    @Override
    public int next() {
        int ereignis;
        try {
            ereignis = super.next();
        } catch (XMLStreamException e) {
            throw deute(e, strom);
        } catch (RuntimeException e) {
            // the JDK's parser has faults of its own, such as a message that is missing for a character in a DTD
            throw abgelehnt(XmlFehler.SYNTAX);
        }
        switch (ereignis) {
            case START_ELEMENT -> beginn();
            case END_ELEMENT -> {
                tiefe--;
                text = 0;
            }
            case CHARACTERS, CDATA, SPACE, COMMENT -> {
                text += getTextLength();
                if (text > grenzen.maxText()) {
                    throw abgelehnt(XmlFehler.TEXT_ZU_LANG);
                }
            }
            case DTD -> throw abgelehnt(XmlFehler.DOCTYPE);
            case ENTITY_REFERENCE -> throw abgelehnt(XmlFehler.SYNTAX);
            default -> {
                // the other events carry nothing that could grow
            }
        }
        return ereignis;
    }

    private void beginn() {
        text = 0;
        if (++tiefe > grenzen.maxTiefe()) {
            throw abgelehnt(XmlFehler.ZU_TIEF);
        }
        if (++elemente > grenzen.maxElemente()) {
            throw abgelehnt(XmlFehler.ZU_VIELE_ELEMENTE);
        }
        for (int i = getAttributeCount() - 1; i >= 0; i--) {
            if (getAttributeValue(i).length() > grenzen.maxText()) {
                throw abgelehnt(XmlFehler.TEXT_ZU_LANG);
            }
        }
    }

    /** The text of the element up to its end tag; a child element is a syntax fault, as StAX has it. */
    @Override
    public String getElementText() {
        // the parent's method would read past our own next()
        StringBuilder inhalt = new StringBuilder();
        while (true) {
            switch (next()) {
                case END_ELEMENT -> {
                    return inhalt.toString();
                }
                case CHARACTERS, CDATA, SPACE -> inhalt.append(getText());
                case START_ELEMENT -> throw abgelehnt(XmlFehler.SYNTAX);
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
    }

    @Override
    public int nextTag() {
        while (true) {
            int ereignis = next();
            if (ereignis == START_ELEMENT || ereignis == END_ELEMENT) {
                return ereignis;
            }
            if (ereignis == END_DOCUMENT || (ereignis == CHARACTERS && !isWhiteSpace())) {
                throw abgelehnt(XmlFehler.SYNTAX);
            }
        }
    }

    private InvalidInput abgelehnt(XmlFehler fehler) {
        return new InvalidInput(fehler, stelle(getLocation()));
    }

    private static InvalidInput deute(XMLStreamException e, ZaehlenderStrom strom) {
        @Nullable Location ort = e.getLocation();
        // the parser's own message may quote the document: it goes neither into the text nor into the cause
        if (strom.ueberschritten()) {
            return new InvalidInput(XmlFehler.ZU_VIELE_BYTES, stelle(ort));
        }
        // bytes that are no UTF-8 reach us as the parser's own CharConversionException
        boolean zeichenfehler = e.getNestedException() instanceof CharConversionException;
        if (e.getNestedException() instanceof IOException && !zeichenfehler) {
            return new InvalidInput(XmlFehler.LESEFEHLER, stelle(ort));
        }
        boolean amEnde = zeichenfehler
                ? strom.endetImZeichen()
                : ort != null && strom.istEnde(ort.getLineNumber(), ort.getColumnNumber());
        if (amEnde) {
            return new InvalidInput(XmlFehler.ABGESCHNITTEN, stelle(ort));
        }
        return new InvalidInput(XmlFehler.SYNTAX, stelle(ort));
    }

    private static String stelle(@Nullable Location ort) {
        return ort == null ? "" : "Zeile " + ort.getLineNumber() + ", Spalte " + ort.getColumnNumber();
    }
}
