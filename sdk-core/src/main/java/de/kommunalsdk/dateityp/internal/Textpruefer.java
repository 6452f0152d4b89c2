/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import de.kommunalsdk.blob.Inhalt;
import de.kommunalsdk.dateityp.DateiFehler;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text that is nothing but text. */
public final class Textpruefer {

    private static final int UEBERLAPPUNG = 16; // longer than each of the marks
    private static final Pattern HTML =
            Pattern.compile("<(!doctype|html|head|body|script|svg|iframe|object|embed|img|style)[\\s>/]");
    private static final Set<String> ANZEIGBARE = Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");

    private Textpruefer() {}

    /** Reads all of it; a text or table that is no UTF-8 may be Windows-1252. */
    public static void pruefe(Dateityp typ, Inhalt inhalt) throws IOException {
        if (typ == Dateityp.XML) {
            xml(inhalt);
            return;
        }
        try {
            zeichen(inhalt, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            if (typ == Dateityp.JSON) {
                throw new InvalidInput(DateiFehler.ZEICHEN, "");
            }
            try {
                zeichen(inhalt, Charset.forName("windows-1252"));
            } catch (CharacterCodingException auchNicht) {
                throw new InvalidInput(DateiFehler.ZEICHEN, "");
            }
        }
    }

    private static void zeichen(Inhalt inhalt, Charset zeichensatz) throws IOException {
        try (Reader leser = new InputStreamReader(
                inhalt.ab(0),
                zeichensatz
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] puffer = new char[8192];
            String ende = "";
            for (int n = leser.read(puffer); n > 0; n = leser.read(puffer)) {
                for (int i = 0; i < n; i++) {
                    if (puffer[i] < ' '
                            && puffer[i] != '\n'
                            && puffer[i] != '\r'
                            && puffer[i] != '\t'
                            && puffer[i] != '\f') {
                        throw new InvalidInput(DateiFehler.ZEICHEN, "");
                    }
                }
                String stueck = ende + new String(puffer, 0, n).toLowerCase(Locale.ROOT);
                if (HTML.matcher(stueck).find()) {
                    throw new InvalidInput(DateiFehler.GEMISCHT, "");
                }
                ende = stueck.substring(Math.max(0, stueck.length() - UEBERLAPPUNG));
            }
        }
    }

    /** Well-formed, without a DTD, and nothing that a browser would show as a page. */
    private static void xml(Inhalt inhalt) throws IOException {
        try (InputStream strom = inhalt.ab(0)) {
            XMLStreamReader leser = SecureXml.leser(strom, XmlGrenzen.STANDARD);
            while (leser.hasNext()) {
                if (leser.next() == XMLStreamReader.START_ELEMENT
                        && ANZEIGBARE.contains("" + leser.getNamespaceURI())) {
                    throw new InvalidInput(DateiFehler.GEMISCHT, "");
                }
            }
        } catch (InvalidInput e) {
            throw e.fehlercode() instanceof XmlFehler ? Quelle.kaputt() : e;
        } catch (XMLStreamException e) {
            throw Quelle.kaputt();
        }
    }
}
