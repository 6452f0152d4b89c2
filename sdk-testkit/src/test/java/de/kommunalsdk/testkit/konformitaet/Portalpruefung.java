/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import java.nio.file.Path;

/** A test of a portal, to be tested itself. */
class Portalpruefung extends PortalConformance {

    private final Pruefling pruefling;
    private final Path ordner;

    Portalpruefung(Pruefling pruefling, Path ordner) {
        this.pruefling = pruefling;
        this.ordner = ordner;
    }

    @Override
    protected Pruefling pruefling() {
        return pruefling;
    }

    @Override
    protected Path berichtsverzeichnis() {
        return ordner;
    }
}
