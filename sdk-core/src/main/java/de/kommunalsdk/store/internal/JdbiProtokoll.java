/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.mandant.MandantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The audit trail in a table. */
public final class JdbiProtokoll implements Protokoll {

    private final Datenbank datenbank;
    private final Clock clock;

    /** In this database. */
    public JdbiProtokoll(Datenbank datenbank, Clock clock) {
        this.datenbank = datenbank;
        this.clock = clock;
    }

    @Override
    public void schreibe(MandantId mandant, @Nullable AntragId antrag, String ereignis, String handelnder) {
        datenbank.transaktion(h -> {
            schreibe(h, clock.millis(), mandant, antrag, ereignis, handelnder);
            return null;
        });
    }

    /** Appends within a transaction of the caller. */
    public static void schreibe(
            Handle h, long zeit, MandantId mandant, @Nullable AntragId antrag, String ereignis, String handelnder) {
        h.createUpdate("insert into ozg_protokoll (zeit, mandant_id, antrag_id, ereignis, handelnder)"
                        + " values (:zeit, :mandant, :antrag, :ereignis, :handelnder)")
                .bind("zeit", zeit)
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag == null ? null : antrag.wert())
                .bind("ereignis", ereignis)
                .bind("handelnder", handelnder)
                .execute();
    }

    @Override
    public List<Eintrag> eintraege(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> h.createQuery("select zeit, ereignis, handelnder from ozg_protokoll"
                        + " where mandant_id = :mandant and antrag_id = :antrag order by nummer")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .map((rs, ctx) -> new Eintrag(
                        Instant.ofEpochMilli(rs.getLong("zeit")),
                        mandant,
                        antrag,
                        rs.getString("ereignis"),
                        rs.getString("handelnder")))
                .list());
    }
}
