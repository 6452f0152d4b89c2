/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.nutzerkonto;

/**
 * One thing that an account knows about its user.
 *
 * @param name name as the portal maps it, for example {@code familienname}
 * @param wert text in canonical form: dates {@code 2026-11-23}, numbers with a point, {@code true} or {@code false}, codes
 * @param niveau how sure this one attribute is, which may be less than the login
 * @param quelle where the account has it from, shown to the citizen; may be empty: the account itself
 */
public record Attribut(String name, String wert, Vertrauensniveau niveau, String quelle) {

    /** Without the value, which is personal data. */
    @Override
    public String toString() {
        return "Attribut[" + name + ", " + niveau + "]";
    }
}
