/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import java.util.Collection;
import java.util.Optional;

/**
 * Port: names the Mandant of a request. Thread-safe. A finder that uses the host name only compares it with
 * configured names; what it does not know is no Mandant.
 */
public interface MandantFinder {

    /**
     * Finds the Mandant.
     *
     * @param hostname server name as the container gives it, untrusted
     * @param pfad path below the SDK's servlet, untrusted, for example {@code /hund-anmelden}
     */
    Optional<Mandant> finde(String hostname, String pfad);

    /** All Mandanten, for jobs and checks. */
    Collection<Mandant> alle();
}
