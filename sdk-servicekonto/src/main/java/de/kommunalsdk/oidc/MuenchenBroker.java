/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import static java.util.Map.entry;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Oidcprofil.Nebenangaben;
import de.kommunalsdk.oidc.Oidcprofil.Niveauweg;
import de.kommunalsdk.oidc.Oidcprofil.Nutzerinfo;
import de.kommunalsdk.saml.BundId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Keycloak in front of BayernID or BundID with the plugin of Munich. Levels and the kind of account are asked for by
 * scopes. Names of claims as the plugin's published scopes have them.
 */
public final class MuenchenBroker {

    private static final Map<String, String> ANGABEN = Map.ofEntries(
            entry("given_name", "vorname"),
            entry("family_name", "familienname"),
            entry("personalTitle", "doktorgrad"),
            entry("gender", "geschlechtscode"),
            entry("birthName", "geburtsname"),
            entry("placeOfBirth", "geburtsort"),
            entry("birthdate", "geburtsdatum"),
            entry("address.street_address", "strasse"),
            entry("address.postal_code", "postleitzahl"),
            entry("address.locality", "ort"),
            entry("address.country", "land"),
            entry("email", "email"),
            entry("DeMail", "demail"),
            entry("phone_number", "telefon"),
            entry("eidasIssuingCountry", "eidasland"));

    private MuenchenBroker() {}

    /** Whom the account asks to log in. */
    public enum Kontokreis {
        /** People. */
        PERSON("person"),
        /** Companies and other organisations. */
        ORGANISATION("legalEntity"),
        /** Both. */
        ALLE("any");

        private final String wort;

        Kontokreis(String wort) {
            this.wort = wort;
        }
    }

    /**
     * The profile.
     *
     * @param quelle name of the account as its users know it
     * @param kreis whom it asks to log in
     */
    public static Oidcprofil profil(String quelle, Kontokreis kreis) {
        Set<String> umfang = new HashSet<>(
                Set.of("openid", "profile", "email", "phone", "address", "birth", "birthdate", "authlevel"));
        umfang.add(kreis.wort);
        return new Oidcprofil(
                quelle,
                umfang,
                Niveauweg.UMFANG,
                Map.of(
                        Vertrauensniveau.BASISREGISTRIERUNG, "level1",
                        Vertrauensniveau.NIEDRIG, "level2",
                        Vertrauensniveau.SUBSTANZIELL, "level3",
                        Vertrauensniveau.HOCH, "level4"),
                "authlevel",
                BundId.niveaus(),
                "bPK2",
                ANGABEN,
                "",
                new Nebenangaben("AssertionProvedBy", "legacyPostkorbHandle", ""),
                Nutzerinfo.WENN_ANGEBOTEN,
                Map.of(),
                Optional.empty());
    }
}
