/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verified assertion says, read from the verified element only.
 *
 * @param aussteller entityID of the account
 * @param nameId name of the user; at BundID another one for each login, never the key of the user
 * @param nameIdFormat URN of its format; may be empty
 * @param klasse AuthnContextClassRef as it stands
 * @param angemeldetUm when the user logged in at the account
 * @param sitzungsindex session at the account
 * @param attribute in their order, each name once
 */
public record Aussage(
        String aussteller,
        String nameId,
        String nameIdFormat,
        String klasse,
        Instant angemeldetUm,
        Optional<String> sitzungsindex,
        List<SamlAttribut> attribute) {

    public Aussage {
        attribute = List.copyOf(attribute);
    }

    /** The attribute of this name. */
    public Optional<SamlAttribut> attribut(String name) {
        return attribute.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** The text of an attribute with exactly one value that is plain text. */
    public Optional<String> text(String name) {
        return attribut(name).flatMap(SamlAttribut::text);
    }

    /** Without NameID and values, which are personal data. */
    @Override
    public String toString() {
        return "Aussage[" + aussteller + ", " + klasse + ", " + attribute.size() + " Attribute]";
    }
}
