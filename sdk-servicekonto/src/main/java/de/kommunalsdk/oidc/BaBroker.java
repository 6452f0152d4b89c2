/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Oidcprofil.Nebenangaben;
import de.kommunalsdk.oidc.Oidcprofil.Niveauweg;
import de.kommunalsdk.oidc.Oidcprofil.Nutzerinfo;
import de.kommunalsdk.saml.BundId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Keycloak in front of the BundID with the extension of the Bundesagentur fuer Arbeit. It asks for levels by Keycloak's
 * step-up (LoA 1 to 4) and gives each claim with its own level, {@code <name>-verified-level}. Its claims are called as the
 * mappers of that Keycloak are, so whoever runs it says the names.
 */
public final class BaBroker {

    private BaBroker() {}

    /**
     * The profile.
     *
     * @param angaben names of the claims with the names of attributes here
     * @param bpk2 the claim with the bPK2
     */
    public static Oidcprofil profil(Map<String, String> angaben, String bpk2) {
        Map<String, Vertrauensniveau> niveaus = new HashMap<>(BundId.niveaus());
        niveaus.put("1", Vertrauensniveau.BASISREGISTRIERUNG);
        niveaus.put("2", Vertrauensniveau.NIEDRIG);
        niveaus.put("3", Vertrauensniveau.SUBSTANZIELL);
        niveaus.put("4", Vertrauensniveau.HOCH);
        return new Oidcprofil(
                "BundID",
                Set.of("openid"),
                Niveauweg.ACR,
                Map.of(
                        Vertrauensniveau.BASISREGISTRIERUNG, "1",
                        Vertrauensniveau.SUBSTANZIELL, "3",
                        Vertrauensniveau.HOCH, "4"),
                "acr",
                niveaus,
                bpk2,
                angaben,
                "-verified-level",
                new Nebenangaben("", "", ""),
                Nutzerinfo.WENN_ANGEBOTEN,
                Map.of(),
                Optional.empty());
    }
}
