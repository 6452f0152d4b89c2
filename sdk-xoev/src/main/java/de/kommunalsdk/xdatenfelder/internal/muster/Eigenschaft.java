/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;

/**
 * A Unicode general category such as {@code \p{Lu}} or {@code \p{L}}: the only properties that XSD, ECMA-262 and Java
 * write and mean alike.
 */
public record Eigenschaft(String name, boolean negiert) {

    private static final Map<String, Integer> KATEGORIEN = mitOberbegriffen(Map.ofEntries(
            entry("Lu", 1 << Character.UPPERCASE_LETTER),
            entry("Ll", 1 << Character.LOWERCASE_LETTER),
            entry("Lt", 1 << Character.TITLECASE_LETTER),
            entry("Lm", 1 << Character.MODIFIER_LETTER),
            entry("Lo", 1 << Character.OTHER_LETTER),
            entry("Mn", 1 << Character.NON_SPACING_MARK),
            entry("Mc", 1 << Character.COMBINING_SPACING_MARK),
            entry("Me", 1 << Character.ENCLOSING_MARK),
            entry("Nd", 1 << Character.DECIMAL_DIGIT_NUMBER),
            entry("Nl", 1 << Character.LETTER_NUMBER),
            entry("No", 1 << Character.OTHER_NUMBER),
            entry("Pc", 1 << Character.CONNECTOR_PUNCTUATION),
            entry("Pd", 1 << Character.DASH_PUNCTUATION),
            entry("Ps", 1 << Character.START_PUNCTUATION),
            entry("Pe", 1 << Character.END_PUNCTUATION),
            entry("Pi", 1 << Character.INITIAL_QUOTE_PUNCTUATION),
            entry("Pf", 1 << Character.FINAL_QUOTE_PUNCTUATION),
            entry("Po", 1 << Character.OTHER_PUNCTUATION),
            entry("Sm", 1 << Character.MATH_SYMBOL),
            entry("Sc", 1 << Character.CURRENCY_SYMBOL),
            entry("Sk", 1 << Character.MODIFIER_SYMBOL),
            entry("So", 1 << Character.OTHER_SYMBOL),
            entry("Zs", 1 << Character.SPACE_SEPARATOR),
            entry("Zl", 1 << Character.LINE_SEPARATOR),
            entry("Zp", 1 << Character.PARAGRAPH_SEPARATOR),
            entry("Cc", 1 << Character.CONTROL),
            entry("Cf", 1 << Character.FORMAT),
            entry("Co", 1 << Character.PRIVATE_USE),
            entry("Cn", 1 << Character.UNASSIGNED)));

    /** Adds the first letters: L is all that begins with L. Half characters are C and have no name of their own here. */
    private static Map<String, Integer> mitOberbegriffen(Map<String, Integer> einzelne) {
        Map<String, Integer> alle = new HashMap<>(einzelne);
        einzelne.forEach((name, bits) -> alle.merge(name.substring(0, 1), bits, (a, b) -> a | b));
        alle.merge("C", 1 << Character.SURROGATE, (a, b) -> a | b);
        return alle;
    }

    /** Whether the name is a category, or the first letter of several. */
    static boolean kennt(String name) {
        return KATEGORIEN.containsKey(name);
    }

    boolean hat(int zeichen) {
        return negiert != ((KATEGORIEN.getOrDefault(name, 0) >> Character.getType(zeichen) & 1) != 0);
    }
}
