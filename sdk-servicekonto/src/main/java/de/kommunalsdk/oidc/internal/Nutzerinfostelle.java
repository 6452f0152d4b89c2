/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.http.Wiederholung;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.Anbieterquelle;
import de.kommunalsdk.oidc.Anbieterquelle.Anlass;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the account about the user, who must be the one of the ID token. Thread-safe. */
final class Nutzerinfostelle {

    private static final Set<String> TYPEN = Set.of("jwt", "userinfo+jwt");

    private final OidcKlient klient;
    private final Anbieterquelle quelle;
    private final HttpZugang http;
    private final Clock uhr;

    Nutzerinfostelle(OidcKlient klient, Anbieterquelle quelle, HttpZugang http, Clock uhr) {
        this.klient = klient;
        this.quelle = quelle;
        this.http = http;
        this.uhr = uhr;
    }

    /** The claims; none when the account has no such endpoint and none is demanded. */
    ObjectNode frage(Anbieterdaten daten, String zugang, String subjekt, boolean signiert, @Nullable Dpop dpop) {
        if (daten.nutzerinfo().isEmpty()) {
            if (signiert) {
                throw new Ablehnung(OidcFehler.NUTZERINFO_UNSIGNIERT, "userinfo_endpoint fehlt");
            }
            return JsonNodeFactory.instance.objectNode();
        }
        URI ziel = daten.nutzerinfo().get();
        HttpAntwort antwort = sende(ziel, zugang, dpop);
        if (dpop != null && dpop.verlangtNonce(antwort, dpopFehler(antwort))) {
            antwort = sende(ziel, zugang, dpop);
            if (dpop.verlangtNonce(antwort, dpopFehler(antwort))) {
                throw new Ablehnung(OidcFehler.DPOP);
            }
        }
        if (antwort.status() != 200) {
            throw new Ablehnung(OidcFehler.NUTZERINFO_ABRUF, "Status " + antwort.status());
        }
        ObjectNode angaben = lies(antwort, daten, signiert);
        if (!Json.text(angaben, "sub").equals(Optional.of(subjekt))) {
            throw new Ablehnung(OidcFehler.NUTZERINFO_SUB, angaben.has("sub") ? "" : "fehlt");
        }
        return angaben;
    }

    private HttpAntwort sende(URI ziel, String zugang, @Nullable Dpop dpop) {
        Map<String, String> kopf = new LinkedHashMap<>();
        kopf.put("Accept", "application/json, application/jwt");
        kopf.put("Authorization", (dpop == null ? "Bearer " : "DPoP ") + zugang);
        if (dpop != null) {
            kopf.put("DPoP", dpop.nachweis("GET", ziel, Optional.of(zugang)));
        }
        // a proof serves once, so that a repetition by the client would be refused
        Wiederholung wiederholung = dpop == null ? Wiederholung.LESEN : Wiederholung.EINMAL;
        try {
            return http.sende(new HttpAnfrage("GET", ziel, wiederholung, kopf, null, Tokenstelle.GRENZEN));
        } catch (OzgException e) {
            throw new Ablehnung(OidcFehler.NUTZERINFO_ABRUF, e.code());
        }
    }

    private ObjectNode lies(HttpAntwort antwort, Anbieterdaten daten, boolean signiert) {
        String typ =
                antwort.kopf("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (typ.equals("application/jwt")) {
            String token = new String(antwort.inhalt(), StandardCharsets.ISO_8859_1).strip();
            Jwt jwt = Schluesselwahl.mitFrischen(
                    quelle, Anlass.ANMELDUNG, satz -> Jwt.pruefe(token, satz, klient.verfahren(), TYPEN));
            Anspruch anspruch = new Anspruch(jwt.angaben(), uhr.instant());
            anspruch.aussteller(daten.aussteller());
            anspruch.empfaenger(klient.id());
            return anspruch.angaben();
        }
        if (signiert) {
            throw new Ablehnung(OidcFehler.NUTZERINFO_UNSIGNIERT);
        }
        if (!typ.equals("application/json")) {
            throw new Ablehnung(OidcFehler.NUTZERINFO_FORM, "Content-Type");
        }
        return Json.objekt(antwort.inhalt(), OidcFehler.NUTZERINFO_FORM);
    }

    private static String dpopFehler(HttpAntwort antwort) {
        return antwort.status() == 401
                        && antwort.kopf("WWW-Authenticate").orElse("").contains("\"use_dpop_nonce\"")
                ? "use_dpop_nonce"
                : "";
    }
}
