/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with the own side before anybody logs in. Pure. */
public final class Klientpruefung {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration VORWARNUNG = Duration.ofDays(60); // as by SAML

    private Klientpruefung() {}

    /** Checks the own side; gives errors and warnings, none when all is well. */
    public static List<Problem> pruefe(OidcKlient klient, OidcAnbieter anbieter, Instant jetzt) {
        List<Problem> probleme = new ArrayList<>();
        if (!istAussteller(anbieter.aussteller())) {
            probleme.add(fehler(OidcFehler.KLIENT_AUSSTELLER, "Aussteller"));
        }
        if (!ID.matcher(klient.id()).matches()) {
            probleme.add(fehler(OidcFehler.KLIENT_ID, "client_id"));
        }
        if (!OidcAnbieter.istErlaubt(klient.rueckkehr())) {
            probleme.add(fehler(OidcFehler.KLIENT_ADRESSE, "redirect_uri"));
        }
        if (klient.nachAbmeldung().filter(a -> !OidcAnbieter.istErlaubt(a)).isPresent()) {
            probleme.add(fehler(OidcFehler.KLIENT_ADRESSE, "post_logout_redirect_uri"));
        }
        if (klient.ausweis() instanceof Klientausweis.Schluessel schluessel) {
            schluessel(probleme, schluessel.paar(), jetzt);
        } else {
            probleme.add(Problem.warnung(
                    OidcFehler.KLIENT_GEHEIMNIS, Fundstelle.in("Ausweis"), OidcFehler.KLIENT_GEHEIMNIS.abhilfe()));
        }
        return probleme;
    }

    private static boolean istAussteller(String text) {
        try {
            URI adresse = new URI(text);
            return OidcAnbieter.istErlaubt(adresse) && adresse.getQuery() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static void schluessel(List<Problem> probleme, Schluesselpaar paar, Instant jetzt) {
        X509Certificate zertifikat = paar.zertifikat();
        boolean stark = zertifikat.getPublicKey() instanceof RSAKey rsa
                ? rsa.getModulus().bitLength() >= 2048
                : zertifikat.getPublicKey() instanceof ECKey ec
                        && ec.getParams().getOrder().bitLength() == 256;
        if (!stark) {
            probleme.add(fehler(OidcFehler.KLIENT_SCHLUESSEL, "Schlüssel"));
        }
        Instant ende = zertifikat.getNotAfter().toInstant();
        Fundstelle ort = Fundstelle.in("Zertifikat");
        if (!jetzt.isBefore(ende) || jetzt.isBefore(zertifikat.getNotBefore().toInstant())) {
            probleme.add(Problem.fehler(OidcFehler.KLIENT_ZERTIFIKAT, ort, "Es gilt bis " + ende + "."));
        } else if (jetzt.plus(VORWARNUNG).isAfter(ende)) {
            probleme.add(Problem.warnung(OidcFehler.KLIENT_ZERTIFIKAT, ort, "Es gilt nur noch bis " + ende + "."));
        }
    }

    private static Problem fehler(OidcFehler code, String ort) {
        return Problem.fehler(code, Fundstelle.in(ort), code.abhilfe());
    }
}
