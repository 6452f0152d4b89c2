/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import de.kommunalsdk.oidc.Anbieterquelle;
import de.kommunalsdk.oidc.Anbieterquelle.Anlass;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import java.util.Set;
import java.util.function.Function;

/** Verifies a second time when the account may have changed its keys. */
final class Schluesselwahl {

    private static final Set<OidcFehler> ANDERE_SCHLUESSEL =
            Set.of(OidcFehler.KID_UNBEKANNT, OidcFehler.SCHLUESSEL_ANDERER, OidcFehler.SIGNATUR);

    private Schluesselwahl() {}

    static <T> T mitFrischen(Anbieterquelle quelle, Anlass anlass, Function<Schluesselsatz, T> pruefung) {
        Schluesselsatz versucht = quelle.aktuell().schluessel();
        try {
            return pruefung.apply(versucht);
        } catch (Ablehnung e) {
            if (ANDERE_SCHLUESSEL.contains(e.grund()) && quelle.dringend(versucht, anlass)) {
                return pruefung.apply(quelle.aktuell().schluessel());
            }
            throw e;
        }
    }
}
