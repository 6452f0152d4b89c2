/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.nutzerkonto;

import java.util.Optional;

/**
 * A finished login at an account: the user as forms may see it, and beside it what belongs to the mailbox and the status
 * of the Antrag, never to a form.
 *
 * @param nutzer the user; a guest when the account gives no stable key
 * @param mittel how the user proved who it is, in the word of the account, for example {@code eID}; may be empty
 * @param postfach address of the mailbox, for the mailbox port only
 * @param antragskennung id that the account gave this one login for one Antrag
 */
public record Kontoanmeldung(Nutzer nutzer, String mittel, Optional<String> postfach, Optional<String> antragskennung) {

    /** Without mailbox and ids, which are personal data. */
    @Override
    public String toString() {
        return "Kontoanmeldung[" + nutzer + ", " + mittel + "]";
    }
}
