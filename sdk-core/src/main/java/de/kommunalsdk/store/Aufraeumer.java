/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.Loeschung;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Deletes what is over: expired drafts, delivered Antraege after the retention of their Dienst, pieces of uploads that
 * never ended, old counters. Never an Antrag with an open outbox row or Klaerungsfall. Thread-safe.
 */
public final class Aufraeumer {

    private static final int PORTION = 500;
    private static final Duration VERWAIST = Duration.ofDays(1);

    private final Datenbank datenbank;
    private final Clock clock;

    Aufraeumer(Datenbank datenbank, Clock clock) {
        this.datenbank = datenbank;
        this.clock = clock;
    }

    /** Deletes all that is over now; gives how many drafts and Antraege were deleted. */
    public int raeumeAuf() {
        int geloescht = loesche("ENTWURF_ABGELAUFEN", "status = 'ENTWURF' and laeuft_ab <= :jetzt")
                + loesche(
                        "NACH_AUFBEWAHRUNG_GELOESCHT",
                        "status not in ('ENTWURF', 'ZAHLUNG_OFFEN') and eingegangen_am + aufbewahrung_s * 1000 <= :jetzt"
                                + " and not exists (select 1 from ozg_auftrag o where o.mandant_id = a.mandant_id"
                                + " and o.antrag_id = a.antrag_id and o.zustand in ('OFFEN', 'KLAERUNG'))");
        datenbank.transaktion(h -> {
            h.createUpdate("delete from ozg_anfragegrenze where bis <= :jetzt")
                    .bind("jetzt", clock.millis())
                    .execute();
            return h.createUpdate("delete from ozg_anlage_stueck where geschrieben_am <= :grenze and not exists"
                            + " (select 1 from ozg_anlage a where a.mandant_id = ozg_anlage_stueck.mandant_id"
                            + " and a.antrag_id = ozg_anlage_stueck.antrag_id"
                            + " and a.anlage_id = ozg_anlage_stueck.anlage_id)")
                    .bind("grenze", clock.millis() - VERWAIST.toMillis())
                    .execute();
        });
        return geloescht;
    }

    private int loesche(String ereignis, String bedingung) {
        int geloescht = 0;
        int zuletzt;
        do {
            zuletzt = portion(ereignis, bedingung);
            geloescht += zuletzt;
        } while (zuletzt == PORTION);
        return geloescht;
    }

    private int portion(String ereignis, String bedingung) {
        return datenbank.transaktion(h -> {
            long jetzt = clock.millis();
            List<Stelle> stellen = h.createQuery(
                            "select mandant_id, antrag_id from ozg_antrag a where " + bedingung + " limit " + PORTION)
                    .bind("jetzt", jetzt)
                    .map((rs, ctx) -> new Stelle(new MandantId(rs.getString(1)), new AntragId(rs.getString(2))))
                    .list();
            for (Stelle stelle : stellen) {
                Loeschung.loesche(h, stelle.mandant(), stelle.antrag(), ereignis, "system", jetzt);
            }
            return stellen.size();
        });
    }

    private record Stelle(MandantId mandant, AntragId antrag) {}
}
