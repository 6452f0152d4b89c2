/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells by its content whether a picture may be served as Wappen. */
public final class Wappenpruefer {

    /** Largest picture in bytes. */
    public static final int MAX_BYTES = 200_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final XmlGrenzen GRENZEN = new XmlGrenzen(MAX_BYTES, 100, 20_000, MAX_BYTES);
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    // animations can set a reference after the check
    private static final Set<String> VERBOTEN = Set.of(
            "script",
            "foreignobject",
            "handler",
            "set",
            "animate",
            "animatecolor",
            "animatemotion",
            "animatetransform",
            "discard");
    private static final Set<String> VERWEISE = Set.of("href", "src", "base");
    // a backslash could spell the other words in CSS
    private static final Pattern GEFAEHRLICH =
            Pattern.compile("url\\(\\s*+[\"']?+(?!#)|@import|image-set\\(|javascript:|\\\\");

    private Wappenpruefer() {}

    /** Media type of an SVG without script and outside references, or of a PNG; empty for anything else. */
    public static Optional<String> medientyp(byte[] bild) {
        if (bild.length == 0 || bild.length > MAX_BYTES) {
            return Optional.empty();
        }
        if (bild.length > PNG.length && Arrays.equals(Arrays.copyOf(bild, PNG.length), PNG)) {
            return Optional.of("image/png");
        }
        try {
            return istHarmlos(SecureXml.leser(new ByteArrayInputStream(bild), GRENZEN))
                    ? Optional.of("image/svg+xml")
                    : Optional.empty();
        } catch (InvalidInput | XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static boolean istHarmlos(XMLStreamReader leser) throws XMLStreamException {
        StringBuilder stile = new StringBuilder();
        boolean svg = false;
        boolean imStil = false;
        while (leser.hasNext()) {
            int art = leser.next();
            if (art == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                return false; // xml-stylesheet
            }
            if (art == XMLStreamConstants.START_ELEMENT) {
                String name = klein(leser.getLocalName());
                svg |= "svg".equals(name) && SVG.equals(leser.getNamespaceURI());
                if (imStil
                        || !svg
                        || XHTML.equals(leser.getNamespaceURI())
                        || VERBOTEN.contains(name)
                        || !attribute(leser)) {
                    return false;
                }
                imStil = "style".equals(name);
            } else if (art == XMLStreamConstants.END_ELEMENT) {
                imStil = false;
            } else if (imStil && leser.hasText() && art != XMLStreamConstants.COMMENT) {
                stile.append(leser.getText()); // the parser may hand over one text in pieces
            }
        }
        return svg && !GEFAEHRLICH.matcher(klein(stile.toString())).find();
    }

    private static boolean attribute(XMLStreamReader leser) {
        for (int i = 0; i < leser.getAttributeCount(); i++) {
            String name = klein(leser.getAttributeLocalName(i));
            String wert = klein(leser.getAttributeValue(i).strip());
            boolean verweis = VERWEISE.contains(name) && !wert.startsWith("#");
            boolean frei = leser.getAttributeNamespace(i) == null
                    || leser.getAttributeNamespace(i).isEmpty();
            if (name.startsWith("on")
                    || verweis
                    || (frei && GEFAEHRLICH.matcher(wert).find())) {
                return false;
            }
        }
        return true;
    }

    private static String klein(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
