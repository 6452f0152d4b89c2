/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.grenze.Anfragegrenze;
import java.time.Clock;
import java.time.Duration;

/** Counts in a table: a fixed window that begins with the first attempt. */
public final class JdbiAnfragegrenze implements Anfragegrenze {

    private final Datenbank datenbank;
    private final Siegel siegel;
    private final Clock clock;

    /** In this database; keys are stored as keyed hashes. */
    public JdbiAnfragegrenze(Datenbank datenbank, Siegel siegel, Clock clock) {
        this.datenbank = datenbank;
        this.siegel = siegel;
        this.clock = clock;
    }

    @Override
    public boolean erlaubt(String schluessel, int menge, int hoechstens, Duration fenster) {
        String hash = siegel.hash("anfragegrenze", schluessel);
        legeAn(hash);
        return datenbank.transaktion(h -> {
            long jetzt = clock.millis();
            h.createUpdate(
                            "update ozg_anfragegrenze set anzahl = case when bis <= :jetzt then :menge else anzahl + :menge end,"
                                    + " beginn = case when bis <= :jetzt then :jetzt else beginn end,"
                                    + " bis = case when bis <= :jetzt then :bis else bis end where schluessel = :schluessel")
                    .bind("menge", menge)
                    .bind("jetzt", jetzt)
                    .bind("bis", jetzt + fenster.toMillis())
                    .bind("schluessel", hash)
                    .execute();
            int anzahl = h.createQuery("select anzahl from ozg_anfragegrenze where schluessel = :schluessel")
                    .bind("schluessel", hash)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(menge);
            return anzahl <= hoechstens;
        });
    }

    @Override
    public void gibZurueck(String schluessel) {
        datenbank.transaktion(h -> h.createUpdate("update ozg_anfragegrenze set anzahl = anzahl - 1"
                        + " where schluessel = :schluessel and anzahl > 0")
                .bind("schluessel", siegel.hash("anfragegrenze", schluessel))
                .execute());
    }

    private void legeAn(String hash) {
        datenbank.versuche(h -> h.createUpdate("insert into ozg_anfragegrenze (schluessel, beginn, bis, anzahl)"
                        + " select :schluessel, 0, 0, 0 where not exists"
                        + " (select 1 from ozg_anfragegrenze where schluessel = :schluessel)")
                .bind("schluessel", hash)
                .execute());
    }
}
