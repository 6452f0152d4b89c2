/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.oidc.Abmeldepruefer.Abgemeldet;
import de.kommunalsdk.oidc.Anbieterquelle;
import de.kommunalsdk.oidc.Anbieterquelle.Anlass;
import de.kommunalsdk.oidc.Anbieterstand;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The steps of OpenID Connect Back-Channel Logout 1.0, 2.6. */
public final class Logouttoken {

    private static final String EREIGNIS = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<String> TYPEN = Set.of("jwt", "logout+jwt");
    private static final Duration FRISCH = Duration.ofMinutes(5);

    private final OidcKlient klient;
    private final Anbieterquelle quelle;
    private final Clock uhr;

    public Logouttoken(OidcKlient klient, Anbieterquelle quelle, Clock uhr) {
        this.klient = klient;
        this.quelle = quelle;
        this.uhr = uhr;
    }

    public Abgemeldet pruefe(String token) {
        Instant jetzt = uhr.instant();
        pruefeWessen(Jwt.ungeprueft(token), jetzt); // or whoever wants to makes the account be asked for its keys
        ObjectNode angaben = Schluesselwahl.mitFrischen(
                        quelle, Anlass.ABMELDUNG, satz -> Jwt.pruefe(token, satz, klient.verfahren(), TYPEN))
                .angaben();
        Anspruch anspruch = pruefeWessen(angaben, jetzt);
        if (angaben.has("exp")) { // older accounts send none
            anspruch.zeiten();
        } else {
            anspruch.ausgestellt();
        }
        Instant ausgestellt =
                Instant.ofEpochSecond(Json.zeit(angaben, "iat").orElseThrow().longValue());
        if (ausgestellt.isBefore(jetzt.minus(FRISCH))) {
            throw new Ablehnung(OidcFehler.IAT, "zu alt");
        }
        if (!(angaben.path("events").path(EREIGNIS) instanceof ObjectNode)) {
            throw new Ablehnung(OidcFehler.ABMELDUNG_EREIGNIS);
        }
        if (angaben.has("nonce")) {
            throw new Ablehnung(OidcFehler.ABMELDUNG_NONCE);
        }
        Optional<String> sitzung = Json.text(angaben, "sid");
        Optional<String> subjekt = angaben.has("sub") ? Optional.of(anspruch.subjekt()) : Optional.empty();
        if (sitzung.isEmpty() && subjekt.isEmpty()) {
            throw new Ablehnung(OidcFehler.ABMELDUNG_WEN);
        }
        String jti = Json.text(angaben, "jti").orElseThrow(() -> new Ablehnung(OidcFehler.ABMELDUNG_KENNUNG));
        return new Abgemeldet(subjekt, sitzung, jti, jetzt.plus(FRISCH).plus(FRISCH));
    }

    private Anspruch pruefeWessen(ObjectNode angaben, Instant jetzt) {
        Anspruch anspruch = new Anspruch(angaben, jetzt);
        // not waited for: anybody can send one, and an account that is away must not hold their requests
        Anbieterstand stand = quelle.zurHand().orElseThrow(() -> new ServiceUnavailable(OidcFehler.ANBIETER_ABRUF, ""));
        anspruch.aussteller(stand.daten().aussteller());
        anspruch.empfaenger(klient.id());
        return anspruch;
    }
}
