/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import java.util.Optional;

/**
 * One translated rule; the names are the portal's.
 *
 * @param target the element that the effect is about; may be empty for {@link Effect#VALID} only
 * @param message what a citizen is told, 1 to 1,000 characters
 * @param condition when the effect holds; for {@link Effect#VALID} what must hold
 */
public record UebersetzteRegel(
        Effect effect, Optional<Ausdruck.Identifier> target, String message, Ausdruck condition) {

    /** Longest message and longest text literal. */
    public static final int MAX_ZEICHEN = 1000;

    public UebersetzteRegel {
        if (target.isEmpty() && effect != Effect.VALID) {
            throw new IllegalArgumentException("target fehlt");
        }
        if (target.filter(Ausdruck.Identifier::istLand).isPresent()) {
            throw new IllegalArgumentException("land ist kein Ziel");
        }
        meldung(message);
        Ausdruck.pruefeBedingung(condition);
    }

    /** What a rule does. */
    public enum Effect {
        /** The target must be given when the condition holds. */
        REQUIRE,
        /** The target must be empty when the condition holds. */
        FORBID,
        /** The condition must hold. */
        VALID
    }

    /** Gives back what may be a message. */
    public static String meldung(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("message ist leer");
        }
        pruefeText(text);
        return text;
    }

    static void pruefeText(String text) {
        if (text.length() > MAX_ZEICHEN) {
            throw new IllegalArgumentException("Text: höchstens " + MAX_ZEICHEN + " Zeichen");
        }
        if (text.codePoints().anyMatch(z -> Character.isISOControl(z) || Character.getType(z) == Character.SURROGATE)) {
            throw new IllegalArgumentException("Text: keine Steuerzeichen, keine halben Zeichen");
        }
    }
}
