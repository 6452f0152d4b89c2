/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.oidc.Klientausweis;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.testkit.konto.Oidcsimulator.Antwort;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How an OpenID provider makes sure who calls it: client authentication and proofs of possession, each good once. Thread-safe. */
final class Oidckontrolle {

    private final String aussteller;
    private final Oidcskript skript;
    private final Clock uhr;
    private final Set<String> gesehen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger noncen = new AtomicInteger();

    Oidckontrolle(String aussteller, Oidcskript skript, Clock uhr) {
        this.aussteller = aussteller;
        this.skript = skript;
        this.uhr = uhr;
    }

    boolean istAusgewiesen(OidcKlient klient, Map<String, String> kopf, Map<String, String> felder) {
        if (klient.ausweis() instanceof Klientausweis.Geheimnis geheimnis) {
            String paar = klient.id() + ":" + new String(geheimnis.geheimnis().get());
            String basic = "Basic " + Base64.getEncoder().encodeToString(paar.getBytes(StandardCharsets.UTF_8));
            return basic.equals(kopf.get("authorization"));
        }
        try {
            Klientausweis.Schluessel schluessel = (Klientausweis.Schluessel) klient.ausweis();
            Map<String, Object> angaben = Testtoken.pruefe(
                    felder.getOrDefault("client_assertion", ".."),
                    schluessel.paar().zertifikat().getPublicKey());
            long ende = angaben.get("exp") instanceof Number zahl ? zahl.longValue() : 0;
            return klient.id().equals(angaben.get("iss"))
                    && klient.id().equals(angaben.get("sub"))
                    && aussteller.equals(angaben.get("aud"))
                    && ende > uhr.instant().getEpochSecond()
                    && gesehen.add("assertion " + angaben.get("jti"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The refusal of a proof; empty when it is good, or none is needed. */
    Optional<Antwort> dpop(
            OidcKlient klient, Map<String, String> kopf, String methode, String pfad, String zugang, int status) {
        if (!klient.dpop()) {
            return Optional.empty();
        }
        String nachweis = kopf.getOrDefault("dpop", "..");
        Map<String, Object> angaben;
        try {
            Map<String, Object> davor = Testtoken.kopf(nachweis);
            angaben = Testtoken.pruefe(nachweis, Testtoken.schluessel((Map<?, ?>) davor.getOrDefault("jwk", Map.of())));
            if (!"dpop+jwt".equals(davor.get("typ"))) {
                throw new IllegalArgumentException("typ");
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(Antwort.json(status, Map.of("error", "invalid_dpop_proof")));
        }
        String ath = zugang.isEmpty() ? "" : Testtoken.sha256(zugang);
        boolean gut = methode.equals(angaben.get("htm"))
                && (aussteller + pfad).equals(angaben.get("htu"))
                && ath.equals(angaben.getOrDefault("ath", ""))
                && gesehen.add("dpop " + angaben.get("jti"));
        if (!gut) {
            return Optional.of(Antwort.json(status, Map.of("error", "invalid_dpop_proof")));
        }
        if (noncen.incrementAndGet() <= skript.dpopNoncen) {
            return Optional.of(new Antwort(
                    status,
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "DPoP-Nonce",
                            UUID.randomUUID().toString(),
                            "WWW-Authenticate",
                            "DPoP error=\"use_dpop_nonce\""),
                    Testtoken.json(Map.of("error", "use_dpop_nonce"))));
        }
        return Optional.empty();
    }
}
