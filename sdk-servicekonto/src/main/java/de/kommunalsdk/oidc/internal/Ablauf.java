/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.Anbieterquelle;
import de.kommunalsdk.oidc.Anbieterquelle.Anlass;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcanfrage;
import de.kommunalsdk.oidc.Oidcergebnis;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.oidc.Oidcvorgang;
import de.kommunalsdk.oidc.internal.Tokenstelle.Token;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The steps of a login in their order. Thread-safe. */
public final class Ablauf {

    private static final SecureRandom ZUFALL = new SecureRandom();

    private final OidcKlient klient;
    private final Oidcprofil profil;
    private final Anbieterquelle quelle;
    private final Clock uhr;
    private final Abbildung abbildung;
    private final Tokenstelle tokenstelle;
    private final Nutzerinfostelle nutzerinfo;

    public Ablauf(OidcKlient klient, Oidcprofil profil, Anbieterquelle quelle, HttpZugang http, Clock uhr) {
        this.klient = klient;
        this.profil = profil;
        this.quelle = quelle;
        this.uhr = uhr;
        this.abbildung = new Abbildung(profil);
        this.tokenstelle = new Tokenstelle(klient, http, uhr);
        this.nutzerinfo = new Nutzerinfostelle(klient, quelle, http, uhr);
    }

    public Oidcanfrage beginne(Vertrauensniveau gefordert, String marke, String sprache) {
        Anbieterdaten daten = quelle.aktuell().daten();
        Oidcvorgang vorgang = new Oidcvorgang(zufall(), zufall(), gefordert, uhr.instant());
        Map<String, String> parameter = new LinkedHashMap<>(profil.parameter());
        TreeSet<String> umfang = new TreeSet<>(profil.umfang());
        umfang.add("openid");
        if (profil.niveauweg() == Oidcprofil.Niveauweg.ACR) {
            parameter.put("acr_values", abbildung.wort(gefordert));
        } else {
            umfang.add(abbildung.wort(gefordert));
        }
        parameter.put("response_type", "code");
        parameter.put("client_id", klient.id());
        parameter.put("redirect_uri", klient.rueckkehr().toString());
        parameter.put("scope", String.join(" ", umfang));
        parameter.put("state", marke);
        parameter.put("nonce", vorgang.nonce());
        parameter.put("code_challenge", base64(Anspruch.sha("SHA-256", vorgang.nachweis())));
        parameter.put("code_challenge_method", "S256");
        parameter.put("ui_locales", sprache);
        Map<String, String> offen = daten.vorab()
                .map(ziel ->
                        Map.of("client_id", klient.id(), "request_uri", tokenstelle.sendeVorab(daten, ziel, parameter)))
                .orElse(parameter);
        String davor = daten.autorisierung().getRawQuery() == null ? "?" : "&";
        return new Oidcanfrage(URI.create(daten.autorisierung() + davor + Formular.schreibe(offen)), vorgang);
    }

    public Oidcergebnis empfange(Map<String, String[]> felder, Oidcvorgang vorgang) {
        Anbieterdaten daten = quelle.aktuell().daten();
        if (felder.containsKey("response")) {
            throw new Ablehnung(OidcFehler.JARM);
        }
        Optional<String> aussteller = Formular.einer(felder, "iss");
        if (aussteller.isEmpty()
                ? daten.ausstellerInAntwort()
                : !aussteller.get().equals(daten.aussteller())) {
            throw new Ablehnung(OidcFehler.ANTWORT_AUSSTELLER, aussteller.isEmpty() ? "fehlt" : "");
        }
        Optional<String> fehler = Formular.einer(felder, "error");
        if (fehler.isPresent()) {
            return new Oidcergebnis.Fehlerantwort(Json.wort(fehler.get()));
        }
        String code = Formular.einer(felder, "code").orElseThrow(() -> new Ablehnung(OidcFehler.CODE_FEHLT));
        Dpop dpop = klient.dpop() ? new Dpop(uhr) : null;
        Token token = tokenstelle.loeseEin(daten, code, vorgang.nachweis(), dpop);
        IdToken id = pruefe(token, code, vorgang, daten);
        ObjectNode angaben = id.angaben();
        if (profil.nutzerinfo() != Oidcprofil.Nutzerinfo.KEINE) {
            boolean signiert = profil.nutzerinfo() == Oidcprofil.Nutzerinfo.SIGNIERT;
            ObjectNode weitere = nutzerinfo.frage(daten, token.zugang(), id.subjekt(), signiert, dpop);
            angaben = weitere.setAll(angaben); // what is in the ID token counts
        }
        abbildung.pruefeKonto(angaben);
        Vertrauensniveau niveau = abbildung.niveau(angaben, vorgang.gefordert());
        return new Oidcergebnis.Angenommen(
                id.subjekt(),
                Json.text(id.angaben(), "sid"),
                token.idToken(),
                abbildung.anmeldung(daten.aussteller(), angaben, niveau));
    }

    private IdToken pruefe(Token token, String code, Oidcvorgang vorgang, Anbieterdaten daten) {
        IdToken.Erwartung erwartung = new IdToken.Erwartung(
                daten.aussteller(),
                klient.id(),
                klient.verfahren(),
                Optional.of(vorgang.nonce()),
                Optional.of(token.zugang()),
                Optional.of(code),
                profil.hoechstalter().map(alter -> vorgang.begonnen().minus(alter)),
                uhr.instant());
        return Schluesselwahl.mitFrischen(
                quelle, Anlass.ANMELDUNG, satz -> IdToken.pruefe(token.idToken(), satz, erwartung));
    }

    private static String zufall() {
        byte[] bytes = new byte[32];
        ZUFALL.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
