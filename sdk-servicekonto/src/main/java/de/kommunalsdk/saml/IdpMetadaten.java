/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.saml.internal.Idpleser;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an account's SAML side. The keys are trusted because of where the metadata come from, not because of
 * who issued their certificates.
 *
 * @param entityId name of the account
 * @param signaturzertifikate at least one; several during a change of keys
 * @param anmeldungPost where a request goes by POST; an address that is not https is left out
 * @param anmeldungRedirect where it goes by redirect, likewise
 * @param gueltigBis after this they must not be used
 * @param auffrischenNach how long they may be used without asking again
 */
public record IdpMetadaten(
        String entityId,
        List<X509Certificate> signaturzertifikate,
        Optional<URI> anmeldungPost,
        Optional<URI> anmeldungRedirect,
        Optional<Instant> gueltigBis,
        Optional<Duration> auffrischenNach) {

    public IdpMetadaten {
        signaturzertifikate = List.copyOf(signaturzertifikate);
    }

    /** Whether they may be used at a time. */
    public boolean gilt(Instant jetzt) {
        return gueltigBis.filter(ende -> !jetzt.isBefore(ende)).isEmpty();
    }

    /**
     * Reads metadata with one EntityDescriptor.
     *
     * @param xml the document, at most 1 MiB
     * @param entityId the account that they must belong to
     * @param anker certificates of which one must have signed them; empty: the signature is not looked at, because the
     *     file came by a way that is trusted itself
     * @param jetzt the time for {@code validUntil}
     * @throws InvalidInput with a code of {@link SamlFehler}
     */
    public static IdpMetadaten lies(byte[] xml, String entityId, List<X509Certificate> anker, Instant jetzt) {
        return Idpleser.lies(xml, entityId, anker, jetzt);
    }

    /**
     * The name that metadata give their account, which nothing vouches for.
     *
     * @throws InvalidInput {@link SamlFehler#METADATEN_FORM}
     */
    public static String genannteEntityId(byte[] xml) {
        return Idpleser.wurzelattribut(xml, "entityID");
    }
}
