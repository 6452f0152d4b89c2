/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.AusgangUngewiss;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpGrenzen;
import de.kommunalsdk.http.HttpInhalt;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.http.Wiederholung;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls in which the portal proves who it is: codes are redeemed, requests are pushed beforehand. Each is sent once; the
 * only repetition is after the account itself refused for want of its DPoP nonce, when it surely did nothing.
 */
final class Tokenstelle {

    static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(20), 256 * 1024);

    private static final Pattern ZUGANG = Pattern.compile("[\\x21-\\x7e]{1,16384}");
    private static final Pattern VERWEIS = Pattern.compile("[\\x21-\\x7e]{1,500}");

    private final OidcKlient klient;
    private final HttpZugang http;
    private final Ausweisung ausweisung;

    Tokenstelle(OidcKlient klient, HttpZugang http, Clock uhr) {
        this.klient = klient;
        this.http = http;
        this.ausweisung = new Ausweisung(klient, uhr);
    }

    /** What a code was redeemed for. */
    record Token(String zugang, String idToken) {
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    Token loeseEin(Anbieterdaten daten, String code, String nachweis, @Nullable Dpop dpop) {
        Map<String, String> parameter = new LinkedHashMap<>();
        parameter.put("grant_type", "authorization_code");
        parameter.put("code", code);
        parameter.put("redirect_uri", klient.rueckkehr().toString());
        parameter.put("code_verifier", nachweis);
        HttpAntwort antwort = sendeToken(daten, parameter, dpop);
        String fehler = fehler(antwort);
        if (dpop != null && dpop.verlangtNonce(antwort, fehler)) {
            antwort = sendeToken(daten, parameter, dpop);
            fehler = fehler(antwort);
            if (dpop.verlangtNonce(antwort, fehler)) {
                throw new Ablehnung(OidcFehler.DPOP);
            }
        }
        if (antwort.status() != 200) {
            throw abgelehnt(antwort, fehler, OidcFehler.TOKEN_ABGELEHNT);
        }
        return lies(Json.objekt(antwort.inhalt(), OidcFehler.TOKEN_FORM), dpop != null);
    }

    private HttpAntwort sendeToken(Anbieterdaten daten, Map<String, String> parameter, @Nullable Dpop dpop) {
        HttpAntwort antwort;
        try {
            antwort = sende(daten, daten.token(), parameter, dpop);
        } catch (AusgangUngewiss e) {
            throw new Ablehnung(OidcFehler.TOKEN_UNGEWISS, ursache(e));
        } catch (ServiceUnavailable e) {
            throw new Ablehnung(OidcFehler.TOKEN_NICHT_ERREICHBAR, e.code());
        }
        if (antwort.status() >= 500) {
            throw new Ablehnung(OidcFehler.TOKEN_UNGEWISS, "Status " + antwort.status());
        }
        return antwort;
    }

    private static String ursache(AusgangUngewiss e) {
        return e.getCause() instanceof de.kommunalsdk.error.OzgException grund ? grund.code() : e.code();
    }

    private static Token lies(ObjectNode antwort, boolean dpop) {
        String zugang = Json.text(antwort, "access_token")
                .filter(text -> ZUGANG.matcher(text).matches())
                .orElseThrow(() -> new Ablehnung(OidcFehler.TOKEN_FORM, "access_token"));
        String art = Json.text(antwort, "token_type").orElse("");
        if (!art.equalsIgnoreCase(dpop ? "DPoP" : "Bearer")) {
            throw new Ablehnung(OidcFehler.TOKEN_ART, Json.wort(art));
        }
        return new Token(
                zugang, Json.text(antwort, "id_token").orElseThrow(() -> new Ablehnung(OidcFehler.ID_TOKEN_FEHLT)));
    }

    /** Pushes a request; gives the reference to it. */
    String sendeVorab(Anbieterdaten daten, URI ziel, Map<String, String> parameter) {
        HttpAntwort antwort = sende(daten, ziel, parameter, null);
        if (!antwort.erfolgreich()) {
            throw abgelehnt(antwort, fehler(antwort), OidcFehler.PAR);
        }
        return Json.text(Json.objekt(antwort.inhalt(), OidcFehler.PAR), "request_uri")
                .filter(text -> VERWEIS.matcher(text).matches())
                .orElseThrow(() -> new Ablehnung(OidcFehler.PAR, "request_uri"));
    }

    private HttpAntwort sende(Anbieterdaten daten, URI ziel, Map<String, String> parameter, @Nullable Dpop dpop) {
        Map<String, String> felder = new LinkedHashMap<>(parameter);
        Map<String, String> kopf = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        ausweisung.weiseAus(daten, felder, kopf);
        if (dpop != null) {
            kopf.put("DPoP", dpop.nachweis("POST", ziel, Optional.empty()));
        }
        HttpInhalt inhalt = HttpInhalt.bytes(
                "application/x-www-form-urlencoded", Formular.schreibe(felder).getBytes(StandardCharsets.US_ASCII));
        return http.sende(new HttpAnfrage("POST", ziel, Wiederholung.EINMAL, kopf, inhalt, GRENZEN));
    }

    private static Ablehnung abgelehnt(HttpAntwort antwort, String fehler, OidcFehler sonst) {
        return new Ablehnung(
                fehler.equals("invalid_client") ? OidcFehler.KLIENT_ABGELEHNT : sonst,
                ("Status " + antwort.status() + " " + fehler).strip());
    }

    private static String fehler(HttpAntwort antwort) {
        if (antwort.status() == 200) {
            return "";
        }
        try {
            return Json.wort(Json.objekt(antwort.inhalt(), OidcFehler.TOKEN_FORM), "error");
        } catch (Ablehnung e) {
            return ""; // a page of some proxy; the status says enough
        }
    }
}
