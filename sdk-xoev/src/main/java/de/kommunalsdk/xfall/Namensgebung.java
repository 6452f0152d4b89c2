/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import java.util.Locale;

/**
 * How instances of a schema, and the XSD and JSON Schema for them, are named. FIM has two converters that differ; the
 * elements are named alike in both: by id, without version, all in the namespace of the schema.
 */
public enum Namensgebung {

    /** The FIM-XSLT: namespace {@code urn:fim-de:xfall:xdf3:<id>V<version>}, root {@code <id>V<version>}; for XDF2 by analogy. */
    FIM_XSLT {
        @Override
        public String namensraum(Stammdatenschema schema) {
            return "urn:fim-de:xfall:" + (schema.xdfVersion().startsWith("2") ? "xdf2" : "xdf3") + ":"
                    + schema.kennung();
        }

        @Override
        public String wurzel(Stammdatenschema schema) {
            return gueltig(schema.kennung());
        }
    },

    /**
     * The converter of the FIM portal: namespace {@code urn:xoev-de:xfall:standard:fim-s99000001_1.0}, root
     * {@code fim.S99000001.00000001001000}. Read off one test of another project for a schema with version 1.0, that the
     * last 14 digits are a constant 1 and three digits for each part of the version is our reading of it; nothing of it
     * was compared with the portal, least of all a version of three parts.
     */
    FIM_PORTAL {
        @Override
        public String namensraum(Stammdatenschema schema) {
            return "urn:xoev-de:xfall:standard:fim-" + schema.id().toLowerCase(Locale.ROOT) + "_" + schema.version();
        }

        @Override
        public String wurzel(Stammdatenschema schema) {
            StringBuilder name = new StringBuilder("fim." + schema.id() + ".00000001");
            for (String teil : schema.version().split("\\.", -1)) {
                name.append("0".repeat(Math.max(0, 3 - teil.length()))).append(teil);
            }
            return gueltig(name.toString());
        }
    };

    private static final int MAX_NAME = 100;

    /** The namespace of the instances of a schema. */
    public abstract String namensraum(Stammdatenschema schema);

    /**
     * The name of the root element.
     *
     * @throws InvalidInput {@link XfallFehler#NAME}
     */
    public abstract String wurzel(Stammdatenschema schema);

    /**
     * The name of an element below the root: its id, in both.
     *
     * @throws InvalidInput {@link XfallFehler#NAME} when the id cannot be the name of an XML element
     */
    public static String name(Element element) {
        return gueltig(element.id());
    }

    private static String gueltig(String name) {
        boolean gueltig = !name.isEmpty() && name.length() <= MAX_NAME && istBuchstabe(name.charAt(0));
        for (int i = 1; gueltig && i < name.length(); i++) {
            char zeichen = name.charAt(i);
            gueltig = istBuchstabe(zeichen) || (zeichen >= '0' && zeichen <= '9') || zeichen == '.' || zeichen == '-';
        }
        if (!gueltig) {
            throw new InvalidInput(XfallFehler.NAME, "");
        }
        return name;
    }

    private static boolean istBuchstabe(char zeichen) {
        return (zeichen >= 'A' && zeichen <= 'Z') || (zeichen >= 'a' && zeichen <= 'z') || zeichen == '_';
    }
}
