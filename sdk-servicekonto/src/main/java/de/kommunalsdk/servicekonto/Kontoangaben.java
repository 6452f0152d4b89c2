/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;

/**
 * How an account appears in the portal.
 *
 * @param id in addresses, {@code [a-z][a-z0-9-]{0,19}}; never changed once it is registered at the account
 * @param name as people know it, for example {@code BundID}
 * @param fuerUnternehmen whether companies log in with it; otherwise it is for people
 * @param hoechstes the highest level that it reaches
 */
public record Kontoangaben(String id, String name, boolean fuerUnternehmen, Vertrauensniveau hoechstes) {

    public Kontoangaben {
        if (!id.matches("[a-z][a-z0-9-]{0,19}")) {
            throw new IllegalArgumentException("Anbieter: 1 bis 20 Zeichen a-z, 0-9 und -, zuerst ein Buchstabe");
        }
    }
}
