/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.saml.BundId;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What an OpenID provider decides and says, without its pages. Thread-safe. */
final class Oidcsimulator {

    private final String aussteller;
    private final Oidcprofil profil;
    private final Clock uhr;
    private final Oidcskript skript = new Oidcskript(List.of(Testschluessel.rsa(2048)));
    private final Map<String, Gewaehrung> codes = new ConcurrentHashMap<>();
    private final Map<String, Gewaehrung> zugaenge = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> vorab = new ConcurrentHashMap<>();
    private final Oidckontrolle kontrolle;
    private volatile String letzteSitzung = "";
    private volatile @Nullable OidcKlient klient;

    Oidcsimulator(String aussteller, Oidcprofil profil, Clock uhr) {
        this.aussteller = aussteller;
        this.profil = profil;
        this.uhr = uhr;
        this.kontrolle = new Oidckontrolle(aussteller, skript, uhr);
    }

    /** A login that a code or a token stands for. */
    private record Gewaehrung(Map<String, String> anfrage, Testperson person, String sitzung) {}

    /** An answer of an endpoint; status 0: none. */
    record Antwort(int status, Map<String, String> kopf, byte[] inhalt) {

        static Antwort json(int status, Map<String, ?> angaben) {
            return new Antwort(status, Map.of("Content-Type", "application/json"), Testtoken.json(angaben));
        }
    }

    String aussteller() {
        return aussteller;
    }

    Oidcskript skript() {
        return skript;
    }

    void registriere(OidcKlient neuer) {
        klient = neuer;
    }

    private OidcKlient klient() {
        OidcKlient jetzt = klient;
        if (jetzt == null) {
            throw new IllegalArgumentException("unknown client");
        }
        return jetzt;
    }

