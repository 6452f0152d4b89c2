/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.internal.Algorithmenregel.Inhaltsverfahren;
import de.kommunalsdk.saml.internal.Algorithmenregel.Schluesselangabe;
import de.kommunalsdk.saml.internal.Algorithmenregel.Schluesselverfahren;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Step 7: opens EncryptedAssertion and EncryptedID. Methods are checked before any computation; whatever goes wrong after
 * that is one and the same refusal, so that nobody can ask us about a ciphertext.
 */
final class Entschluesselung {

    private static final SamlFehler FEHLER = SamlFehler.VERSCHLUESSELUNG_AUFBAU;
    private static final int MAX_SCHLUESSEL = 8;
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final Algorithmenregel regel;
    private final List<Schluesselpaar> eigene;
    private final String entityId;

    Entschluesselung(Algorithmenregel regel, List<Schluesselpaar> eigene, String entityId) {
        this.regel = regel;
        this.eigene = eigene;
        this.entityId = entityId;
    }

    private record Verpackt(Schluesselverfahren verfahren, byte[] geheim) {}

    /** Puts what is inside in the place of EncryptedData; gives the element. */
    Element oeffne(Element huelle, String erwartet) {
        Kinderfolge kinder = new Kinderfolge(huelle, FEHLER);
        Element daten = kinder.muss(Xml.XENC, "EncryptedData");
        List<Verpackt> schluessel = new ArrayList<>();
        Inhaltsverfahren verfahren = inhalt(daten, schluessel);
        for (Optional<Element> e = kinder.darf(Xml.XENC, "EncryptedKey");
                e.isPresent();
                e = kinder.darf(Xml.XENC, "EncryptedKey")) {
            schluessel(e.get()).ifPresent(schluessel::add);
        }
        kinder.ende();
        if (schluessel.size() > MAX_SCHLUESSEL) {
            throw new Ablehnung(FEHLER, "EncryptedKey: zu viele");
        }
        byte[] klar = oeffne(verfahren, schluessel, geheim(daten));
        Element innen = lies(huelle, klar);
        if (!Xml.ist(innen, Xml.SAML, erwartet)) {
            throw new Ablehnung(SamlFehler.ENTSCHLUESSELUNG, "");
        }
        Node klarteil = huelle.getOwnerDocument().importNode(innen, true);
        huelle.replaceChild(klarteil, daten);
        return (Element) klarteil;
    }

    private Inhaltsverfahren inhalt(Element daten, List<Verpackt> schluessel) {
        Kinderfolge.nurAttribute(daten, FEHLER, List.of("Id", "Type", "MimeType", "Encoding"));
        if (!Xml.attribut(daten, "Type").orElse(Xml.XENC + "Element").equals(Xml.XENC + "Element")) {
            throw new Ablehnung(FEHLER, "Type");
        }
        Kinderfolge kinder = new Kinderfolge(daten, FEHLER);
        Element methode = kinder.muss(Xml.XENC, "EncryptionMethod");
        Kinderfolge.nurAttribute(methode, FEHLER, List.of("Algorithm"));
        new Kinderfolge(methode, FEHLER).ende();
        kinder.darf(Xml.DS, "KeyInfo").ifPresent(info -> {
            for (Element e : Xml.kinder(info)) {
                if (Xml.ist(e, Xml.XENC, "EncryptedKey")) {
                    schluessel(e).ifPresent(schluessel::add);
                } else if (Xml.ist(e, Xml.DS, "RetrievalMethod")) {
                    verweis(e); // to a peer, which is read anyway
                } else if (!Xml.ist(e, Xml.DS, "X509Data") && !Xml.ist(e, Xml.DS, "KeyName")) { // hints, not followed
                    throw new Ablehnung(FEHLER, "KeyInfo");
                }
            }
        });
        kinder.muss(Xml.XENC, "CipherData");
        kinder.ende();
        return regel.inhalt(Xml.attribut(methode, "Algorithm").orElse(""))
                .orElseThrow(() -> new Ablehnung(SamlFehler.VERSCHLUESSELUNGSVERFAHREN, "EncryptedData"));
    }

    private static void verweis(Element methode) {
        if (methode.hasChildNodes() || !Xml.attribut(methode, "URI").orElse("").startsWith("#")) {
            throw new Ablehnung(SamlFehler.SCHLUESSELVERWEIS, "EncryptedData");
        }
    }

    /** Empty for the key of another recipient. */
    private Optional<Verpackt> schluessel(Element element) {
        Kinderfolge.nurAttribute(element, FEHLER, List.of("Id", "Recipient", "Type", "MimeType", "Encoding"));
        Kinderfolge kinder = new Kinderfolge(element, FEHLER);
        Element methode = kinder.muss(Xml.XENC, "EncryptionMethod");
        kinder.darf(Xml.DS, "KeyInfo"); // a hint at the certificate; all own keys are tried
        kinder.muss(Xml.XENC, "CipherData");
        kinder.darf(Xml.XENC, "ReferenceList");
        kinder.darf(Xml.XENC, "CarriedKeyName");
        kinder.ende();
        Schluesselverfahren verfahren = regel.schluessel(angabe(methode))
                .orElseThrow(() -> new Ablehnung(SamlFehler.VERSCHLUESSELUNGSVERFAHREN, "EncryptedKey"));
        byte[] geheim = geheim(element);
        return Xml.attribut(element, "Recipient").orElse(entityId).equals(entityId)
                ? Optional.of(new Verpackt(verfahren, geheim))
                : Optional.empty();
    }

