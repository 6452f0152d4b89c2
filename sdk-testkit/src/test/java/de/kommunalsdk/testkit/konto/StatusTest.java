/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.AufbauTest.ein;
import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static de.kommunalsdk.testkit.konto.Pruefstelle.grund;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.BundId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account says about a login that failed, and what an operator reads about an answer that was refused. */
class StatusTest {

    private static final String AKDB = "https://www.akdb.de/request/2018/09";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    private final Pruefstelle stelle = new Pruefstelle(BundId.profil(), EC);

    private Antwortergebnis fehler(boolean signiert, String code, String zweiter, String meldung, String detail) {
        return stelle.pruefe(stelle.antwort().signiert(signiert, false).fehler(code, zweiter, meldung, detail));
    }

    private static String detail(String json) {
        return "<saml2p:StatusDetail><akdb:StatusDetail xmlns:akdb=\"" + AKDB + "\">" + json
                + "</akdb:StatusDetail><a xmlns=\"\">{\"code\":\"FREMD\"}</a></saml2p:StatusDetail>";
    }

    @Test
    void anErrorIsToldWithItsCodes() {
        assertThat(fehler(false, "Responder", "AuthnFailed", "Login was CANCELED", ""))
                .isEqualTo(new Fehlerstatus("Responder", "AuthnFailed", List.of(), true, false));
        assertThat(fehler(true, "Requester", "NoAuthnContext", "cancelled", ""))
                .isEqualTo(new Fehlerstatus("Requester", "NoAuthnContext", List.of(), false, true));
        assertThat(fehler(
                        false,
                        "Requester",
                        "AuthnFailed",
                        "",
                        detail("[{\"code\":\"A_1\",\"x\":\"B\",\"y\":{\"code\":"
                                + "\"C\"}},{\"code\":\"a b\"},{\"code\":7}]")))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of("A_1", "C"), false, false));
        assertThat(fehler(false, "Requester", "AuthnFailed", "", detail("{\"code\":\"A\",")))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of("A"), false, false));
        String viele = "[" + "{\"code\":\"A\"},".repeat(30) + "0]";
        assertThat(((Fehlerstatus) fehler(false, "VersionMismatch", "X", "", detail(viele))).einzelheiten())
                .hasSize(20);
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .signiert(false, false)
                        .text(xml -> xml.replace("urn:oasis:names:tc:SAML:2.0:status:X", "urn:konto:Eigenes"))
                        .fehler("Responder", "X", "", ""))))
                .isEqualTo("Fehler Eigenes");
    }

    @Test
    void anErrorIsForThisLoginOrRefused() {
        Antwortbauer fremd = new Antwortbauer(stelle.konto, Testdienst.aus(DIENST), "_fremd", JETZT);
        assertThat(grund(stelle.pruefe(fremd.signiert(false, false).fehler("Responder", "AuthnFailed", "", ""))))
                .isEqualTo("ANFRAGE ");
        for (String falsch : List.of("Responder ", "", "a-b", "X".repeat(61))) {
            assertThat(grund(fehler(false, "Responder", falsch, "", ""))).startsWith("STATUS ");
            assertThat(grund(fehler(false, falsch, "AuthnFailed", "", ""))).startsWith("STATUS ");
        }
        assertThat(grund(fehler(false, "Success", "AuthnFailed", "", ""))).isEqualTo("STATUS Success mit zweitem Code");
        for (String kind : List.of("Status", "StatusCode", "StatusMessage")) {
            assertThat(grund(stelle.pruefe(stelle.antwort()
                            .signiert(false, false)
                            .zuletzt(d -> ein(d, kind).appendChild(d.createElementNS(DS, "ds:Fremd")))
                            .fehler("Responder", "AuthnFailed", "x", ""))))
                    .startsWith("STATUS " + kind);
        }
    }

    @Test
    void theDetailSaysWhatIsMissing() {
        assertThat(grund(new Pruefstelle(BundId.profil(), RSA)
                        .pruefe(stelle.antwort().baue())))
                .isEqualTo("SIGNATUR_FALSCH kein Schlüssel dieser Art");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .zuletzt(d -> d.getDocumentElement().removeChild(ein(d, "EncryptedAssertion")))
                        .baue())))
                .isEqualTo("STATUS_MIT_ASSERTION Assertion fehlt");
        assertThat(grund(stelle.pruefe(stelle.antwort().signiert(true, false).baue())))
                .isEqualTo("NICHT_SIGNIERT Assertion");
        assertThat(grund(stelle.pruefe(stelle.antwort().signiert(false, false).baue())))
                .isEqualTo("NICHT_SIGNIERT ");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .signiert(true, true)
                        .text(xml -> xml.replaceFirst(" Destination=\"[^\"]*\"", ""))
                        .baue())))
                .isEqualTo("ZIEL fehlt");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .text(xml -> xml.replaceFirst(" Destination=\"[^\"]*\"", " Destination=\"https://x.example\""))
                        .baue())))
                .isEqualTo("ZIEL ");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .text(xml -> xml.replaceFirst(" InResponseTo=\"[^\"]*\"", ""))
                        .baue())))
                .isEqualTo("ANFRAGE InResponseTo fehlt");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .text(xml -> xml.replaceFirst(" InResponseTo=\"[^\"]*\"", " InResponseTo=\"_x\""))
                        .baue())))
                .isEqualTo("ANFRAGE ");
    }
}
