/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.anmeldung;

import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.Set;

/**
 * What a login is wanted for.
 *
 * @param mandant where
 * @param anlass what the citizen wants to do, for the page before the login, for example {@code Hund anmelden}
 * @param niveau the level that is needed at least
 * @param attribute names of the attributes that are wanted and no more; the account may lack each of them
 * @param zurueck the path of this host, beginning with {@code /}, where the browser comes to after the login and after a
 *     login that was cancelled
 */
public record Anmeldewunsch(
        MandantId mandant, String anlass, Vertrauensniveau niveau, Set<String> attribute, String zurueck) {

    public Anmeldewunsch {
        attribute = Set.copyOf(attribute);
        // two slashes, or one and a backslash, lead a browser to another host
        if (!zurueck.startsWith("/") || zurueck.startsWith("//") || zurueck.contains("\\")) {
            throw new IllegalArgumentException("zurueck ist ein Pfad dieses Servers");
        }
    }
}
