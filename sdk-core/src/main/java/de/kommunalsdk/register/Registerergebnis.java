/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.register;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.Map;

/** What a register answers. */
public sealed interface Registerergebnis {

    /**
     * The person is known.
     *
     * @param attribute values by name, in canonical form: dates {@code 2026-11-23}, numbers with a point, {@code true} or
     *     {@code false}, codes; a name that is missing is not known
     * @param niveau how sure they are
     */
    record Gefunden(Map<String, String> attribute, Vertrauensniveau niveau) implements Registerergebnis {
        public Gefunden {
            attribute = Map.copyOf(attribute);
        }

        /** Without the values, which are personal data. */
        @Override
        public String toString() {
            return "Gefunden[" + attribute.keySet() + ", " + niveau + "]";
        }
    }

    /** The register does not know this person. */
    record NichtGefunden() implements Registerergebnis {}

    /** The register cannot answer now. */
    record Gestoert() implements Registerergebnis {}
}
