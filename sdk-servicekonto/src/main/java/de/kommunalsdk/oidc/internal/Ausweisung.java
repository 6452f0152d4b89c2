/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.Klientausweis;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says who the portal is, in the one way that is configured. Thread-safe. */
final class Ausweisung {

    private static final int GUELTIG = 60;

    private final OidcKlient klient;
    private final Clock uhr;
    private final Optional<Klientschluessel> schluessel;

    Ausweisung(OidcKlient klient, Clock uhr) {
        this.klient = klient;
        this.uhr = uhr;
        this.schluessel = klient.ausweis() instanceof Klientausweis.Schluessel s
                ? Optional.of(Klientschluessel.von(s.paar()))
                : Optional.empty();
    }

    void weiseAus(Anbieterdaten daten, Map<String, String> felder, Map<String, String> kopf) {
        String art = schluessel.isPresent() ? "private_key_jwt" : "client_secret_basic";
        Set<String> moegliche = daten.ausweisungen();
        if (!moegliche.isEmpty() && !moegliche.contains(art)) {
            throw new Ablehnung(OidcFehler.FAEHIGKEIT, art);
        }
        if (schluessel.isPresent()) {
            felder.put("client_id", klient.id());
            felder.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            felder.put("client_assertion", schluessel.get().signiere(behauptung(daten)));
        } else if (klient.ausweis() instanceof Klientausweis.Geheimnis geheimnis) {
            kopf.put("Authorization", basic(geheimnis));
        }
    }

    /** New each time, also for a repetition: an account remembers the id. For the issuer alone, so that no other can use it. */
    private ObjectNode behauptung(Anbieterdaten daten) {
        long jetzt = uhr.instant().getEpochSecond();
        return Klientschluessel.angaben()
                .put("iss", klient.id())
                .put("sub", klient.id())
                .put("aud", daten.aussteller())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", jetzt)
                .put("exp", jetzt + GUELTIG);
    }

    private String basic(Klientausweis.Geheimnis geheimnis) {
        char[] zeichen = geheimnis.geheimnis().get();
        try {
            // RFC 6749, 2.3.1: both are form-encoded before they are joined
            String paar = Formular.kodiert(klient.id()) + ":" + Formular.kodiert(new String(zeichen));
            return "Basic " + Base64.getEncoder().encodeToString(paar.getBytes(StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(zeichen, '\0');
        }
    }
}
