/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Regel;

/** How one rule is checked. Stateless. */
public interface Regelpruefung {

    Regel regel();

    /**
     * Walks and reports what breaks the rule.
     *
     * @throws NichtMoeglich when a page that the rule needs cannot be had
     */
    void pruefe(Rundgang rundgang, Befund befund);
}
