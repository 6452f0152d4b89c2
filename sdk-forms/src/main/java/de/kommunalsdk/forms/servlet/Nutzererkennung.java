/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

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

    /**
     * What the login of this request leaves with an Antrag of a Dienst that asks for one; empty: nothing.
     *
     * @param attribute names of the attributes that the Dienst received from the account
     */
    default Optional<Anmeldenachweis> nachweis(
            HttpServletRequest anfrage, MandantId mandant, AntragId antrag, Set<String> attribute) {
        return Optional.empty();
    }

    /** With a login that leaves something, for example of {@code KontoServlet}. */
    static Nutzererkennung mit(Nutzererkennung erkennung, Nachweisgeber nachweise) {
        return new Nutzererkennung() {
            @Override
            public Optional<Nutzer> erkenne(HttpServletRequest anfrage) {
                return erkennung.erkenne(anfrage);
            }

            @Override
            public Optional<Anmeldenachweis> nachweis(
                    HttpServletRequest anfrage, MandantId mandant, AntragId antrag, Set<String> attribute) {
                return nachweise.nachweis(anfrage, mandant, antrag, attribute);
            }
        };
    }

    /** As {@link #nachweis}. */
    @FunctionalInterface
    interface Nachweisgeber {

        /** As {@link Nutzererkennung#nachweis}. */
        Optional<Anmeldenachweis> nachweis(
                HttpServletRequest anfrage, MandantId mandant, AntragId antrag, Set<String> attribute);
    }
}
