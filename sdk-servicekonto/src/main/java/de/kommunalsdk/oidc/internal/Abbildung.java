/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.saml.BundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The claims of an account in the words of the SDK, by its profile. Thread-safe. */
final class Abbildung {

    private final Oidcprofil profil;

    Abbildung(Oidcprofil profil) {
        this.profil = profil;
    }

    /** What asks for a level: of the words that reach it the lowest. */
    String wort(Vertrauensniveau gefordert) {
        return new TreeMap<>(profil.niveauworte())
                .entrySet().stream()
                        .filter(e -> e.getKey().erfuellt(gefordert))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new Ablehnung(OidcFehler.WUNSCH, gefordert.name()));
    }

    /** Whether it was the account that was asked for. */
    void pruefeKonto(ObjectNode angaben) {
        profil.konto().ifPresent(k -> {
            if (!text(angaben, k.claim()).equals(Optional.of(k.erwartet()))) {
                throw new Ablehnung(OidcFehler.KONTO_ANDERES);
            }
        });
    }

    Vertrauensniveau niveau(ObjectNode angaben, Vertrauensniveau gefordert) {
        String wort = text(angaben, profil.niveauangabe()).orElseThrow(() -> new Ablehnung(OidcFehler.NIVEAU_FEHLT));
        Vertrauensniveau niveau = Optional.ofNullable(profil.niveaus().get(wort))
                .orElseThrow(() -> new Ablehnung(OidcFehler.NIVEAU_UNBEKANNT, Json.wort(wort)));
        if (!niveau.erfuellt(gefordert)) {
            throw new Ablehnung(OidcFehler.NIVEAU_ZU_NIEDRIG, niveau + " statt " + gefordert);
        }
        return niveau;
    }

    /**
     * The user. The key begins with the issuer: an account is never trusted with the users of another one, even where both
     * go by the same name.
     */
    Kontoanmeldung anmeldung(String aussteller, ObjectNode angaben, Vertrauensniveau niveau) {
        String mittel = neben(angaben, profil.neben().mittel()).orElse("");
        List<Attribut> attribute = new ArrayList<>();
        new TreeMap<>(profil.angaben()).forEach((claim, name) -> text(angaben, claim)
                .flatMap(wert -> stufe(angaben, claim, name, niveau)
                        .map(stufe -> new Attribut(name, wert, kleineres(stufe, niveau), mittel)))
                .ifPresent(attribute::add));
        String schluessel = text(angaben, profil.schluessel())
                .map(wert -> aussteller + " " + wert)
                .orElse(""); // none is a guest, as at the BundID
        return new Kontoanmeldung(
                new Nutzer(profil.quelle(), schluessel, niveau, attribute),
                mittel,
                neben(angaben, profil.neben().postfach()),
                neben(angaben, profil.neben().antragskennung()));
    }

    /**
     * How sure a claim is. Of an account that gives levels nobody vouches for one without its own, or with a word that is
     * not known: left out. Else it is as sure as the login, but for what people say themselves.
     */
    private Optional<Vertrauensniveau> stufe(ObjectNode angaben, String claim, String name, Vertrauensniveau niveau) {
        return profil.niveauEndung().isEmpty()
                ? Optional.of(BundId.stufe(name, niveau))
                : text(angaben, claim + profil.niveauEndung())
                        .map(wort -> profil.niveaus().get(wort));
    }

    private static Optional<String> neben(ObjectNode angaben, String claim) {
        return claim.isEmpty() ? Optional.empty() : text(angaben, claim);
    }

    /** A claim as text; {@code a.b} is {@code b} inside of {@code a} where no claim is called so. */
    private static Optional<String> text(ObjectNode angaben, String claim) {
        JsonNode wert = angaben.path(claim);
        if (wert.isMissingNode()) {
            wert = angaben;
            for (String teil : claim.split("\\.", -1)) {
                wert = wert.path(teil);
            }
        }
        return wert.isValueNode() && !wert.isNull()
                ? Optional.of(wert.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Vertrauensniveau kleineres(Vertrauensniveau a, Vertrauensniveau b) {
        return a.erfuellt(b) ? b : a;
    }
}
