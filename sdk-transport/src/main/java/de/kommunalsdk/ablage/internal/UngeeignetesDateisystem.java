/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import java.io.IOException;

/** The file system takes files, but cannot do a step that a delivery needs. */
public final class UngeeignetesDateisystem extends IOException {

    private static final long serialVersionUID = 1L;

    private final String schritt;

    UngeeignetesDateisystem(String schritt, Exception ursache) {
        super(schritt, ursache);
        this.schritt = schritt;
    }

    /** The step, in German. */
    public String schritt() {
        return schritt;
    }
}
