/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.nutzerkonto.Nutzer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Tells the servlet who is logged in at the portal, from the portal's own request: its session, its attributes, its
 * security context. Thread-safe; called in the thread of the request, only where a Dienst prefills.
 */
@FunctionalInterface
public interface Nutzererkennung {

    /** By the {@code Nutzerquelle} that was given to the builder. */
    static Nutzererkennung durch(KommunalSdk sdk) {
        return anfrage -> sdk.nutzerquelle().angemeldet();
    }

    /** The user of this request; empty when nobody is logged in. */
    Optional<Nutzer> erkenne(HttpServletRequest anfrage);
}
