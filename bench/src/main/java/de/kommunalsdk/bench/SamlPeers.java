/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import com.onelogin.saml2.authn.SamlResponse;
import com.onelogin.saml2.settings.Saml2Settings;
import com.onelogin.saml2.settings.SettingsBuilder;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Schluesselpaar;
import java.io.ByteArrayInputStream;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.shibboleth.utilities.java.support.resolver.CriteriaSet;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.criterion.EntityIdCriterion;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.assertion.ValidationContext;
import org.opensaml.saml.common.assertion.ValidationResult;
import org.opensaml.saml.saml2.assertion.SAML20AssertionValidator;
import org.opensaml.saml.saml2.assertion.SAML2AssertionValidationParameters;
import org.opensaml.saml.saml2.assertion.impl.AudienceRestrictionConditionValidator;
import org.opensaml.saml.saml2.assertion.impl.BearerSubjectConfirmationValidator;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.UsageType;
import org.opensaml.security.credential.impl.StaticCredentialResolver;
import org.opensaml.security.criteria.UsageCriterion;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.config.impl.DefaultSecurityConfigurationBootstrap;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.impl.ExplicitKeySignatureTrustEngine;

/** The same login by OpenSAML 4 and by java-saml, with their own checks of signature, addressee and times. */
final class SamlPeers {

    private final Saml2Settings javaSaml;
    private final String acs;
    private final String anfrage;
    private final Decrypter oeffner;
    private final SAML20AssertionValidator pruefer;
    private final Map<String, Object> erwartet = new HashMap<>();

    SamlPeers(Dienstanbieter dienst, String idp, X509Certificate zertifikat, String anfrage) {
        this.acs = dienst.acs().toString();
        this.anfrage = anfrage;
        Schluesselpaar paar = dienst.entschluesselung().get(0);
        this.javaSaml = javaSaml(dienst, idp, zertifikat, paar);
        // xmlsec knows RSA-PSS by a name that no provider of the JDK has; last, so that nothing else is taken from it
        Security.addProvider(new BouncyCastleProvider());
        try {
            InitializationService.initialize();
        } catch (InitializationException e) {
            throw new IllegalStateException(e);
        }
        oeffner = new Decrypter(
                null,
                new StaticKeyInfoCredentialResolver(new BasicX509Credential(paar.zertifikat(), paar.schluessel())),
                new InlineEncryptedKeyResolver());
        oeffner.setRootInNewDocument(true);
        BasicX509Credential konto = new BasicX509Credential(zertifikat);
        konto.setEntityId(idp);
        konto.setUsageType(UsageType.SIGNING);
        pruefer = new SAML20AssertionValidator(
                List.of(new AudienceRestrictionConditionValidator()),
                List.of(new BearerSubjectConfirmationValidator()),
                List.of(),
                new ExplicitKeySignatureTrustEngine(
                        new StaticCredentialResolver(konto),
                        DefaultSecurityConfigurationBootstrap.buildBasicInlineKeyInfoCredentialResolver()),
                new SAMLSignatureProfileValidator());
        erwartet.put(SAML2AssertionValidationParameters.SIGNATURE_REQUIRED, true);
        erwartet.put(
                SAML2AssertionValidationParameters.SIGNATURE_VALIDATION_CRITERIA_SET,
                new CriteriaSet(new EntityIdCriterion(idp), new UsageCriterion(UsageType.SIGNING)));
        erwartet.put(SAML2AssertionValidationParameters.VALID_ISSUERS, Set.of(idp));
        erwartet.put(SAML2AssertionValidationParameters.SC_VALID_RECIPIENTS, Set.of(acs));
        erwartet.put(SAML2AssertionValidationParameters.SC_VALID_IN_RESPONSE_TO, anfrage);
        erwartet.put(SAML2AssertionValidationParameters.SC_CHECK_ADDRESS, false);
        erwartet.put(SAML2AssertionValidationParameters.COND_VALID_AUDIENCES, Set.of(dienst.entityId()));
    }

    private static Saml2Settings javaSaml(
            Dienstanbieter dienst, String idp, X509Certificate zertifikat, Schluesselpaar paar) {
        Map<String, Object> angaben = new HashMap<>();
        angaben.put(SettingsBuilder.STRICT_PROPERTY_KEY, true);
        angaben.put(SettingsBuilder.SP_ENTITYID_PROPERTY_KEY, dienst.entityId());
        angaben.put(
                SettingsBuilder.SP_ASSERTION_CONSUMER_SERVICE_URL_PROPERTY_KEY,
                dienst.acs().toString());
        angaben.put(SettingsBuilder.SP_X509CERT_PROPERTY_KEY, paar.zertifikat());
        angaben.put(SettingsBuilder.SP_PRIVATEKEY_PROPERTY_KEY, paar.schluessel());
        angaben.put(SettingsBuilder.IDP_ENTITYID_PROPERTY_KEY, idp);
        angaben.put(SettingsBuilder.IDP_SINGLE_SIGN_ON_SERVICE_URL_PROPERTY_KEY, idp + "/sso");
        angaben.put(SettingsBuilder.IDP_X509CERT_PROPERTY_KEY, zertifikat);
        angaben.put(SettingsBuilder.SECURITY_WANT_ASSERTIONS_SIGNED, true);
        angaben.put(SettingsBuilder.SECURITY_WANT_ASSERTIONS_ENCRYPTED, true);
        angaben.put(SettingsBuilder.SECURITY_REJECT_DEPRECATED_ALGORITHM, true);
        // its default compiles the schemas of OASIS for every answer; OpenSAML and we use none
        angaben.put(SettingsBuilder.SECURITY_WANT_XML_VALIDATION, false);
        return new SettingsBuilder().fromValues(angaben).build();
    }

    /** Verified; its attributes were read. */
    SamlResponse javaSaml(String antwort) throws Exception {
        SamlResponse gelesen = new SamlResponse(javaSaml, acs, antwort);
        if (!gelesen.isValid(anfrage)
                || gelesen.getNameId().isEmpty()
                || gelesen.getAttributes().isEmpty()) {
            throw new IllegalStateException(gelesen.getError());
        }
        return gelesen;
    }

    /** The texts of the attributes of a verified assertion. */
    Map<String, List<String>> openSaml(String antwort) throws Exception {
        Response gelesen = (Response) XMLObjectSupport.unmarshallFromInputStream(
                Objects.requireNonNull(XMLObjectProviderRegistrySupport.getParserPool()),
                new ByteArrayInputStream(Base64.getDecoder().decode(antwort)));
        if (!acs.equals(gelesen.getDestination()) || !anfrage.equals(gelesen.getInResponseTo())) {
            throw new IllegalStateException("Zustellung");
        }
        Assertion assertion = oeffner.decrypt(gelesen.getEncryptedAssertions().get(0));
        ValidationContext kontext = new ValidationContext(erwartet);
        if (pruefer.validate(assertion, kontext) != ValidationResult.VALID) {
            throw new IllegalStateException(kontext.getValidationFailureMessage());
        }
        Map<String, List<String>> attribute = new LinkedHashMap<>();
        for (Attribute attribut : assertion.getAttributeStatements().get(0).getAttributes()) {
            attribute.put(
                    attribut.getName(),
                    attribut.getAttributeValues().stream().map(SamlPeers::text).toList());
        }
        return attribute;
    }

    private static String text(XMLObject wert) {
        return Objects.requireNonNull(wert.getDOM()).getTextContent();
    }
}
