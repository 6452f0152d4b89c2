/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The one shape of a signature, checked before any computation: one SignedInfo, one Reference to the element that the
 * signature stands in, no other transforms than enveloped-signature and exclusive canonicalisation.
 *
 * @param schluesselart RSA or EC
 * @param schluesselinfo KeyInfo, which is never asked for a key
 */
record Signaturbau(String schluesselart, Optional<Element> schluesselinfo) {

    private static final SamlFehler FEHLER = SamlFehler.SIGNATUR_AUFBAU;
    private static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String ENVELOPED = Xml.DS + "enveloped-signature";
    private static final String PSS = "http://www.w3.org/2007/05/xmldsig-more#";

    static Signaturbau lies(Element signatur, Algorithmenregel regel) {
        Kinderfolge.nurAttribute(signatur, FEHLER, List.of("Id"));
        Kinderfolge kinder = new Kinderfolge(signatur, FEHLER);
        Element signedInfo = kinder.muss(Xml.DS, "SignedInfo");
        Element wert = kinder.muss(Xml.DS, "SignatureValue");
        Optional<Element> info = kinder.darf(Xml.DS, "KeyInfo");
        kinder.ende();
        Xml.wort(wert, FEHLER);
        info.ifPresent(Signaturbau::ohneVerweis);

        Kinderfolge.nurAttribute(signedInfo, FEHLER, List.of());
        Kinderfolge teile = new Kinderfolge(signedInfo, FEHLER);
        kanonisierung(teile.muss(Xml.DS, "CanonicalizationMethod"));
        Element methode = teile.muss(Xml.DS, "SignatureMethod");
        String art =
                regel.signatur(verfahren(methode)).orElseThrow(() -> new Ablehnung(SamlFehler.SIGNATURVERFAHREN, ""));
        methode(methode, regel);
        Element verweis = teile.darf(Xml.DS, "Reference").orElseThrow(() -> new Ablehnung(SamlFehler.VERWEIS, "fehlt"));
        if (teile.darf(Xml.DS, "Reference").isPresent()) {
            throw new Ablehnung(SamlFehler.VERWEIS, "mehrere");
        }
        teile.ende();
        verweis(verweis, (Element) signatur.getParentNode(), regel);
        return new Signaturbau(art, info);
    }

    private static String verfahren(Element element) {
        Kinderfolge.nurAttribute(element, FEHLER, List.of("Algorithm"));
        return Xml.attribut(element, "Algorithm").orElse("");
    }

    private static void ohneVerweis(Element info) {
        Set<String> erlaubt = Set.of("X509Data", "KeyValue", "KeyName");
        if (Xml.kinder(info).stream()
                .anyMatch(e -> !Xml.DS.equals(e.getNamespaceURI()) || !erlaubt.contains(e.getLocalName()))) {
            throw new Ablehnung(SamlFehler.SCHLUESSELVERWEIS, "");
        }
    }

    /** Only rsa-pss has parameters; of those, the digests must be allowed ones. */
    private static void methode(Element methode, Algorithmenregel regel) {
        Kinderfolge kinder = new Kinderfolge(methode, FEHLER);
        if (verfahren(methode).equals(PSS + "rsa-pss")) {
            kinder.darf(PSS, "RSAPSSParams").ifPresent(parameter -> {
                for (Element e : Xml.alle(parameter)) {
                    if (Xml.ist(e, Xml.DS, "DigestMethod") && !regel.pruefsumme(verfahren(e))) {
                        throw new Ablehnung(SamlFehler.PRUEFSUMMENVERFAHREN, "RSAPSSParams");
                    }
                }
            });
        }
        kinder.ende();
    }

    private static void verweis(Element verweis, Element ziel, Algorithmenregel regel) {
        Kinderfolge.nurAttribute(verweis, FEHLER, List.of("URI", "Id", "Type"));
        String soll = "#" + Xml.attribut(ziel, "ID").orElse("");
        if (!Xml.attribut(verweis, "URI").filter(soll::equals).isPresent()) {
            throw new Ablehnung(SamlFehler.VERWEIS, "URI");
        }
        Kinderfolge kinder = new Kinderfolge(verweis, FEHLER);
        Kinderfolge umformungen = kinder.darf(Xml.DS, "Transforms")
                .map(e -> new Kinderfolge(e, FEHLER))
                .orElseThrow(() -> new Ablehnung(SamlFehler.TRANSFORMATION, "fehlt"));
        Element huelle = umformungen.muss(Xml.DS, "Transform");
        if (!ENVELOPED.equals(verfahren(huelle)) || !Xml.kinder(huelle).isEmpty()) {
            throw new Ablehnung(SamlFehler.TRANSFORMATION, "");
        }
        kanonisierung(umformungen
                .darf(Xml.DS, "Transform")
                .orElseThrow(() -> new Ablehnung(SamlFehler.TRANSFORMATION, "exc-c14n fehlt")));
        if (umformungen.hatNoch()) {
            throw new Ablehnung(SamlFehler.TRANSFORMATION, "weitere");
        }
        Element summe = kinder.muss(Xml.DS, "DigestMethod");
        if (!regel.pruefsumme(verfahren(summe)) || summe.hasChildNodes()) {
            throw new Ablehnung(SamlFehler.PRUEFSUMMENVERFAHREN, "");
        }
        Element wert = kinder.muss(Xml.DS, "DigestValue");
        Kinderfolge.nurAttribute(wert, FEHLER, List.of());
        Xml.wort(wert, FEHLER);
        kinder.ende();
    }

    private static void kanonisierung(Element element) {
        if (!EXC_C14N.equals(verfahren(element))) {
            throw new Ablehnung(SamlFehler.TRANSFORMATION, "");
        }
        Kinderfolge kinder = new Kinderfolge(element, FEHLER);
        kinder.darf(EXC_C14N, "InclusiveNamespaces").ifPresent(liste -> {
            Kinderfolge.nurAttribute(liste, FEHLER, List.of("PrefixList"));
            new Kinderfolge(liste, FEHLER).ende();
        });
        kinder.ende();
    }
}
