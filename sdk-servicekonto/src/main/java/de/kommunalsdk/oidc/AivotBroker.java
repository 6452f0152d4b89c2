/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import static java.util.Map.entry;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Oidcprofil.Nebenangaben;
import de.kommunalsdk.oidc.Oidcprofil.Niveauweg;
import de.kommunalsdk.oidc.Oidcprofil.Nutzerinfo;
import de.kommunalsdk.saml.BundId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Keycloak realm of Aivot (as gover uses it) in front of the BundID. Levels are asked for by scope; which account is meant
 * says {@code kc_idp_hint}. Names of claims as gover's code has them.
 */
public final class AivotBroker {

    private static final Map<String, String> ANGABEN = Map.ofEntries(
            entry("given_name", "vorname"),
            entry("family_name", "familienname"),
            entry("birth_name", "geburtsname"),
            entry("date_of_birth", "geburtsdatum"),
            entry("place_of_birth", "geburtsort"),
            entry("nationality", "staatsangehoerigkeit"),
            entry("street_and_building", "strasse"),
            entry("zip_code", "postleitzahl"),
            entry("city", "ort"),
            entry("country", "land"),
            entry("community_id", "wohnortid"),
            entry("email", "email"),
            entry("telephone", "telefon"),
            entry("document_type", "dokumenttyp"),
            entry("e_idas_issuing_country", "eidasland"));

    private AivotBroker() {}

    /**
     * The profile.
     *
     * @param quelle name of the account as its users know it
     * @param hinweis alias of the account in that realm, value of {@code kc_idp_hint}
     */
    public static Oidcprofil profil(String quelle, String hinweis) {
        return new Oidcprofil(
                quelle,
                Set.of("openid"),
                Niveauweg.UMFANG,
                Map.of(
                        Vertrauensniveau.BASISREGISTRIERUNG, "level1",
                        Vertrauensniveau.SUBSTANZIELL, "level3",
                        Vertrauensniveau.HOCH, "level4"),
                "trust_level_authentication",
                BundId.niveaus(),
                "bPK2",
                ANGABEN,
                "",
                new Nebenangaben("assertion_proved_by", "legacy_postkorb_handle", "application_id"),
                Nutzerinfo.WENN_ANGEBOTEN,
                Map.of("kc_idp_hint", hinweis),
                Optional.empty());
    }
}
