/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of account speaks OpenID Connect: what is asked for, its words for levels, and how its claims are understood.
 * Data, so that a further account is one more value. A claim {@code a.b} is {@code b} inside of {@code a}.
 *
 * @param quelle name of the account as its users know it
 * @param umfang scopes of each request; {@code openid} is always there
 * @param niveauweg how a level is asked for
 * @param niveauworte what is said to ask for a level; of several that will do the lowest is taken
 * @param niveauangabe the claim that says the level of the login
 * @param niveaus the account's words for levels, of the login and of claims; any other word refuses the login
 * @param schluessel the claim with the stable key of the user, which counts together with the issuer; without it the user is
 *     a guest
 * @param angaben claims that forms may see, with their names here
 * @param niveauEndung what is added to the name of a claim for its own level; empty: claims are as sure as the login,
 *     but for mail, De-Mail, telephone and sex, which people say themselves
 * @param neben claims that do not belong into forms
 * @param nutzerinfo whether the UserInfo endpoint is asked
 * @param parameter further fixed parameters of each request, for example {@code kc_idp_hint}
 * @param konto which account behind a broker it must have been; empty: that is not compared
 */
public record Oidcprofil(
        String quelle,
        Set<String> umfang,
        Niveauweg niveauweg,
        Map<Vertrauensniveau, String> niveauworte,
        String niveauangabe,
        Map<String, Vertrauensniveau> niveaus,
        String schluessel,
        Map<String, String> angaben,
        String niveauEndung,
        Nebenangaben neben,
        Nutzerinfo nutzerinfo,
        Map<String, String> parameter,
        Optional<Kontoangabe> konto) {

    private static final Set<String> EIGENE = Set.of(
            "response_type",
            "response_mode",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "acr_values",
            "request",
            "request_uri",
            "claims",
            "ui_locales");

    /** How a level is asked for. */
    public enum Niveauweg {
        /** By the parameter {@code acr_values}. */
        ACR,
        /** By one more scope. */
        UMFANG
    }

    /** Whether the UserInfo endpoint is asked after the ID token. */
    public enum Nutzerinfo {
        /** Never: the ID token says all. */
        KEINE,
        /** When there is one; as JSON or signed. */
        WENN_ANGEBOTEN,
        /** Always, and it must be signed. */
        SIGNIERT
    }

    /**
     * Claims for the mailbox and the status, never for a form; an empty name: there is none.
     *
     * @param mittel how the user proved who it is
     * @param postfach address of the mailbox
     * @param antragskennung id of this one login
     */
    public record Nebenangaben(String mittel, String postfach, String antragskennung) {}

    /**
     * What a broker says about the account behind it, for example the alias that {@code kc_idp_hint} asked for.
     *
     * @param claim the claim that names it
     * @param erwartet the one value that is taken
     */
    public record Kontoangabe(String claim, String erwartet) {

        public Kontoangabe {
            if (claim.isBlank() || erwartet.isBlank()) {
                throw new IllegalArgumentException("Kontoangabe: claim und erwarteter Wert sind noetig");
            }
        }
    }

    public Oidcprofil {
        umfang = Set.copyOf(umfang);
        niveauworte = Map.copyOf(niveauworte);
        niveaus = Map.copyOf(niveaus);
        angaben = Map.copyOf(angaben);
        parameter = Map.copyOf(parameter);
        if (schluessel.isEmpty() || niveauangabe.isEmpty()) {
            throw new IllegalArgumentException("Oidcprofil: schluessel und niveauangabe sind noetig");
        }
        if (parameter.keySet().stream().anyMatch(EIGENE::contains)) {
            throw new IllegalArgumentException("Oidcprofil: diese Parameter setzt das SDK selbst: " + EIGENE);
        }
        if (!parameter.getOrDefault("max_age", "0").matches("\\d{1,9}")) {
            throw new IllegalArgumentException("Oidcprofil: max_age ist eine Zahl von Sekunden");
        }
    }

    /**
     * How old a login at the account may be when the browser is sent there, by the parameters {@code max_age} and
     * {@code prompt=login}; the ID token must prove it. Empty: as old as the account likes.
     */
    public Optional<Duration> hoechstalter() {
        return List.of(parameter.getOrDefault("prompt", "").split(" ", -1)).contains("login")
                ? Optional.of(Duration.ZERO)
                : Optional.ofNullable(parameter.get("max_age"))
                        .map(Long::parseLong)
                        .map(Duration::ofSeconds);
    }

    /** The same with one more fixed parameter. */
    public Oidcprofil mitParameter(String name, String wert) {
        Map<String, String> mehr = new HashMap<>(parameter);
        mehr.put(name, wert);
        return mit(schluessel, angaben, nutzerinfo, mehr, konto);
    }

    /**
     * The same that takes one account behind the broker only: a hint asks for it, but people can leave it for another one.
     *
     * @param claim the claim that names the account; which one that is, whoever runs the broker says
     * @param erwartet the one value that is taken
     */
    public Oidcprofil mitKonto(String claim, String erwartet) {
        return mit(schluessel, angaben, nutzerinfo, parameter, Optional.of(new Kontoangabe(claim, erwartet)));
    }

    /**
     * The same for companies: what a broker tells of them is called as whoever runs it says.
     *
     * @param schluesselDerFirma the claim with the stable key of the company
     * @param weitere names of the claims with the names of attributes here, besides those that there are
     */
    public Oidcprofil fuerUnternehmen(String schluesselDerFirma, Map<String, String> weitere) {
        Map<String, String> mehr = new HashMap<>(angaben);
        mehr.putAll(weitere);
        return mit(schluesselDerFirma, mehr, nutzerinfo, parameter, konto);
    }

    /** The same with another use of the UserInfo endpoint. */
    public Oidcprofil mitNutzerinfo(Nutzerinfo andere) {
        return mit(schluessel, angaben, andere, parameter, konto);
    }

    private Oidcprofil mit(
            String schluesselclaim,
            Map<String, String> claims,
            Nutzerinfo abruf,
            Map<String, String> feste,
            Optional<Kontoangabe> erwartet) {
        return new Oidcprofil(
                quelle,
                umfang,
                niveauweg,
                niveauworte,
                niveauangabe,
                niveaus,
                schluesselclaim,
                claims,
                niveauEndung,
                neben,
                abruf,
                feste,
                erwartet);
    }
}
