/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.error.Fundstelle;
import java.util.List;
import java.util.Set;

/**
 * A key of the column set.
 *
 * @param merkmale local names of the annotations inside {@code AppInfo}
 * @param spalten ids of the columns
 */
record Schluessel(String id, Set<String> merkmale, List<String> spalten, Fundstelle stelle) {

    /** Dialect 4, 3 and 1.0 of the XÖV annotations. */
    private static final Set<String> CODE = Set.of("recommendedKeyColumn", "empfohleneCodeSpalte", "xoev-code");

    boolean istEmpfohlen() {
        return merkmale.stream().anyMatch(CODE::contains);
    }

    /** Dialect 1.0; the FIM tools write the same key without its annotation. */
    boolean istName() {
        return merkmale.contains("xoev-codename") || id.equalsIgnoreCase("codenameKey");
    }

    boolean ausEinerSpalte() {
        return spalten.size() == 1;
    }
}
