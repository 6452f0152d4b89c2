/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import java.time.Instant;

/** Port: remembers ids of assertions that were accepted, for all nodes of a portal together. Thread-safe. */
@FunctionalInterface
public interface Wiederholungsschutz {

    /**
     * Remembers an id, atomically.
     *
     * @param id printable ASCII, of any length
     * @param bis until when it must be remembered
     * @return whether it was not remembered yet
     */
    boolean erstmals(String id, Instant bis);
}
