/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.klaerung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.time.Instant;
import java.util.List;

/** Cases that need a person: a job that gave up. Thread-safe, blocking; each act is audited with its actor. */
public interface Klaerungsfaelle {

    /** Open cases of all Mandanten, oldest first, at most {@code hoechstens}. */
    List<Klaerungsfall> offene(int hoechstens);

    /** Puts the job back into the outbox, due now; false when there is no such open case. */
    boolean wiederholen(String id, String handelnder);

    /** Closes the case without another attempt; false when there is no such open case. */
    boolean schliessen(String id, String handelnder, String grund);

    /**
     * A case.
     *
     * @param id id of the case (the id of its outbox row)
     * @param art kind of the job, for example {@code uebermitteln}
     * @param code stable error code of the last attempt
     * @param detail technical detail without personal data
     */
    record Klaerungsfall(
            String id,
            MandantId mandant,
            AntragId antrag,
            String art,
            String code,
            String detail,
            int versuche,
            Instant seit) {}
}
