/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.Umschluesseler;

/**
 * Brings stored data under the active key, in portions, while the portal runs. When it gives 0, no stored data needs
 * an earlier key; sealed cookies and resume codes still do for up to 90 days (SECURITY.md). Thread-safe.
 */
public final class Umschluesselung {

    private final Umschluesseler umschluesseler;

    Umschluesselung(Datenbank datenbank, Verschluesselung verschluesselung) {
        this.umschluesseler = new Umschluesseler(datenbank, verschluesselung);
    }

    /** Re-encrypts all values that are under another key; gives how many. */
    public int laufe() {
        return umschluesseler.laufe();
    }
}
