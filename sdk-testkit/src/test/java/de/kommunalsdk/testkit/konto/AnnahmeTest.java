/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.BundId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Conformant answers are accepted, by every allowed method. */
class AnnahmeTest {

    @Test
    void aSignedAndEncryptedAnswerOfTheBundIdIsAccepted() {
        Pruefstelle stelle = Pruefstelle.bundId();
        Angenommen angenommen = stelle.angenommen(stelle.antwort()
                .klasse("STORK-QAA-Level-4")
                .attribut("urn:oid:2.5.4.42", "HOCH", "ERIKA & ÄNNE")
                .attribut(BundId.BPK2, "NORMAL", "A".repeat(43))
                .attribut(BundId.MITTEL, "NORMAL", "eID")
                .baue());
        assertThat(angenommen.aussage().text("urn:oid:2.5.4.42")).contains("ERIKA & ÄNNE");
        assertThat(angenommen.anmeldung().nutzer().subjekt()).isEqualTo("A".repeat(43));
        assertThat(angenommen.anmeldung().nutzer().niveau()).isEqualTo(Vertrauensniveau.HOCH);
    }

    static Stream<List<Object>> verfahren() {
        String mehr = "http://www.w3.org/2001/04/xmldsig-more#";
        String neu = "http://www.w3.org/2007/05/xmldsig-more#";
        return Stream.of(
                List.of(RSA, neu + "sha256-rsa-MGF1"),
                List.of(RSA, neu + "sha384-rsa-MGF1"),
                List.of(RSA, neu + "sha512-rsa-MGF1"),
                List.of(RSA, neu + "rsa-pss"),
                List.of(RSA, mehr + "rsa-sha256"),
                List.of(RSA, mehr + "rsa-sha384"),
                List.of(RSA, mehr + "rsa-sha512"),
                List.of(EC, mehr + "ecdsa-sha256"),
                List.of(EC, mehr + "ecdsa-sha384"),
                List.of(EC, mehr + "ecdsa-sha512"));
    }

    @ParameterizedTest
    @MethodSource("verfahren")
    void everyAllowedSignatureMethodIsAccepted(List<Object> fall) {
        Pruefstelle stelle = new Pruefstelle(BundId.profil(), (de.kommunalsdk.saml.Schluesselpaar) fall.get(0));
        stelle.angenommen(stelle.antwort().verfahren((String) fall.get(1)).baue());
        stelle.angenommen(stelle.antwort()
                .signiert(true, true)
                .verfahren((String) fall.get(1))
                .baue());
    }

    @Test
    void theKeyOfTheContentStandsInsideOrBesideAndMayHaveHints() {
        for (Xmlverschluesseler art : List.of(
                new Xmlverschluesseler(128, false, false),
                new Xmlverschluesseler(192, true, true),
                new Xmlverschluesseler(256, false, true))) {
            Pruefstelle stelle = Pruefstelle.bundId();
            stelle.angenommen(stelle.antwort().verschluesselt(art).baue());
        }
        Pruefstelle stelle = Pruefstelle.bundId();
        stelle.angenommen(stelle.antwort()
                .zuletzt(d -> {
                    String ds = "http://www.w3.org/2000/09/xmldsig#";
                    Element info =
                            (Element) d.getElementsByTagNameNS(ds, "KeyInfo").item(0);
                    info.insertBefore(d.createElementNS(ds, "ds:KeyName"), info.getFirstChild());
                })
                .baue());
    }
}
