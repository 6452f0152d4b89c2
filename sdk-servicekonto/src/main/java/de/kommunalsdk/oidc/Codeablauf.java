/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.internal.Ablauf;
import de.kommunalsdk.oidc.internal.Ablehnung;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization code flow with PKCE at one account: out to it, back, and out for a logout. Keeps nothing between the
 * calls; blocks for calls to the account. Thread-safe.
 */
public final class Codeablauf {

    private final OidcKlient klient;
    private final Anbieterquelle quelle;
    private final Ablauf ablauf;

    /**
     * A flow.
     *
     * @param http made with {@link OidcAnbieter#ziel}
     */
    public Codeablauf(OidcKlient klient, Oidcprofil profil, Anbieterquelle quelle, HttpZugang http, Clock uhr) {
        this.klient = klient;
        this.quelle = quelle;
        this.ablauf = new Ablauf(klient, profil, quelle, http, uhr);
    }

    /**
     * Begins a login; the request is pushed beforehand (PAR) when the account takes that.
     *
     * @param marke comes back as {@code state}
     * @param sprache tag of the language that the account should speak
     * @throws InvalidInput {@link OidcFehler#WUNSCH}, {@link OidcFehler#PAR}, {@link OidcFehler#FAEHIGKEIT},
     *     {@link OidcFehler#KLIENT_ABGELEHNT}
     * @throws OzgException when the account cannot be reached
     */
    public Oidcanfrage beginne(Vertrauensniveau gefordert, String marke, String sprache) {
        try {
            return ablauf.beginne(gefordert, marke, sprache);
        } catch (Ablehnung e) {
            throw new InvalidInput(e.grund(), e.detail());
        }
    }

    /**
     * Verifies an answer and redeems its code, at most once.
     *
     * @param felder of the answer, each with all its values; that {@code state} is the one of this login has been checked
     * @param vorgang the login of this browser, taken out of the store before
     */
    public Oidcergebnis empfange(Map<String, String[]> felder, Oidcvorgang vorgang) {
        try {
            return ablauf.empfange(felder, vorgang);
        } catch (Ablehnung e) {
            return new Oidcergebnis.Abgewiesen(e.grund(), e.detail());
        }
    }

    /**
     * A logout at the account that the browser takes part in.
     *
     * @param ziel where a form is posted
     * @param felder of the form; with the ID token in it, so it never becomes part of an address
     */
    public record Fernabmeldung(URI ziel, Map<String, String> felder) {

        /** Without the fields. */
        @Override
        public String toString() {
            return "Fernabmeldung[" + ziel.getHost() + "]";
        }
    }

    /**
     * Begins a logout at the account; empty when it has none, or the portal is not registered for it.
     *
     * @param idToken of the login
     * @param marke comes back as {@code state}
     */
    public Optional<Fernabmeldung> abmeldung(String idToken, String marke) {
        return klient.nachAbmeldung().flatMap(danach -> quelle.aktuell()
                .daten()
                .abmeldung()
                .map(ziel -> new Fernabmeldung(
                        ziel,
                        Map.of(
                                "id_token_hint",
                                idToken,
                                "client_id",
                                klient.id(),
                                "post_logout_redirect_uri",
                                danach.toString(),
                                "state",
                                marke))));
    }
}
