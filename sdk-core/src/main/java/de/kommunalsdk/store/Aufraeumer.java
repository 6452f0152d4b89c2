/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.audit.Antragsende;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.Loeschung;
import de.kommunalsdk.store.internal.Verwaiste;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Deletes what is over: expired drafts, delivered Antraege after the retention of their Dienst, pieces of uploads that
 * never ended, attachments without an Antrag, counters, logins and sessions that are over. Never an Antrag with an open outbox row or Klaerungsfall. Thread-safe.
 */
public final class Aufraeumer {

    private static final int PORTION = 50;
    private static final Duration VERWAIST = Duration.ofDays(1);

    private final Datenbank datenbank;
    private final Clock clock;

    Aufraeumer(Datenbank datenbank, Clock clock) {
        this.datenbank = datenbank;
        this.clock = clock;
    }

    /** Deletes all that is over now; gives how many drafts and Antraege were deleted. */
    public int raeumeAuf() {
        int geloescht = loesche(Antragsende.ENTWURF_ABGELAUFEN, "status = 'ENTWURF' and laeuft_ab <= :jetzt")
                + loesche(
                        Antragsende.NACH_AUFBEWAHRUNG_GELOESCHT,
                        "status not in ('ENTWURF', 'ZAHLUNG_OFFEN') and loeschen_ab <= :jetzt"
                                + " and not exists (select 1 from ozg_auftrag o where o.mandant_id = a.mandant_id"
                                + " and o.antrag_id = a.antrag_id and o.zustand in ('OFFEN', 'KLAERUNG'))");
        new Verwaiste(datenbank).loesche(clock.millis() - VERWAIST.toMillis());
        for (String tabelle : List.of("ozg_anfragegrenze", "ozg_kurzablage")) {
            datenbank.transaktion(h -> h.createUpdate("delete from " + tabelle + " where bis <= :jetzt")
                    .bind("jetzt", clock.millis())
                    .execute());
        }
        return geloescht;
    }

    private int loesche(Antragsende ende, String bedingung) {
        int geloescht = 0;
        Portion zuletzt;
        do {
            zuletzt = portion(ende, bedingung);
            geloescht += zuletzt.geloescht();
        } while (zuletzt.gefunden() == PORTION);
        return geloescht;
    }

    private Portion portion(Antragsende ende, String bedingung) {
        return datenbank.transaktion(h -> {
            long jetzt = clock.millis();
            List<Stelle> stellen = h.createQuery(
                            "select mandant_id, antrag_id from ozg_antrag a where " + bedingung + " limit " + PORTION)
                    .bind("jetzt", jetzt)
                    .map((rs, ctx) -> new Stelle(new MandantId(rs.getString(1)), new AntragId(rs.getString(2))))
                    .list();
            int geloescht = 0;
            for (Stelle stelle : stellen) {
                // A draft found may be submitted before it is deleted: the condition is asked again under the row's
                // lock.
                if (Loeschung.loescheWenn(h, bedingung, stelle.mandant(), stelle.antrag(), ende, "system", jetzt)) {
                    geloescht++;
                }
            }
            return new Portion(stellen.size(), geloescht);
        });
    }

    private record Stelle(MandantId mandant, AntragId antrag) {}

    private record Portion(int gefunden, int geloescht) {}
}
