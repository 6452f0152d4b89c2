/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.TypeInfo;

/**
 * What the chain wants to know about the type of an element or attribute.
 *
 * @param code whether it is an XOEV code or made from it
 * @param zeichen characters that the type allows, or the default for texts; empty for dates, numbers, bytes and addresses
 * @param eigener whether the schema restricts it itself, perhaps by a pattern
 * @param aufzaehlung whether the schema lists its values
 */
record Typart(boolean code, Optional<Zeichenart> zeichen, boolean eigener, boolean aufzaehlung) {

    private static final String XOEV_CODE = "http://xoev.de/schemata/code/1_0";
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final int ABLEITUNG = TypeInfo.DERIVATION_RESTRICTION | TypeInfo.DERIVATION_EXTENSION;

    /** What is not in the schema at all: mixed text below a wildcard. */
    static Typart unbekannt(Zeichenart vorgabe) {
        return new Typart(false, Optional.of(vorgabe), false, false);
    }

    static Typart von(TypeInfo typ, Zeichenart vorgabe, Set<String> aufzaehlungen) {
        @Nullable String raum = typ.getTypeNamespace();
        String name = String.valueOf(typ.getTypeName());
        boolean din = raum != null && Zeichenart.prueftSelbst(raum);
        return new Typart(
                typ.isDerivedFrom(XOEV_CODE, "Code", ABLEITUNG),
                zeichen(typ, vorgabe),
                !XSD.equals(raum) && !din,
                aufzaehlungen.contains("{" + raum + "}" + name));
    }

    private static Optional<Zeichenart> zeichen(TypeInfo typ, Zeichenart vorgabe) {
        for (Ausgabe ausgabe : Ausgabe.values()) {
            for (Zeichensatz zeichensatz : Zeichensatz.values()) {
                Zeichenart art = new Zeichenart(zeichensatz, ausgabe);
                if (ist(typ, Zeichenart.namensraum(ausgabe), art.typname())) {
                    return Optional.of(art);
                }
            }
        }
        return ist(typ, XSD, "string") || istGemischt(typ) ? Optional.of(vorgabe) : Optional.empty();
    }

    private static boolean ist(TypeInfo typ, String raum, String name) {
        return (raum.equals(typ.getTypeNamespace()) && name.equals(typ.getTypeName()))
                || typ.isDerivedFrom(raum, name, ABLEITUNG);
    }

    /** A complex type has no simple text of its own; should it be mixed, the default holds. */
    private static boolean istGemischt(TypeInfo typ) {
        return !typ.isDerivedFrom(XSD, "anySimpleType", ABLEITUNG);
    }
}
