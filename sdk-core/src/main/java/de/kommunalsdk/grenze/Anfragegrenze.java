/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.grenze;

import java.time.Duration;

/** Port: counts attempts, shared by all nodes. Thread-safe. */
public interface Anfragegrenze {

    /**
     * Counts one attempt.
     *
     * @param schluessel what is counted, for example {@code fortsetzen:musterstadt:203.0.113.7}; only a hash is stored
     * @param hoechstens attempts allowed in {@code fenster}
     * @return false when this attempt is one too many
     */
    boolean erlaubt(String schluessel, int hoechstens, Duration fenster);

    /** Takes back one attempt that turned out to be rightful, so that many people behind one address do no harm. */
    void gibZurueck(String schluessel);
}
