/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.saml.internal.Diagnose;
import de.kommunalsdk.saml.internal.StrengeAlgorithmen;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Verifies an answer that was kept as a file, to find out why it is refused. Nobody is logged in by it. */
public final class Antwortdiagnose {

    private Antwortdiagnose() {}

    /**
     * What the answer is verified against.
     *
     * @param idpMetadaten of the account, which are trusted as they are
     * @param schluessel own key that opens the answer
     * @param entityId own name
     * @param acs own address
     * @param inResponseTo id of the request; empty: the answer must name one, and only one, but it is not compared
     * @param zeit the time to verify at
     * @param profil of the account
     */
    public record Auftrag(
            byte[] idpMetadaten,
            Schluesselpaar schluessel,
            String entityId,
            URI acs,
            Optional<String> inResponseTo,
            Instant zeit,
            Kontoprofil profil) {}

    /**
     * What came out, as JSON.
     *
     * @param angenommen whether the answer is good
     * @param json {@code {"result":"ACCEPTED","nameId":...,"attributes":{...}}} with the personal data of the answer, or
     *     {@code {"result":"REJECTED","reason":"OZG-SAML-...","detail":"..."}} without
     */
    public record Befund(boolean angenommen, String json) {}

    /**
     * Verifies an answer with the algorithms of this SDK.
     *
     * @param datei XML, or its Base64 as it stands in the form field
     */
    public static Befund pruefe(Auftrag auftrag, byte[] datei) {
        return Diagnose.pruefe(auftrag, datei, StrengeAlgorithmen.REGEL);
    }
}
