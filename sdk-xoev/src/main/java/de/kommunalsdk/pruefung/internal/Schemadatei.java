/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What one XSD says about itself, before anything is compiled.
 *
 * @param original the bytes as given, of which the report gives the hash
 * @param fassung the bytes to compile
 * @param elemente names of its global elements
 * @param aufzaehlungen names of its global simple types that list their values
 * @param nachbildung whether it says of itself that it is a reconstruction
 */
record Schemadatei(
        String name,
        byte[] original,
        byte[] fassung,
        String namensraum,
        String version,
        Set<String> elemente,
        Set<String> aufzaehlungen,
        List<Verweis> verweise,
        boolean nachbildung) {

    /** An import or include. */
    record Verweis(String namensraum, String adresse) {
        String dateiname() {
            return adresse.substring(adresse.lastIndexOf('/') + 1);
        }
    }

    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String NICHT_AMTLICH = "not the official xsd";
    // In a pattern "<" is escaped and quotation marks end the value, so no pattern can hide inside another one.
    private static final Pattern MUSTER = Pattern.compile(
            "<(?:\\w+:)?pattern\\s+value\\s*=\\s*(?:\"[^\"]*+\"|'[^']*+')\\s*(?:/>|>\\s*</(?:\\w+:)?pattern\\s*>)");

    /** Reads the outline; throws as {@link SecureXml#leser} does. */
    static Schemadatei lies(String name, byte[] inhalt) {
        XMLStreamReader leser = SecureXml.leser(new ByteArrayInputStream(inhalt), XmlGrenzen.STANDARD);
        String namensraum = "";
        String version = "";
        boolean nachbildung = false;
        Set<String> elemente = new HashSet<>();
        Set<String> aufzaehlungen = new HashSet<>();
        List<Verweis> verweise = new ArrayList<>();
        String typ = "";
        int tiefe = 0;
        try {
            while (leser.hasNext()) {
                int ereignis = leser.next();
                if (ereignis == XMLStreamConstants.COMMENT) {
                    nachbildung |= leser.getText().toLowerCase(Locale.ROOT).contains(NICHT_AMTLICH);
                } else if (ereignis == XMLStreamConstants.END_ELEMENT) {
                    tiefe--;
                } else if (ereignis == XMLStreamConstants.START_ELEMENT) {
                    tiefe++;
                    if (!XSD.equals(leser.getNamespaceURI())) {
                        continue;
                    }
                    String art = leser.getLocalName();
                    if (tiefe == 1) {
                        namensraum = attribut(leser, "targetNamespace");
                        version = attribut(leser, "version");
                    } else if (tiefe == 2) {
                        typ = attribut(leser, "name");
                        if (art.equals("element")) {
                            elemente.add(typ);
                        } else if (art.equals("import") || art.equals("include") || art.equals("redefine")) {
                            String raum = art.equals("import") ? attribut(leser, "namespace") : namensraum;
                            verweise.add(new Verweis(raum, attribut(leser, "schemaLocation")));
                        }
                    } else if (art.equals("enumeration")) {
                        aufzaehlungen.add(typ);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("SecureXml meldet anders", e);
        }
        byte[] fassung = Zeichenart.prueftSelbst(namensraum) ? ohneMuster(inhalt) : inhalt;
        return new Schemadatei(
                name, inhalt, fassung, namensraum, version, elemente, aufzaehlungen, verweise, nachbildung);
    }

    /**
     * The patterns of DIN 91379 take quadratic time in the JDK's validator (100,000 characters about a second). The copy
     * in memory goes without them; the chain checks the characters itself. Nothing changed is written or passed on.
     */
    private static byte[] ohneMuster(byte[] inhalt) {
        return MUSTER.matcher(new String(inhalt, StandardCharsets.UTF_8))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String attribut(XMLStreamReader leser, String name) {
        return Objects.requireNonNullElse(leser.getAttributeValue(null, name), "")
                .strip();
    }
}
