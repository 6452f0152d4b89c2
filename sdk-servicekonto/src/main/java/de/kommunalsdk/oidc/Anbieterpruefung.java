/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is wrong with the account's side, or could be better, as far as its discovery and keys tell. Pure. */
public final class Anbieterpruefung {

    private static final Duration UHR_WARNUNG = Duration.ofSeconds(30);
    private static final Duration UHR_FEHLER = Duration.ofSeconds(60);
    private static final int BITS = 3072;

    private Anbieterpruefung() {}

    /**
     * Checks the account's side for a client.
     *
     * @param uhrabweichung how far the clocks are apart; empty: not known
     */
    public static List<Problem> pruefe(Anbieterstand stand, OidcKlient klient, Optional<Duration> uhrabweichung) {
        List<Problem> probleme = new ArrayList<>();
        Anbieterdaten daten = stand.daten();
        String art = klient.ausweis() instanceof Klientausweis.Schluessel ? "private_key_jwt" : "client_secret_basic";
        if (!daten.ausweisungen().isEmpty() && !daten.ausweisungen().contains(art)) {
            probleme.add(
                    neu(OidcFehler.FAEHIGKEIT, Schwere.FEHLER, "Discovery", "Das Konto nimmt " + art + " nicht an."));
        }
        if (!daten.verfahren().isEmpty() && Collections.disjoint(daten.verfahren(), klient.verfahren())) {
            probleme.add(neu(
                    OidcFehler.VERFAHREN_VERBOTEN,
                    Schwere.FEHLER,
                    "Discovery",
                    "Das Konto signiert ID-Token mit keinem erlaubten Verfahren."));
        }
        stand.schluessel().schluessel().stream()
                .filter(s -> s.oeffentlich() instanceof RSAKey rsa
                        && rsa.getModulus().bitLength() < BITS)
                .forEach(s -> probleme.add(neu(
                        OidcFehler.SCHLUESSEL_KURZ,
                        Schwere.WARNUNG,
                        "Schlüssel des Kontos",
                        "RSA mit " + ((RSAKey) s.oeffentlich()).getModulus().bitLength() + " Bit.")));
        uhrabweichung
                .filter(abweichung -> abweichung.compareTo(UHR_WARNUNG) > 0)
                .ifPresent(abweichung -> probleme.add(neu(
                        OidcFehler.UHR,
                        abweichung.compareTo(UHR_FEHLER) > 0 ? Schwere.FEHLER : Schwere.WARNUNG,
                        "Uhr",
                        "Die Uhren liegen " + abweichung.toSeconds() + " s auseinander.")));
        if (klient.nachAbmeldung().isPresent() && daten.abmeldung().isEmpty()) {
            probleme.add(neu(OidcFehler.OHNE_ABMELDUNG, Schwere.WARNUNG, "Discovery", "end_session_endpoint fehlt."));
        }
        if (!daten.ausstellerInAntwort()) {
            probleme.add(neu(
                    OidcFehler.OHNE_AUSSTELLER,
                    Schwere.WARNUNG,
                    "Discovery",
                    "authorization_response_iss_parameter_supported fehlt."));
        }
        if (daten.vorab().isEmpty()) {
            probleme.add(neu(
                    OidcFehler.OHNE_PAR, Schwere.HINWEIS, "Discovery", "pushed_authorization_request_endpoint fehlt."));
        }
        return probleme;
    }

    private static Problem neu(OidcFehler code, Schwere schwere, String ort, String meldung) {
        return new Problem(code, schwere, Fundstelle.in(ort), meldung);
    }
}
