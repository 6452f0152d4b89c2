/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.saml.internal.Anfragebau;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes signed requests to one account. Thread-safe; one instance per account and portal. */
public final class Anfrageschreiber {

    private static final Pattern MARKE = Pattern.compile("[A-Za-z0-9_-]{16,80}");
    private static final Set<SamlFehler> HINDERNISSE = Set.of(SamlFehler.SP_ENTITYID, SamlFehler.SP_ACS);

    private final Dienstanbieter dienst;
    private final Anfragebau bau;

    /**
     * A writer for one account.
     *
     * @throws InvalidInput {@link SamlFehler#SP_ENTITYID} or {@link SamlFehler#SP_ACS}
     */
    public Anfrageschreiber(Dienstanbieter dienst, Kontoprofil profil) {
        List<Problem> probleme = Dienstpruefung.pruefe(dienst, Optional.empty(), Instant.EPOCH);
        for (Problem problem : probleme) {
            if (problem.code() instanceof SamlFehler fehler && HINDERNISSE.contains(fehler)) {
                throw new InvalidInput(fehler, problem.meldung());
            }
        }
        this.dienst = dienst;
        this.bau = new Anfragebau(dienst, profil);
    }

    /**
     * A request that a form posts, which is what the BundID prefers.
     *
     * @param relayState random token of 16 to 80 characters {@code A-Za-z0-9_-} that the answer brings back
     * @throws InvalidInput {@link SamlFehler#SP_ANFRAGE}, {@link SamlFehler#METADATEN_ZIEL}
     */
    public Anmeldeanfrage formular(IdpMetadaten idp, Anfragewunsch wunsch, String relayState, Instant jetzt) {
        URI ziel = idp.anmeldungPost().orElseThrow(() -> new InvalidInput(SamlFehler.METADATEN_ZIEL, "HTTP-POST"));
        pruefe(wunsch, relayState);
        Anfragebau.Anfrage anfrage = bau.schreibe(ziel, wunsch, jetzt);
        return new Anmeldeanfrage(
                new Anmeldevorgang(anfrage.id(), jetzt, wunsch.niveau()),
                ziel,
                Map.of("SAMLRequest", bau.formularwert(anfrage), "RelayState", relayState));
    }

    /**
     * A request that the browser is redirected with: signed in its address, which grows to two or three kilobytes.
     *
     * @param relayState as above
     * @throws InvalidInput as above
     */
    public Anmeldeanfrage weiterleitung(IdpMetadaten idp, Anfragewunsch wunsch, String relayState, Instant jetzt) {
        URI ziel =
                idp.anmeldungRedirect().orElseThrow(() -> new InvalidInput(SamlFehler.METADATEN_ZIEL, "HTTP-Redirect"));
        pruefe(wunsch, relayState);
        Anfragebau.Anfrage anfrage = bau.schreibe(ziel, wunsch, jetzt);
        return new Anmeldeanfrage(
                new Anmeldevorgang(anfrage.id(), jetzt, wunsch.niveau()),
                bau.adresse(anfrage, ziel, relayState),
                Map.of());
    }

    private void pruefe(Anfragewunsch wunsch, String relayState) {
        if (!MARKE.matcher(relayState).matches()) {
            throw new InvalidInput(SamlFehler.SP_ANFRAGE, "RelayState");
        }
        wunsch.erweiterung()
                .flatMap(AkdbErweiterung::zurueck)
                .flatMap(zurueck -> Dienstpruefung.pruefeZurueck(dienst, zurueck))
                .ifPresent(problem -> {
                    throw new InvalidInput(SamlFehler.SP_ANFRAGE, problem.meldung());
                });
    }
}
