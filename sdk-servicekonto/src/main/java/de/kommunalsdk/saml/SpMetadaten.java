/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.saml.internal.Metadatenbau;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What the metadata of the own side say besides its keys and addresses.
 *
 * @param organisation name of the municipality
 * @param anzeigename name of the portal
 * @param adresse its web site
 * @param technikName whom to ask about technical matters
 * @param technikMail how
 */
public record SpMetadaten(
        String organisation, String anzeigename, URI adresse, String technikName, String technikMail) {

    /** Checks that nothing is missing ({@link SamlFehler#SP_ANGABE}). */
    public SpMetadaten {
        if (organisation.isBlank() || anzeigename.isBlank() || technikName.isBlank()) {
            throw new InvalidInput(SamlFehler.SP_ANGABE, "Organisation, Anzeigename oder Ansprechstelle fehlt");
        }
        if (!technikMail.matches("[^\\s@]+@[^\\s@]+")) {
            throw new InvalidInput(SamlFehler.SP_ANGABE, "Mailadresse der Technik");
        }
        if (!"https".equals(adresse.getScheme())) {
            throw new InvalidInput(SamlFehler.SP_ANGABE, "Adresse der Organisation: https");
        }
    }

    /**
     * Writes the metadata by the rules of the BundID, which suit the other accounts too: no validUntil, no ID, no mdui,
     * one certificate to sign and one to encrypt (the first; a second key of ours opens what was encrypted before).
     *
     * @return UTF-8
     * @throws InvalidInput with the code of the first error that {@link Dienstpruefung} finds
     * @see "BundID interface description 10.2.0.0, chapter 7.2"
     */
    public byte[] schreibe(Dienstanbieter dienst, Kontoprofil profil, Instant jetzt) {
        Dienstpruefung.pruefe(dienst, Optional.empty(), jetzt).stream()
                .filter(Problem::istFehler)
                .findFirst()
                .ifPresent(problem -> {
                    throw new InvalidInput(problem.code(), problem.stelle() + ": " + problem.meldung());
                });
        return Metadatenbau.schreibe(this, dienst, profil);
    }
}
