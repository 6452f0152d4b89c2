/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;
import java.util.Optional;

/**
 * A FIM Stammdatenschema, immutable. An element that the schema uses at several places is one object.
 *
 * @param xdfVersion {@code 2.0} or {@code 3.0.0}
 * @param id identification, {@code S} and 11 (XDF3) or 8 (XDF2) digits
 * @param version version as written, for example {@code 1.2.0}
 * @param bezeichnung {@code bezeichnungEingabe} of XDF2
 * @param hilfetext empty when absent
 * @param dokumentsteckbrief XDF3
 * @param regeln rules of the schema itself
 * @param struktur children in document order
 */
public record Stammdatenschema(
        String xdfVersion,
        String id,
        String version,
        String name,
        String bezeichnung,
        String hilfetext,
        Metadaten metadaten,
        Ableitungsmodifikationen ableitungsmodifikationen,
        Optional<Identifikation> dokumentsteckbrief,
        List<Regel> regeln,
        List<Struktur> struktur) {

    public Stammdatenschema {
        regeln = List.copyOf(regeln);
        struktur = List.copyOf(struktur);
    }

    /** {@code <id>V<version>}, as the XFall names it. */
    public String kennung() {
        return id + "V" + version;
    }
}
