/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes an answer of an account, which keeps every rule unless it is told otherwise. Not thread-safe; may be used again,
 * each answer has new ids.
 */
public final class Antwortbauer {

    private static final String PROTOKOLL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String AKDB = "https://www.akdb.de/request/2018/09";
    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

    private final Testkonto konto;
    private final Testdienst dienst;
    private final String anfrageId;
    private final Instant jetzt;
    private final List<String> attribute = new ArrayList<>();
    private String klasse = "STORK-QAA-Level-3";
    private String nameId = "_" + UUID.randomUUID();
    private String format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    private boolean nameIdVerschluesselt;
    private boolean antwortSigniert;
    private boolean assertionSigniert = true;
    private String verfahren;
    private @Nullable Xmlverschluesseler verschluesseler = Xmlverschluesseler.STANDARD;
    private UnaryOperator<String> text = UnaryOperator.identity();
    private Consumer<Document> vorDerSignatur = dokument -> {};
    private Consumer<Document> nachDerAssertion = dokument -> {};
    private Consumer<Document> zuletzt = dokument -> {};

    /** An answer to one request: assertion signed and encrypted, level substantial, no attributes. */
    public Antwortbauer(Testkonto konto, Testdienst dienst, String anfrageId, Instant jetzt) {
        this.konto = konto;
        this.dienst = dienst;
        this.anfrageId = anfrageId;
        this.jetzt = jetzt;
        this.verfahren = erster().schluessel().getAlgorithm().equals("EC") ? Xmlsignierer.ECDSA : Xmlsignierer.RSA_PSS;
    }

    private Schluesselpaar erster() {
        return konto.signatur().get(0);
    }

    /** AuthnContextClassRef. */
    public Antwortbauer klasse(String wert) {
        klasse = wert;
        return this;
    }

    /** NameID and its format. */
    public Antwortbauer nameId(String wert, String formatUrn) {
        nameId = wert;
        format = formatUrn;
        return this;
    }

    /** Sends the NameID as EncryptedID. */
    public Antwortbauer nameIdVerschluesselt() {
        nameIdVerschluesselt = true;
        return this;
    }

    /** An attribute of the AKDB's accounts. */
    public Antwortbauer attribut(String oid, String vertrauen, String wert) {
        attribute.add("<saml2:Attribute xmlns:akdb=\"" + AKDB + "\" Name=\"" + oid
                + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\" akdb:TrustLevel=\"" + vertrauen
                + "\"><saml2:AttributeValue xsi:type=\"xsd:string\">" + maskiert(wert)
                + "</saml2:AttributeValue></saml2:Attribute>");
        return this;
    }

    /** An attribute without level; a value that begins with {@code <} is the XML inside AttributeValue. */
    public Antwortbauer attribut(String name, String wert) {
        return attributXml("<saml2:Attribute Name=\"" + name + "\"><saml2:AttributeValue"
                + (name.endsWith("anschrift") ? " xsi:type=\"ekona:AdresseType\">" : ">")
                + (wert.startsWith("<") ? wert : maskiert(wert))
                + "</saml2:AttributeValue></saml2:Attribute>");
    }

    /** An attribute as it is; prefixes saml2, xsd, xsi and ekona are declared. */
    public Antwortbauer attributXml(String xml) {
        attribute.add(xml);
        return this;
    }

    /** What is signed. */
    public Antwortbauer signiert(boolean antwort, boolean assertion) {
        antwortSigniert = antwort;
        assertionSigniert = assertion;
        return this;
    }

    /** Signature method, see {@link Xmlsignierer}. */
    public Antwortbauer verfahren(String uri) {
        verfahren = uri;
        return this;
    }

    /** How the assertion is encrypted; null: not at all. */
    public Antwortbauer verschluesselt(@Nullable Xmlverschluesseler art) {
        verschluesseler = art;
        return this;
    }

    /** Changes the text before it is signed: a wrong answer of the real account. */
    public Antwortbauer text(UnaryOperator<String> aenderung) {
        text = aenderung;
        return this;
    }

    /** Changes the document before it is signed. */
    public Antwortbauer vorDerSignatur(Consumer<Document> aenderung) {
        vorDerSignatur = aenderung;
        return this;
    }

    /** Changes the document after the assertion is signed and before it is encrypted. */
    public Antwortbauer nachDerAssertion(Consumer<Document> aenderung) {
        nachDerAssertion = aenderung;
        return this;
    }

    /** Changes the document before it is sent, as an attacker on the way would. */
    public Antwortbauer zuletzt(Consumer<Document> aenderung) {
        zuletzt = aenderung;
        return this;
    }

    /** The value of the form field SAMLResponse. */
    public String baue() {
        return kodiert(xml());
    }

    /** The XML of it. */
    public String xml() {
        Document dokument =
                dokument(text.apply(antwort("<saml2p:StatusCode Value=\"" + STATUS + "Success\"/>", assertion())));
        vorDerSignatur.accept(dokument);
        if (assertionSigniert) {
            Xmlsignierer.signiere(kind(dokument.getDocumentElement(), "Assertion"), erster(), verfahren);
        }
        nachDerAssertion.accept(dokument);
        Xmlverschluesseler art = verschluesseler;
        if (art != null) {
            verschluessele(dokument.getDocumentElement(), art);
        }
        return fertig(dokument);
    }

