/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.audit;

import java.util.Arrays;
import java.util.Optional;

/** How a draft or an Antrag left the database; the names are the words of the audit trail. */
public enum Antragsende {
    /** The draft was not used in time. */
    ENTWURF_ABGELAUFEN,
    /** The citizen deleted the draft. */
    ENTWURF_GELOESCHT,
    /** A clerk erased it because somebody asked for it. */
    AUF_WUNSCH_GELOESCHT,
    /** Its retention was over. */
    NACH_AUFBEWAHRUNG_GELOESCHT;

    /** The end that an entry of the audit trail notes; empty when it notes something else. */
    public static Optional<Antragsende> von(String ereignis) {
        return Arrays.stream(values())
                .filter(ende -> ende.name().equals(ereignis))
                .findFirst();
    }
}