    String subjekt(Testperson person) {
        return UUID.nameUUIDFromBytes((klient().id() + person.kennung()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    String letzteSitzung() {
        return letzteSitzung;
    }

    /** The parameters of a request that is in order, pushed ones in place of their reference. */
    Map<String, String> anfrage(Map<String, String> felder) {
        String verweis = felder.get("request_uri");
        Map<String, String> anfrage = verweis == null ? felder : vorab.remove(verweis);
        if (anfrage == null || skript.vorab && verweis == null) {
            throw new IllegalArgumentException("request_uri");
        }
        Map<String, String> muss = Map.of(
                "client_id",
                klient().id(),
                "redirect_uri",
                klient().rueckkehr().toString(),
                "response_type",
                "code",
                "code_challenge_method",
                "S256");
        muss.forEach((name, wert) -> {
            if (!wert.equals(anfrage.get(name))) {
                throw new IllegalArgumentException(name);
            }
        });
        if (!List.of(anfrage.getOrDefault("scope", "").split(" ")).contains("openid")) {
            throw new IllegalArgumentException("scope");
        }
        return anfrage;
    }

    Map<String, String> antwort(Map<String, String> anfrage, Testperson person) {
        String code = UUID.randomUUID().toString();
        letzteSitzung = UUID.randomUUID().toString();
        codes.put(code, new Gewaehrung(Map.copyOf(anfrage), person, letzteSitzung));
        return rueckkehr(anfrage, "code", code);
    }

    Map<String, String> abbruch(Map<String, String> anfrage) {
        return rueckkehr(anfrage, "error", "access_denied");
    }

    private Map<String, String> rueckkehr(Map<String, String> anfrage, String name, String wert) {
        Map<String, String> zurueck = new LinkedHashMap<>();
        zurueck.put(name, wert);
        zurueck.put("state", anfrage.getOrDefault("state", ""));
        zurueck.put("iss", aussteller);
        skript.rueckkehr.accept(zurueck);
        return zurueck;
    }

    /** Where a logout leads back to. */
    String abmeldung(Map<String, String> felder) {
        String danach = felder.getOrDefault("post_logout_redirect_uri", "");
        if (!danach.equals(klient().nachAbmeldung().map(Object::toString).orElse(" "))) {
            throw new IllegalArgumentException("post_logout_redirect_uri");
        }
        Testtoken.pruefe(
                felder.getOrDefault("id_token_hint", ".."),
                skript.schluessel.get(0).zertifikat().getPublicKey());
        return danach + "?state=" + felder.getOrDefault("state", "");
    }

    String abmeldetoken(Map<String, ?> aenderungen) {
        long jetzt = uhr.instant().getEpochSecond();
        Map<String, Object> angaben = new LinkedHashMap<>();
        angaben.put("iss", aussteller);
        angaben.put("aud", klient().id());
        angaben.put("iat", jetzt);
        angaben.put("exp", jetzt + 120);
        angaben.put("jti", UUID.randomUUID().toString());
        angaben.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        angaben.putAll(aenderungen);
        angaben.values().removeIf(""::equals);
        Map<String, Object> kopf = kopf();
        kopf.put("typ", "logout+jwt");
        return Testtoken.signiere(kopf, angaben, skript.schluessel.get(0));
    }

    Antwort stelle(String pfad, Map<String, String> kopf, Map<String, String> felder) {
        return switch (pfad) {
            case "/.well-known/openid-configuration" -> veroeffentlicht(discovery());
            case "/jwks" -> veroeffentlicht(jwks());
            case "/par" -> vorab(kopf, felder);
            case "/token" -> token(kopf, felder);
            case "/userinfo" -> nutzerinfo(kopf);
            case "/seite" -> new Antwort(200, Map.of("Content-Type", "text/html"), new byte[] {'x'});
            default -> new Antwort(404, Map.of(), new byte[0]);
        };
    }

    private Antwort veroeffentlicht(Map<String, Object> angaben) {
        return skript.ausgefallen ? new Antwort(503, Map.of(), new byte[0]) : Antwort.json(200, angaben);
    }

    private Map<String, Object> discovery() {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("issuer", aussteller);
        d.put("authorization_endpoint", aussteller + "/auth");
        d.put("token_endpoint", aussteller + "/token");
        d.put("jwks_uri", aussteller + "/jwks");
        d.put("end_session_endpoint", aussteller + "/logout");
        if (skript.nutzerinfoVorhanden) {
            d.put("userinfo_endpoint", aussteller + "/userinfo");
        }
        if (skript.vorab) {
            d.put("pushed_authorization_request_endpoint", aussteller + "/par");
        }
        d.put("response_types_supported", List.of("code"));
        d.put("code_challenge_methods_supported", List.of("S256"));
        d.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt", "client_secret_basic"));
        d.put("authorization_response_iss_parameter_supported", true);
        skript.discovery.accept(d);
        return d;
    }

    private Map<String, Object> jwks() {
        List<Map<String, Object>> schluessel = new ArrayList<>();
        skript.schluessel.forEach(
                paar -> schluessel.add(Testtoken.jwk(paar, kid(paar.zertifikat().getPublicKey()))));
        Map<String, Object> satz = new HashMap<>(Map.of("keys", schluessel));
        skript.jwks.accept(satz);
        return satz;
    }

    private static String kid(PublicKey schluessel) {
        return "k" + Integer.toHexString(Arrays.hashCode(schluessel.getEncoded()));
    }

    private Map<String, Object> kopf() {
        Map<String, Object> kopf = new LinkedHashMap<>();
        kopf.put("alg", skript.verfahren);
        kopf.put("kid", kid(skript.schluessel.get(0).zertifikat().getPublicKey()));
        return kopf;
    }

    private Antwort vorab(Map<String, String> kopf, Map<String, String> felder) {
        if (!kontrolle.istAusgewiesen(klient(), kopf, felder)) {
            return Antwort.json(401, Map.of("error", "invalid_client"));
        }
        String verweis = "urn:ietf:params:oauth:request_uri:" + UUID.randomUUID();
        vorab.put(verweis, Map.copyOf(felder));
        return Antwort.json(201, Map.of("request_uri", verweis, "expires_in", 60));
    }

    private Antwort token(Map<String, String> kopf, Map<String, String> felder) {
        if (!kontrolle.istAusgewiesen(klient(), kopf, felder)) {
            return Antwort.json(401, Map.of("error", "invalid_client"));
        }
        Optional<Antwort> herausforderung = kontrolle.dpop(klient(), kopf, "POST", "/token", "", 400);
        if (herausforderung.isPresent()) {
            return herausforderung.get();
        }
        Gewaehrung gewaehrung = codes.remove(felder.getOrDefault("code", ""));
        String nachweis = Testtoken.sha256(felder.getOrDefault("code_verifier", ""));
        if (gewaehrung == null
                || !"authorization_code".equals(felder.get("grant_type"))
                || !nachweis.equals(gewaehrung.anfrage().get("code_challenge"))
                || !klient().rueckkehr().toString().equals(felder.get("redirect_uri"))) {
            return Antwort.json(400, Map.of("error", "invalid_grant"));
        }
        if (skript.stumm) {
            return new Antwort(0, Map.of(), new byte[0]);
        } else if (skript.tokenstatus > 0) {
            return new Antwort(skript.tokenstatus, Map.of(), new byte[0]);
        }
        String zugang = UUID.randomUUID().toString();
        zugaenge.put(zugang, gewaehrung);
        Map<String, Object> antwort = new LinkedHashMap<>();
        antwort.put("access_token", zugang);
        antwort.put("token_type", klient().dpop() ? "DPoP" : "Bearer");
        antwort.put("expires_in", 60);
        antwort.put("id_token", idToken(gewaehrung, zugang));
        skript.tokenantwort.accept(antwort);
        return Antwort.json(200, antwort);
    }

    private String idToken(Gewaehrung gewaehrung, String zugang) {
        long jetzt = uhr.instant().getEpochSecond();
        Map<String, Object> angaben = new LinkedHashMap<>();
        angaben.put("iss", aussteller);
        angaben.put("aud", klient().id());
        angaben.put("azp", klient().id());
        angaben.put("sub", subjekt(gewaehrung.person()));
        angaben.put("sid", gewaehrung.sitzung());
        angaben.put("iat", jetzt);
        angaben.put("exp", jetzt + 300);
        angaben.put("auth_time", jetzt); // nobody is logged in here before
        angaben.put("nonce", gewaehrung.anfrage().get("nonce"));
        angaben.put("at_hash", Testtoken.hash(zugang, skript.verfahren));
        setze(angaben, profil.niveauangabe(), wort(gewaehrung.person().niveau()));
        skript.idToken.accept(angaben);
        Map<String, Object> kopf = kopf();
        kopf.put("typ", "JWT");
        skript.kopf.accept(kopf);
        return skript.idTokenText.apply(Testtoken.signiere(kopf, angaben, skript.schluessel.get(0)));
    }

    private Antwort nutzerinfo(Map<String, String> kopf) {
        String[] zugang = kopf.getOrDefault("authorization", " ").split(" ", 2);
        Optional<Antwort> herausforderung = kontrolle.dpop(klient(), kopf, "GET", "/userinfo", zugang[1], 401);
        if (herausforderung.isPresent()) {
            return herausforderung.get();
        }
        Gewaehrung gewaehrung = zugaenge.get(zugang[1]);
        if (gewaehrung == null || !zugang[0].equals(klient().dpop() ? "DPoP" : "Bearer")) {
            return new Antwort(401, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""), new byte[0]);
        }
        Map<String, Object> angaben = new LinkedHashMap<>();
        angaben.put("sub", subjekt(gewaehrung.person()));
        person(angaben, gewaehrung.person());
        if (skript.nutzerinfoSigniert) {
            angaben.put("iss", aussteller);
            angaben.put("aud", klient().id());
        }
        skript.nutzerinfo.accept(angaben);
        if (!skript.nutzerinfoSigniert) {
            return Antwort.json(200, angaben);
        }
        String token = skript.nutzerinfoText.apply(Testtoken.signiere(kopf(), angaben, skript.schluessel.get(0)));
        return new Antwort(200, Map.of("Content-Type", "application/jwt"), token.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is known of a person, under the names of the profile, each with the level of the login. */
    private void person(Map<String, Object> angaben, Testperson person) {
        Map<String, String> oids = new HashMap<>();
        BundId.FORMULARATTRIBUTE.forEach((oid, name) -> oids.put(name, oid));
        profil.angaben().forEach((claim, name) -> {
            String wert = person.attribute().get(oids.getOrDefault(name, ""));
            if (wert != null) {
                setze(angaben, claim, wert);
                if (!profil.niveauEndung().isEmpty()) {
                    setze(angaben, claim + profil.niveauEndung(), wort(person.niveau()));
                }
            }
        });
        if (!person.gast()) {
            setze(angaben, profil.schluessel(), "bpk-" + person.kennung());
            setze(angaben, profil.neben().postfach(), "postfach-" + person.kennung());
        }
        setze(angaben, profil.neben().mittel(), person.mittel().wort());
    }

    private String wort(Vertrauensniveau niveau) {
        return profil.niveaus().entrySet().stream()
                .filter(e -> e.getValue() == niveau)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static void setze(Map<String, Object> angaben, String claim, Object wert) {
        int punkt = claim.indexOf('.');
        if (punkt > 0) {
            Object innen = angaben.computeIfAbsent(claim.substring(0, punkt), k -> new LinkedHashMap<String, Object>());
            setze((Map<String, Object>) innen, claim.substring(punkt + 1), wert);
        } else if (!claim.isEmpty() && !claim.equals("sub")) {
            angaben.put(claim, wert);
        }
    }
}