    /** An error status: codes as the last parts of their URNs, detail as XML or empty. */
    public String fehler(String code, String zweiter, String meldung, String detail) {
        return kodiert(fertig(dokument(text.apply(antwort(
                "<saml2p:StatusCode Value=\"" + STATUS + code + "\"><saml2p:StatusCode Value=\"" + STATUS + zweiter
                        + "\"/></saml2p:StatusCode><saml2p:StatusMessage>" + maskiert(meldung)
                        + "</saml2p:StatusMessage>" + detail,
                "")))));
    }

    private String fertig(Document dokument) {
        if (antwortSigniert) {
            Xmlsignierer.signiere(dokument.getDocumentElement(), erster(), verfahren);
        }
        zuletzt.accept(dokument);
        return geschrieben(dokument);
    }

    private String antwort(String status, String inhalt) {
        return "<saml2p:Response xmlns:saml2p=\"" + PROTOKOLL + "\" xmlns:saml2=\"" + SAML + "\" ID=\"_"
                + UUID.randomUUID() + "\" Version=\"2.0\" IssueInstant=\"" + jetzt + "\" Destination=\"" + dienst.acs()
                + "\" InResponseTo=\"" + anfrageId + "\"><saml2:Issuer>" + konto.entityId()
                + "</saml2:Issuer><saml2p:Status>" + status + "</saml2p:Status>" + inhalt + "</saml2p:Response>";
    }

    private String assertion() {
        Instant ende = jetzt.plus(Duration.ofMinutes(5));
        return "<saml2:Assertion xmlns:saml2=\"" + SAML + "\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:ekona=\"http://www.elster.de/schema/ekona/saml/extensions\" ID=\"_" + UUID.randomUUID()
                + "\" IssueInstant=\"" + jetzt + "\" Version=\"2.0\"><saml2:Issuer>" + konto.entityId()
                + "</saml2:Issuer><saml2:Subject>" + nameIdXml()
                + "<saml2:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">"
                + "<saml2:SubjectConfirmationData Address=\"192.0.2.10\" InResponseTo=\"" + anfrageId
                + "\" NotOnOrAfter=\"" + ende + "\" Recipient=\"" + dienst.acs() + "\"/></saml2:SubjectConfirmation>"
                + "</saml2:Subject><saml2:Conditions NotBefore=\"" + jetzt + "\" NotOnOrAfter=\"" + ende
                + "\"><saml2:AudienceRestriction><saml2:Audience>" + dienst.entityId()
                + "</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions><saml2:AuthnStatement"
                + " AuthnInstant=\"" + jetzt + "\" SessionIndex=\"_" + UUID.randomUUID()
                + "\"><saml2:AuthnContext><saml2:AuthnContextClassRef>" + klasse
                + "</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>"
                + (attribute.isEmpty()
                        ? ""
                        : "<saml2:AttributeStatement>" + String.join("", attribute) + "</saml2:AttributeStatement>")
                + "</saml2:Assertion>";
    }

    private String nameIdXml() {
        String klar = "<saml2:NameID xmlns:saml2=\"" + SAML + "\" Format=\"" + format + "\" NameQualifier=\""
                + konto.entityId() + "\" SPNameQualifier=\"" + dienst.entityId() + "\">" + maskiert(nameId)
                + "</saml2:NameID>";
        return nameIdVerschluesselt
                ? "<saml2:EncryptedID>"
                        + Xmlverschluesseler.STANDARD.verschluessele(klar, dienst.verschluesselung())
                        + "</saml2:EncryptedID>"
                : klar;
    }

    private void verschluessele(Element wurzel, Xmlverschluesseler art) {
        for (Node n = wurzel.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && "Assertion".equals(e.getLocalName())) {
                String geheim = art.verschluessele(geschrieben(e), dienst.verschluesselung());
                Element huelle = dokument("<saml2:EncryptedAssertion xmlns:saml2=\"" + SAML + "\">" + geheim
                                + "</saml2:EncryptedAssertion>")
                        .getDocumentElement();
                Node neu = wurzel.getOwnerDocument().importNode(huelle, true);
                wurzel.replaceChild(neu, n);
                n = neu;
            }
        }
    }

    /** The first child element of this local name. */
    public static Element kind(Element element, String name) {
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && name.equals(e.getLocalName())) {
                return e;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Parses a text as a document. */
    public static Document dokument(String xml) {
        return SecureXml.dokument(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), XmlGrenzen.STANDARD);
    }

    /** Writes a node as text. */
    public static String geschrieben(Node knoten) {
        try {
            Transformer schreiber = TransformerFactory.newDefaultInstance().newTransformer();
            schreiber.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter xml = new StringWriter();
            schreiber.transform(new DOMSource(knoten), new StreamResult(xml));
            return xml.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Base64 of the POST binding. */
    public static String kodiert(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String maskiert(String wert) {
        return wert.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
