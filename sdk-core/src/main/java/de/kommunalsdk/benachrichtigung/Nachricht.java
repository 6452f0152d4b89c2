/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

/**
 * A notice as it is sent.
 *
 * @param betreff one line, at most 200 characters
 * @param text plain text, at most 20,000 characters
 */
public record Nachricht(Mailadresse empfaenger, String betreff, String text) {

    public Nachricht {
        if (betreff.isBlank() || betreff.length() > 200 || betreff.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Betreff: eine Zeile mit hoechstens 200 Zeichen");
        }
        if (text.length() > 20_000) {
            throw new IllegalArgumentException("Text: hoechstens 20000 Zeichen");
        }
    }

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "Nachricht[" + text.length() + " Zeichen]";
    }
}
