/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The children of an element in the one order that is allowed. This and its callers stand in for the XSDs of OASIS: those
 * refuse {@code xsi:type="ekona:AdresseType"}, whose schema is not public, and allow anything in Extensions, Object and
 * Advice, where wrapping attacks live.
 */
final class Kinderfolge {

    private final Element element;
    private final SamlFehler fehler;
    private final Iterator<Element> kinder;
    private @Nullable Element vorn;

    Kinderfolge(Element element, SamlFehler fehler) {
        this.element = element;
        this.fehler = fehler;
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeType() == Node.TEXT_NODE && !n.getNodeValue().isBlank()) {
                throw new Ablehnung(fehler, element.getLocalName() + ": Text zwischen den Elementen");
            }
        }
        kinder = Xml.kinder(element).iterator();
        weiter();
    }

    private void weiter() {
        vorn = kinder.hasNext() ? kinder.next() : null;
    }

    /** The next child, if it has this name. */
    Optional<Element> darf(String namensraum, String name) {
        Element kind = vorn;
        if (kind == null || !Xml.ist(kind, namensraum, name)) {
            return Optional.empty();
        }
        weiter();
        return Optional.of(kind);
    }

    /** The next child, which must have this name. */
    Element muss(String namensraum, String name) {
        return darf(namensraum, name)
                .orElseThrow(() -> new Ablehnung(fehler, element.getLocalName() + ": " + name + " erwartet"));
    }

    /** No child is left. */
    void ende() {
        Element kind = vorn;
        if (kind != null) {
            throw new Ablehnung(fehler, element.getLocalName() + ": weiteres Element an dieser Stelle");
        }
    }

    /** Whether a child is left. */
    boolean hatNoch() {
        return vorn != null;
    }

    /** The element has no other attributes than these, all without namespace. */
    static void nurAttribute(Element element, SamlFehler fehler, List<String> erlaubt) {
        Xml.attribute(element).stream()
                .filter(a -> !Xml.XMLNS.equals(a.getNamespaceURI()))
                .filter(a -> a.getNamespaceURI() != null || !erlaubt.contains(a.getLocalName()))
                .findFirst()
                .ifPresent(a -> {
                    throw new Ablehnung(fehler, element.getLocalName() + ": Attribut nicht erlaubt");
                });
    }
}
