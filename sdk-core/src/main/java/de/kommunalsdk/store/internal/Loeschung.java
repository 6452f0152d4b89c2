/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.audit.Antragsende;
import de.kommunalsdk.mandant.MandantId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Deletes one Antrag with all that belongs to it; the audit trail, which has no content, stays. */
public final class Loeschung {

    private static final String ANTRAG = "delete from ozg_antrag a where mandant_id = :mandant and antrag_id = :antrag";

    private static final List<String> REST = List.of(
            "ozg_auftrag",
            "ozg_nachricht",
            "ozg_entwurfsadresse",
            "ozg_anmeldung",
            "ozg_beteiligung",
            "ozg_weitergabe");

    private Loeschung() {}

    /** Deletes within a transaction of the caller; false when there is nothing. */
    public static boolean loesche(
            Handle h, MandantId mandant, AntragId antrag, Antragsende ende, String handelnder, long jetzt) {
        int geloescht = h.createUpdate(ANTRAG)
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .execute();
        return geloescht == 1 && loescheRest(h, mandant, antrag, ende, handelnder, jetzt);
    }

    /**
     * Deletes within a transaction of the caller, if {@code bedingung} is true of the Antrag at this moment; it may name
     * the row {@code a} and the time {@code :jetzt}. The Antrag goes first: an upload or a submission that holds its row
     * ends before, so that its rows are seen here, or finds no Antrag after.
     */
    public static boolean loescheWenn(
            Handle h,
            String bedingung,
            MandantId mandant,
            AntragId antrag,
            Antragsende ende,
            String handelnder,
            long jetzt) {
        int geloescht = h.createUpdate(ANTRAG + " and (" + bedingung + ")")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .bind("jetzt", jetzt)
                .execute();
        return geloescht == 1 && loescheRest(h, mandant, antrag, ende, handelnder, jetzt);
    }

    private static boolean loescheRest(
            Handle h, MandantId mandant, AntragId antrag, Antragsende ende, String handelnder, long jetzt) {
        JdbiAnlagenspeicher.loescheAlle(h, mandant, antrag);
        JdbiKurzablage.beende(h, mandant, antrag);
        for (String tabelle : REST) {
            h.createUpdate("delete from " + tabelle + " where mandant_id = :mandant and antrag_id = :antrag")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .execute();
        }
        JdbiProtokoll.schreibe(h, jetzt, mandant, antrag, ende.name(), handelnder);
        return true;
    }
}
