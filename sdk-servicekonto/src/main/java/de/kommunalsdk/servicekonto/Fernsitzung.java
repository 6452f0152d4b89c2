/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

/**
 * A session at an account, kept with the session here.
 *
 * @param subjekt the account's own name for the user
 * @param sitzung the account's name for the session; may be empty
 * @param hinweis what the account wants to see at a logout
 */
public record Fernsitzung(String subjekt, String sitzung, String hinweis) {

    /** Without its parts, which are personal data. */
    @Override
    public String toString() {
        return "Fernsitzung[]";
    }
}
