/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.saml.IdpMetadaten;
import java.util.List;

/** Whatever the bytes are, metadata are read with a key in them or refused with a code. */
class IdpMetadatenFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyMetadata(byte[] xml) {
        for (var anker :
                List.of(List.<java.security.cert.X509Certificate>of(), List.of(Pruefstelle.RSA.zertifikat()))) {
            try {
                if (IdpMetadaten.lies(xml, "https://id.bund.de/idp", anker, Pruefstelle.JETZT)
                        .signaturzertifikate()
                        .isEmpty()) {
                    throw new IllegalStateException("no key");
                }
            } catch (InvalidInput e) {
                continue; // refused with a code
            }
        }
    }
}
