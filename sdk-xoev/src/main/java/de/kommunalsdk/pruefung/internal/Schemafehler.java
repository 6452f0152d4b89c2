/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/** The one part of the JDK's message that quotes no content: the id of the broken rule of XML Schema. */
final class Schemafehler {

    private static final Pattern REGEL = Pattern.compile("([A-Za-z0-9_.-]{1,60}):");
    private static final Pattern PRODUKTANGABE = Pattern.compile("\\W(version|standard)\\W");
    private static final Set<String> FESTER_WERT = Set.of("cvc-complex-type.3.1", "cvc-attribute.4");
    private static final Set<String> FOLGEN = Set.of("cvc-type.3.1.3", "cvc-attribute.3", "cvc-complex-type.2.2");

    private Schemafehler() {}

    static String regel(SAXParseException e) {
        Matcher anfang = REGEL.matcher(String.valueOf(e.getMessage()));
        return anfang.lookingAt() ? anfang.group(1) : "xsd";
    }

    /** Whether the JDK says with this rule only that the one before was broken. */
    static boolean istFolge(String regel) {
        return FOLGEN.contains(regel);
    }

    /** Whether the root element names another standard or version than its schema fixes. */
    static boolean istVersionsangabe(String regel, SAXParseException e) {
        return FESTER_WERT.contains(regel)
                && PRODUKTANGABE.matcher(String.valueOf(e.getMessage())).find();
    }
}
