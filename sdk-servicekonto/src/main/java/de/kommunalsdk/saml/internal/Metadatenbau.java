/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.SpMetadaten;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Writes the metadata of the own side. */
public final class Metadatenbau {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private Metadatenbau() {}

    public static byte[] schreibe(SpMetadaten angaben, Dienstanbieter dienst, Kontoprofil profil) {
        Xmlbau wurzel = Xmlbau.dokument(Xml.METADATEN, "md:EntityDescriptor").attribut("entityID", dienst.entityId());
        Xmlbau rolle = wurzel.kind(Xml.METADATEN, "md:SPSSODescriptor")
                .attribut("AuthnRequestsSigned", "true")
                .attribut("WantAssertionsSigned", String.valueOf(profil.assertionSigniert()))
                .attribut("protocolSupportEnumeration", Xml.PROTOKOLL);
        schluessel(rolle, "signing", dienst.signatur().zertifikat());
        schluessel(rolle, "encryption", dienst.entschluesselung().get(0).zertifikat());
        if (!profil.nameIdFormat().isEmpty()) {
            rolle.kind(Xml.METADATEN, "md:NameIDFormat").text(profil.nameIdFormat());
        }
        rolle.kind(Xml.METADATEN, "md:AssertionConsumerService")
                .attribut("Binding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST")
                .attribut("Location", dienst.acs().toString())
                .attribut("index", "0")
                .attribut("isDefault", "true");
        Xmlbau organisation = wurzel.kind(Xml.METADATEN, "md:Organization");
        deutsch(organisation, "md:OrganizationName", angaben.organisation());
        deutsch(organisation, "md:OrganizationDisplayName", angaben.anzeigename());
        deutsch(organisation, "md:OrganizationURL", angaben.adresse().toString());
        Xmlbau technik = wurzel.kind(Xml.METADATEN, "md:ContactPerson").attribut("contactType", "technical");
        technik.kind(Xml.METADATEN, "md:GivenName").text(angaben.technikName());
        technik.kind(Xml.METADATEN, "md:EmailAddress").text("mailto:" + angaben.technikMail());
        return Xmlbau.bytes(wurzel.element());
    }

    private static void schluessel(Xmlbau rolle, String zweck, X509Certificate zertifikat) {
        try {
            rolle.kind(Xml.METADATEN, "md:KeyDescriptor")
                    .attribut("use", zweck)
                    .kind(Xml.DS, "ds:KeyInfo")
                    .kind(Xml.DS, "ds:X509Data")
                    .kind(Xml.DS, "ds:X509Certificate")
                    .text(Base64.getEncoder().encodeToString(zertifikat.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("Ein gelesenes Zertifikat hat eine Form", e);
        }
    }

    private static void deutsch(Xmlbau organisation, String name, String text) {
        Xmlbau kind = organisation.kind(Xml.METADATEN, name).text(text);
        kind.element().setAttributeNS(XML, "xml:lang", "de");
    }
}
