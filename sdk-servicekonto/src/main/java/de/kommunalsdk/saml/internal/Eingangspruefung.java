/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Steps 1 to 3, and the rules of step 4 that concern any element: what comes in is small, plain and unambiguous. */
final class Eingangspruefung {

    static final int MAX_BASE64 = 256 * 1024;
    static final XmlGrenzen GRENZEN = new XmlGrenzen(MAX_BASE64, 40, 5_000, MAX_BASE64);
    private static final int MAX_ATTRIBUTE = 40;
    private static final Pattern NCNAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,255}");
    private static final Pattern ABSOLUT = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");

    private Eingangspruefung() {}

    /** Step 1. */
    static byte[] base64(String samlResponse) {
        if (samlResponse.length() > MAX_BASE64) {
            throw new Ablehnung(SamlFehler.ZU_GROSS, "");
        }
        StringBuilder dicht = new StringBuilder(samlResponse.length());
        for (int i = 0; i < samlResponse.length(); i++) {
            char zeichen = samlResponse.charAt(i);
            if (zeichen != '\n' && zeichen != '\r' && zeichen != ' ' && zeichen != '\t') {
                dicht.append(zeichen);
            }
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(dicht.toString());
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Ablehnung(SamlFehler.BASE64, "");
        }
        throw new Ablehnung(SamlFehler.BASE64, "leer");
    }

    /** Step 2: the only time that the bytes are parsed. */
    static Document dokument(byte[] bytes, XmlGrenzen grenzen) {
        try {
            return SecureXml.dokument(new ByteArrayInputStream(bytes), grenzen);
        } catch (InvalidInput e) {
            throw new Ablehnung(grund(e), e.code());
        }
    }

    private static SamlFehler grund(InvalidInput e) {
        if (e.fehlercode() == XmlFehler.DOCTYPE) {
            return SamlFehler.DOCTYPE;
        }
        Set<XmlFehler> grenzen = Set.of(
                XmlFehler.ZU_VIELE_BYTES, XmlFehler.ZU_TIEF, XmlFehler.ZU_VIELE_ELEMENTE, XmlFehler.TEXT_ZU_LANG);
        return e.fehlercode() instanceof XmlFehler f && grenzen.contains(f) ? SamlFehler.XML_GRENZE : SamlFehler.XML;
    }

    /** Step 3 and the part of step 4 that concerns any element; done again when a part was decrypted. */
    static void pruefe(Element wurzel) {
        for (Element element : Xml.alle(wurzel)) {
            for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n.getNodeType() != Node.ELEMENT_NODE && n.getNodeType() != Node.TEXT_NODE) {
                    throw new Ablehnung(SamlFehler.KOMMENTAR, "");
                }
            }
        }
        pruefeAttribute(wurzel);
    }

    /** Of the same rules those that hold for metadata too, which people write comments into. */
    static void pruefeAttribute(Element wurzel) {
        Set<String> ids = new HashSet<>();
        for (Element element : Xml.alle(wurzel)) {
            if (element.getAttributes().getLength() > MAX_ATTRIBUTE) {
                throw new Ablehnung(SamlFehler.XML_GRENZE, "Attribute");
            }
            for (Attr attribut : Xml.attribute(element)) {
                pruefe(attribut, ids);
            }
        }
    }

    private static void pruefe(Attr attribut, Set<String> ids) {
        if (Xml.XMLNS.equals(attribut.getNamespaceURI())) {
            boolean aufgehoben = attribut.getValue().isEmpty() && "xmlns".equals(attribut.getName());
            // a relative namespace makes canonicalisation fail or come out empty ("The Fragile Lock", 12/2025)
            if (!aufgehoben && !ABSOLUT.matcher(attribut.getValue()).matches()) {
                throw new Ablehnung(SamlFehler.NAMENSRAUM, "");
            }
        } else if ("id".equalsIgnoreCase(attribut.getLocalName())) {
            boolean eigene = attribut.getNamespaceURI() == null
                    && NCNAME.matcher(attribut.getValue()).matches();
            if (!eigene || !ids.add(attribut.getValue())) {
                throw new Ablehnung(SamlFehler.DOPPELTE_ID, eigene ? "" : "Form");
            }
        }
    }
}
