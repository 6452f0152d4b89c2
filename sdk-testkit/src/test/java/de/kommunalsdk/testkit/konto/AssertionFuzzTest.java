/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.BundId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever an account signs, the verifier ends with a value, and a user who is accepted has a name. */
class AssertionFuzzTest {

    private final Pruefstelle stelle =
            new Pruefstelle(AllgemeinesSaml.profil("Konto", "", Map.of(), BundId.niveaus()), Pruefstelle.EC);

    @FuzzTest(maxDuration = "10m")
    void anySignedAssertion(byte[] bytes) {
        Document assertion;
        try {
            assertion = Antwortbauer.dokument(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidInput e) {
            return;
        }
        String antwort;
        try {
            antwort = stelle.antwort()
                    .signiert(true, false)
                    .verschluesselt(null)
                    .vorDerSignatur(d -> {
                        Element alte = Antwortbauer.kind(d.getDocumentElement(), "Assertion");
                        d.getDocumentElement().replaceChild(d.importNode(assertion.getDocumentElement(), true), alte);
                    })
                    .baue();
        } catch (IllegalStateException e) {
            return; // no canonical form, so nobody can sign it
        }
        if (stelle.pruefe(antwort) instanceof Angenommen angenommen
                && angenommen.aussage().nameId().isBlank()) {
            throw new IllegalStateException("accepted without a name");
        }
    }
}
