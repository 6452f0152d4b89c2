/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import java.util.Base64;

/** Whatever is sent, the answer is refused as a value: nobody without the account's key gets in, and nothing is thrown. */
class AntwortFuzzTest {

    private final Pruefstelle stelle = Pruefstelle.bundId();

    @FuzzTest(maxDuration = "10m")
    void anyXml(byte[] xml) {
        if (stelle.pruefe(Base64.getEncoder().encodeToString(xml)) instanceof Angenommen) {
            throw new IllegalStateException("accepted without the key of the account");
        }
    }
}
