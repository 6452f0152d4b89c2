/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.nutzerkonto;

import java.util.List;

/**
 * Who is logged in at the portal.
 *
 * @param quelle name of the account as the citizen knows it, for example {@code BundID}
 * @param subjekt stable key of the user within that account; never shown. Empty for a guest, whom the account does not know
 *     again: nothing may be stored under it or found by it
 * @param niveau level of the login
 * @param attribute what the account hands over
 */
public record Nutzer(String quelle, String subjekt, Vertrauensniveau niveau, List<Attribut> attribute) {

    public Nutzer {
        attribute = List.copyOf(attribute);
    }

    /** Whether the account does not know this user again. */
    public boolean istGast() {
        return subjekt.isEmpty();
    }

    /** Without key and values, which are personal data. */
    @Override
    public String toString() {
        return "Nutzer[" + quelle + ", " + niveau + ", " + attribute.size() + " Attribute]";
    }
}
