/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.AufbauTest.ein;
import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.SamlFehler;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is opened, with which keys, and what one and the same refusal is made of. */
class VerschluesselungTest {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private final Pruefstelle stelle = new Pruefstelle(BundId.profil(), EC);

    /** Puts the assertion, changed as a text, in an EncryptedAssertion made by hand. */
    private static Consumer<Document> verpackt(UnaryOperator<String> verschluesseler) {
        return d -> {
            Element assertion = ein(d, "Assertion");
            Element huelle = d.createElementNS(SAML, "saml2:EncryptedAssertion");
            Document inhalt = Antwortbauer.dokument(verschluesseler.apply(Antwortbauer.geschrieben(assertion)));
            huelle.appendChild(d.importNode(inhalt.getDocumentElement(), true));
            assertion.getParentNode().replaceChild(huelle, assertion);
        };
    }

    private static String verschluesselt(String klar) {
        return Xmlverschluesseler.STANDARD.verschluessele(
                klar, List.of(DIENST.entschluesselung().get(0).zertifikat()));
    }

    @Test
    void upToEightKeysAreTried() {
        stelle.aussage(stelle.antwort().zuletzt(d -> {
            Element schluessel = ein(d, "EncryptedKey");
            for (int i = 0; i < 7; i++) {
                Element fremd = (Element) schluessel.cloneNode(true);
                fremd.getElementsByTagNameNS(XENC, "CipherValue").item(0).setTextContent("AAAA");
                schluessel.getParentNode().insertBefore(fremd, schluessel);
            }
        }));
    }

    @Test
    void hintsAtTheKeyAreNotFollowed() {
        for (String hinweis : List.of("X509Data", "KeyName")) {
            stelle.aussage(stelle.antwort()
                    .zuletzt(d -> ein(d, "KeyInfo").appendChild(d.createElementNS(DS, "ds:" + hinweis))));
        }
        stelle.aussage(stelle.antwort().zuletzt(d -> {
            Element verweis = d.createElementNS(DS, "ds:RetrievalMethod");
            verweis.setAttribute("URI", "#_k");
            ein(d, "KeyInfo").appendChild(verweis);
        }));
        stelle.aussage(
                stelle.antwort().zuletzt(d -> ein(d, "EncryptedKey").setAttribute("Recipient", DIENST.entityId())));
    }

    @Test
    void aKeyThatCannotBeOpenedIsReplacedByOneThatNobodyKnows() {
        stelle.abgewiesen(
                stelle.antwort()
                        .verschluesselt(null)
                        .nachDerAssertion(verpackt(klar -> mitNullschluessel(klar)))
                        .baue(),
                SamlFehler.ENTSCHLUESSELUNG);
    }

    /** What an attacker would send if the key for a broken EncryptedKey were known: thirty-two zeros. */
    private static String mitNullschluessel(String klar) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(new byte[32], "AES"),
                    new GCMParameterSpec(128, new byte[12]));
            byte[] geheim = aes.doFinal(klar.getBytes(StandardCharsets.UTF_8));
            byte[] mitIv = new byte[12 + geheim.length];
            System.arraycopy(geheim, 0, mitIv, 12, geheim.length);
            Document d = Antwortbauer.dokument(verschluesselt(klar));
            List<byte[]> werte = List.of(new byte[256], mitIv);
            for (int i = 0; i < 2; i++) {
                d.getElementsByTagNameNS(XENC, "CipherValue")
                        .item(i)
                        .setTextContent(Base64.getEncoder().encodeToString(werte.get(i)));
            }
            return Antwortbauer.geschrieben(d);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasEncryptedMayUsePrefixesFromOutside() {
        Consumer<Document> ohneNamensraum = verpackt(klar -> {
            String kurz = klar.replaceFirst(" xmlns:saml2=\"[^\"]*\"", "");
            assertThat(kurz).isNotEqualTo(klar);
            return verschluesselt(kurz);
        });
        stelle.aussage(stelle.antwort().verschluesselt(null).nachDerAssertion(ohneNamensraum));
    }

    @Test
    void theEncryptedPartHasOneElementOfTheExpectedName() {
        for (String inhalt : List.of("", "x", "<a/>", "<a/><b/>", "<saml2:NameID/>", "</innen><innen>", "<a>")) {
            stelle.abgewiesen(
                    stelle.antwort()
                            .verschluesselt(null)
                            .nachDerAssertion(verpackt(klar -> verschluesselt(inhalt)))
                            .baue(),
                    SamlFehler.ENTSCHLUESSELUNG);
        }
    }

    @Test
    void anEncryptedNameIdIsReadAndCheckedLikeAnyOther() {
        assertThat(stelle.aussage(stelle.antwort().nameId("wer", "urn:x:y").nameIdVerschluesselt())
                        .nameId())
                .isEqualTo("wer");
        assertThat(stelle.aussage(stelle.antwort().nameId("wer", "urn:x:y")).nameIdFormat())
                .isEqualTo("urn:x:y");
        String mitKommentar = "<saml2:NameID xmlns:saml2=\"" + SAML + "\">w<!-- x -->er</saml2:NameID>";
        stelle.gemerkt.clear();
        stelle.abgewiesen(
                stelle.antwort()
                        .nameIdVerschluesselt()
                        .text(xml -> xml.replaceAll(
                                "(<saml2:EncryptedID>).*(</saml2:EncryptedID>)",
                                "$1" + verschluesselt(mitKommentar) + "$2"))
                        .baue(),
                SamlFehler.KOMMENTAR);
    }
}
