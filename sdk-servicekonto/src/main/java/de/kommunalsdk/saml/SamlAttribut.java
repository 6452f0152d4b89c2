/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute as the account sent it.
 *
 * @param name the XML attribute {@code Name}, without spaces around it; FriendlyName is never looked at
 * @param vertrauen the XML attribute {@code akdb:TrustLevel}
 * @param werte its values
 */
public record SamlAttribut(String name, Optional<String> vertrauen, List<Wert> werte) {

    public SamlAttribut {
        werte = List.copyOf(werte);
    }

    /**
     * One value: text, or named parts such as the fields of {@code ekona:AdresseType}.
     *
     * @param text all text of a plain value; empty when there are parts
     * @param teile text of the child elements by local name, in their order
     */
    public record Wert(String text, Map<String, String> teile) {

        public Wert {
            teile = Collections.unmodifiableMap(new LinkedHashMap<>(teile));
        }

        /** Without content, which is personal data. */
        @Override
        public String toString() {
            return "Wert[" + teile.keySet() + "]";
        }
    }

    /** The text, when there is exactly one value and it is plain text. */
    public Optional<String> text() {
        return werte.size() == 1 && werte.get(0).teile().isEmpty()
                ? Optional.of(werte.get(0).text())
                : Optional.empty();
    }

    /** The parts, when there is exactly one value and it has parts; otherwise none. */
    public Map<String, String> teile() {
        return werte.size() == 1 ? werte.get(0).teile() : Map.of();
    }

    /** All plain texts. */
    public List<String> texte() {
        List<String> texte = new ArrayList<>();
        werte.forEach(wert -> texte.add(wert.text()));
        return texte;
    }

    /** Without values, which are personal data. */
    @Override
    public String toString() {
        return "SamlAttribut[" + name + ", " + werte.size() + "]";
    }
}
