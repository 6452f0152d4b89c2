/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlAttribut;
import de.kommunalsdk.saml.SamlAttribut.Wert;
import de.kommunalsdk.saml.SamlFehler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Step 12: reads the attributes of the verified element, each name once, every text in full. */
final class Attributleser {

    private static final SamlFehler FEHLER = SamlFehler.ATTRIBUT_FORM;
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private Attributleser() {}

    static List<SamlAttribut> lies(List<Element> elemente) {
        List<SamlAttribut> attribute = new ArrayList<>();
        Set<String> namen = new HashSet<>();
        for (Element element : elemente) {
            // documents of the BundID print OIDs with stray spaces
            String name = Xml.attribut(element, "Name").orElse("").strip();
            if (name.isEmpty()) {
                throw new Ablehnung(FEHLER, "Name fehlt");
            }
            if (!namen.add(name)) {
                throw new Ablehnung(SamlFehler.ATTRIBUT_DOPPELT, "");
            }
            attribute.add(new SamlAttribut(name, vertrauen(element), werte(element)));
        }
        return attribute;
    }

    private static Optional<String> vertrauen(Element element) {
        Attr attribut = element.getAttributeNodeNS(Xml.AKDB, "TrustLevel");
        return attribut == null ? Optional.empty() : Optional.of(attribut.getValue());
    }

    private static List<Wert> werte(Element attribut) {
        Kinderfolge kinder = new Kinderfolge(attribut, FEHLER);
        List<Wert> werte = new ArrayList<>();
        while (kinder.hatNoch()) {
            Element wert = kinder.muss(Xml.SAML, "AttributeValue");
            if (!"true".equals(wert.getAttributeNS(XSI, "nil"))) {
                werte.add(wert(wert));
            }
        }
        return werte;
    }

    private static Wert wert(Element element) {
        List<Element> teile = Xml.kinder(element);
        if (teile.isEmpty()) {
            return new Wert(Xml.text(element, FEHLER), Map.of());
        }
        new Kinderfolge(element, FEHLER); // no text between the parts
        Map<String, String> texte = new LinkedHashMap<>();
        for (Element teil : teile) {
            if (texte.put(teil.getLocalName(), Xml.text(teil, FEHLER)) != null) {
                throw new Ablehnung(SamlFehler.ATTRIBUT_DOPPELT, "Teil");
            }
        }
        return new Wert("", texte);
    }
}
