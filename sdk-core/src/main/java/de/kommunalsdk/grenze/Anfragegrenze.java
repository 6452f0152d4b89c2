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
    default boolean erlaubt(String schluessel, int hoechstens, Duration fenster) {
        return erlaubt(schluessel, 1, hoechstens, fenster);
    }

    /**
     * Counts more than one at once, for example megabytes.
     *
     * @param menge how many; 0 asks only
     * @return false when there are more than {@code hoechstens} with these
     */
    boolean erlaubt(String schluessel, int menge, int hoechstens, Duration fenster);

    /** Takes back one attempt that turned out to be rightful, so that many people behind one address do no harm. */
    void gibZurueck(String schluessel);
}
