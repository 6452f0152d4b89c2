/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import de.kommunalsdk.error.Fehlercode;
import java.io.IOException;

/** The packet itself is wrong; another attempt would not help. */
public final class Paketfehler extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Fehlercode fehler;

    Paketfehler(Fehlercode fehler) {
        super(fehler.code());
        this.fehler = fehler;
    }

    /** What is wrong. */
    public Fehlercode fehler() {
        return fehler;
    }
}
