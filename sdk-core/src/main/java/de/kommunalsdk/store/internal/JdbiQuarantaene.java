/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.blob.Quarantaene;
import de.kommunalsdk.mandant.MandantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The attachments in quarantine, in the table of the attachments. */
public final class JdbiQuarantaene implements Quarantaene {

    private static final int AUSWAHL = 20;
    private static final long ERSTER_ABSTAND = Duration.ofMinutes(1).toMillis();
    private static final long LETZTER_ABSTAND = Duration.ofHours(1).toMillis();
    private static final String FALL = " where mandant_id = :mandant and antrag_id = :antrag and anlage_id = :anlage"
            + " and zustand = 'QUARANTAENE'";

    private final Datenbank datenbank;
    private final JdbiAnlagenspeicher anlagen;
    private final Clock clock;

    /** In this database. */
    public JdbiQuarantaene(Datenbank datenbank, JdbiAnlagenspeicher anlagen, Clock clock) {
        this.datenbank = datenbank;
        this.anlagen = anlagen;
        this.clock = clock;
    }

    @Override
    public Optional<Fall> leihe() {
        long jetzt = clock.millis();
        List<Fall> faellige = datenbank.transaktion(h -> h.createQuery("select * from ozg_anlage where"
                        + " zustand = 'QUARANTAENE' and pruefen_ab <= :jetzt order by pruefen_ab limit " + AUSWAHL)
                .bind("jetzt", jetzt)
                .map((rs, ctx) -> fall(rs))
                .list());
        // The update decides between workers that see the same row.
        return faellige.stream()
                .filter(fall -> datenbank.transaktion(h -> nimm(h, fall, jetzt)))
                .findFirst();
    }

    private Fall fall(ResultSet rs) throws SQLException {
        MandantId mandant = new MandantId(rs.getString("mandant_id"));
        AntragId antrag = new AntragId(rs.getString("antrag_id"));
        AnlageId anlage = new AnlageId(rs.getString("anlage_id"));
        return new Fall(
                mandant,
                antrag,
                anlage,
                rs.getInt("pruefungen") + 1,
                anlagen.inhalt(mandant, antrag, anlage, rs.getLong("groesse")));
    }

    private static boolean nimm(Handle h, Fall fall, long jetzt) {
        long abstand = Math.min(LETZTER_ABSTAND, ERSTER_ABSTAND << Math.min(fall.pruefungen() - 1, 10));
        return mit(
                                h.createUpdate("update ozg_anlage set pruefungen = pruefungen + 1, pruefen_ab = :ab"
                                        + FALL + " and pruefungen = :bisher"),
                                fall)
                        .bind("ab", jetzt + abstand)
                        .bind("bisher", fall.pruefungen() - 1)
                        .execute()
                == 1;
    }

    @Override
    public void gibFrei(Fall fall) {
        datenbank.transaktion(h -> mit(h.createUpdate("update ozg_anlage set zustand = 'FREI'" + FALL), fall)
                .execute());
    }

    @Override
    public void verwirf(Fall fall) {
        datenbank.transaktion(h -> {
            int verworfen = mit(h.createUpdate("update ozg_anlage set zustand = 'BEFALLEN'" + FALL), fall)
                    .execute();
            if (verworfen == 1) {
                mit(
                                h.createUpdate("delete from ozg_anlage_stueck where mandant_id = :mandant"
                                        + " and antrag_id = :antrag and anlage_id = :anlage"),
                                fall)
                        .execute();
                JdbiProtokoll.schreibe(h, clock.millis(), fall.mandant(), fall.antrag(), "ANLAGE_BEFALLEN", "system");
            }
            return verworfen;
        });
    }

    private static Update mit(Update anweisung, Fall fall) {
        return anweisung
                .bind("mandant", fall.mandant().wert())
                .bind("antrag", fall.antrag().wert())
                .bind("anlage", fall.anlage().wert());
    }
}
