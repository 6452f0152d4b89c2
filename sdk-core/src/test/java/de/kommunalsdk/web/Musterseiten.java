/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.mandant.Regionalschluessel;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A synthetic Mandant for pages. */
final class Musterseiten {

    private Musterseiten() {}

    static Mandant mandant() {
        return new Mandant(
                new MandantId("musterstadt"),
                "Stadt Musterstadt",
                new Regionalschluessel("051110000000"),
                URI.create("https://portal.musterstadt.example/ozg"),
                new Mandant.Stelle("Amt", "Weg 1", "09999", "Musterstadt", "0", "a@musterstadt.example", List.of()),
                new Mandant.Wappen(new byte[0], "image/png", "Wappen"),
                Map.of(),
                Map.of(),
                Map.of());
    }
}
