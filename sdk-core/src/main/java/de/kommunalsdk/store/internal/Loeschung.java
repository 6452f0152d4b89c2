/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Deletes one Antrag with all that belongs to it; the audit trail, which has no content, stays. */
public final class Loeschung {

    private Loeschung() {}

    /** Deletes within a transaction of the caller; false when there is nothing. */
    public static boolean loesche(
            Handle h, MandantId mandant, AntragId antrag, String ereignis, String handelnder, long jetzt) {
        int zeilen = 0;
        for (String tabelle : List.of("ozg_anlage", "ozg_anlage_stueck", "ozg_auftrag", "ozg_antrag")) {
            zeilen = h.createUpdate("delete from " + tabelle + " where mandant_id = :mandant and antrag_id = :antrag")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .execute();
        }
        if (zeilen == 1) {
            JdbiProtokoll.schreibe(h, jetzt, mandant, antrag, ereignis, handelnder);
        }
        return zeilen == 1;
    }
}