    private static Schluesselangabe angabe(Element methode) {
        Kinderfolge.nurAttribute(methode, FEHLER, List.of("Algorithm"));
        Kinderfolge kinder = new Kinderfolge(methode, FEHLER);
        String pruefsumme = kinder.darf(Xml.DS, "DigestMethod")
                .map(Entschluesselung::verfahren)
                .orElse("");
        String maske =
                kinder.darf(Xml.XENC11, "MGF").map(Entschluesselung::verfahren).orElse("");
        if (pruefsumme.isEmpty()) {
            pruefsumme = kinder.darf(Xml.DS, "DigestMethod")
                    .map(Entschluesselung::verfahren)
                    .orElse("");
        }
        kinder.ende();
        return new Schluesselangabe(Xml.attribut(methode, "Algorithm").orElse(""), pruefsumme, maske);
    }

    private static String verfahren(Element element) {
        return Xml.attribut(element, "Algorithm").orElse("");
    }

    private static byte[] geheim(Element verschluesselt) {
        Element daten = Xml.kinder(verschluesselt).stream()
                .filter(e -> Xml.ist(e, Xml.XENC, "CipherData"))
                .findFirst()
                .orElseThrow(() -> new Ablehnung(FEHLER, "CipherData"));
        Kinderfolge kinder = new Kinderfolge(daten, FEHLER);
        Element wert = kinder.muss(Xml.XENC, "CipherValue"); // never a CipherReference
        kinder.ende();
        try {
            return Base64.getMimeDecoder().decode(Xml.wort(wert, FEHLER));
        } catch (IllegalArgumentException e) {
            throw new Ablehnung(FEHLER, "CipherValue");
        }
    }

    private byte[] oeffne(Inhaltsverfahren inhalt, List<Verpackt> verpackte, byte[] geheim) {
        for (Verpackt verpackt : verpackte) {
            for (Schluesselpaar paar : eigene) {
                byte[] schluessel = schluessel(inhalt.schluesselBytes(), verpackt, paar);
                try {
                    return inhalt.oeffne(schluessel, geheim);
                } catch (GeneralSecurityException | ProviderException e) {
                    continue; // the next key, or the one refusal below
                }
            }
        }
        throw new Ablehnung(SamlFehler.ENTSCHLUESSELUNG, "");
    }

    /** A wrong key is replaced by a random one, so that it fails where a wrong content fails. */
    private static byte[] schluessel(int laenge, Verpackt verpackt, Schluesselpaar paar) {
        byte[] ersatz = new byte[laenge];
        ZUFALL.nextBytes(ersatz);
        try {
            byte[] schluessel = verpackt.verfahren().oeffne(paar.schluessel(), verpackt.geheim());
            return schluessel.length == laenge ? schluessel : ersatz;
        } catch (GeneralSecurityException | ProviderException e) {
            return ersatz;
        }
    }

    /** Reads the plain text as a child of the place where it was encrypted: it may use prefixes that are declared there. */
    private static Element lies(Element huelle, byte[] klar) {
        Map<String, String> praefixe = new LinkedHashMap<>();
        for (Node n = huelle; n instanceof Element e; n = n.getParentNode()) {
            for (Attr attribut : Xml.attribute(e)) {
                if (Xml.XMLNS.equals(attribut.getNamespaceURI())) {
                    praefixe.putIfAbsent(attribut.getName(), attribut.getValue());
                }
            }
        }
        StringBuilder anfang = new StringBuilder("<innen");
        // a declared namespace has none of the characters that would need escaping, see Eingangspruefung
        praefixe.forEach((name, uri) -> anfang.append(' ')
                .append(name)
                .append("=\"")
                .append(uri.replace("&", "&amp;"))
                .append('"'));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(anfang.append('>').toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(klar);
        bytes.writeBytes("</innen>".getBytes(StandardCharsets.UTF_8));
        try {
            Document dokument = Eingangspruefung.dokument(bytes.toByteArray(), Eingangspruefung.GRENZEN);
            Element innen = dokument.getDocumentElement();
            List<Element> kinder = Xml.kinder(innen);
            if (kinder.size() == 1) {
                return kinder.get(0);
            }
        } catch (Ablehnung e) {
            throw new Ablehnung(SamlFehler.ENTSCHLUESSELUNG, ""); // not its reason
        }
        throw new Ablehnung(SamlFehler.ENTSCHLUESSELUNG, "");
    }
}
