/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.anmeldung;

import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;

/**
 * Port: how somebody logs in and out. The SDK sends the browser to {@link #anmeldeadresse} and gets it back at the place it
 * named; who is logged in then, a {@link Nutzerquelle} tells. A portal with a login of its own implements both; the module
 * sdk-servicekonto does it with BundID, Mein Unternehmenskonto and OpenID Connect. Thread-safe.
 */
public interface Nutzerkonto {

    /** The highest level that somebody can reach at this Mandant. */
    Vertrauensniveau hoechstes(MandantId mandant);

    /**
     * Where the browser goes to log in: a path of this host beginning with {@code /}, or an absolute https URL. Nothing is
     * begun by asking, so it may be called for each page.
     */
    String anmeldeadresse(Anmeldewunsch wunsch);

    /** Where the browser goes to log out; afterwards it comes to {@code zurueck}, a path of this host. */
    String abmeldeadresse(MandantId mandant, String zurueck);
}
