/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.jobs.Auftraege;
import de.kommunalsdk.jobs.Auftrag;
import de.kommunalsdk.klaerung.Klaerungsfaelle;
import de.kommunalsdk.mandant.MandantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The outbox in a table: OFFEN, then ERLEDIGT or KLAERUNG; a closed case is GESCHLOSSEN. */
public final class JdbiAuftraege implements Auftraege, Klaerungsfaelle {

    private static final int AUSWAHL = 20;
    private static final int MAX_CODE = 40;
    private static final int MAX_TEXT = 500;
    // Each lease raises the attempts. Only a retried Klaerungsfall counts anew; a worker that still held its row could
    // then
    // end a lease too early, which costs another delivery of the same key and no more.
    private static final String EIGENE_LEIHE = " where id = :id and zustand = 'OFFEN' and versuche = :versuche";

    private final Datenbank datenbank;
    private final Clock clock;

    /** In this database. */
    public JdbiAuftraege(Datenbank datenbank, Clock clock) {
        this.datenbank = datenbank;
        this.clock = clock;
    }

    @Override
    public Optional<Auftrag> leihe(Duration leihe) {
        long jetzt = clock.millis();
        List<Auftrag> faellige = datenbank.transaktion(h -> h.createQuery("select * from ozg_auftrag"
                        + " where zustand = 'OFFEN' and faellig_am <= :jetzt and geliehen_bis <= :jetzt"
                        + " order by faellig_am limit " + AUSWAHL)
                .bind("jetzt", jetzt)
                .map((rs, ctx) -> auftrag(rs))
                .list());
        // The update decides between workers that see the same row.
        return faellige.stream()
                .filter(auftrag -> nimm(auftrag, jetzt, leihe))
                .map(a -> new Auftrag(a.id(), a.mandant(), a.antrag(), a.art(), a.weg(), a.versuche() + 1))
                .findFirst();
    }

    private boolean nimm(Auftrag auftrag, long jetzt, Duration leihe) {
        return datenbank.transaktion(h -> h.createUpdate("update ozg_auftrag set geliehen_bis = :bis,"
                                + " versuche = versuche + 1 where id = :id"
                                + " and zustand = 'OFFEN' and geliehen_bis <= :jetzt and versuche = :versuche")
                        .bind("bis", jetzt + leihe.toMillis())
                        .bind("id", auftrag.id())
                        .bind("jetzt", jetzt)
                        .bind("versuche", auftrag.versuche())
                        .execute()
                == 1);
    }

    @Override
    public void erledigt(Auftrag auftrag, String beleg) {
        datenbank.transaktion(h -> {
            // Not bound to the lease: a delivery is a fact. If the lease was overtaken, the other worker delivers the
            // same
            // key again, which changes nothing at the receiver, and finds the row done: whatever it reports has no
            // effect.
            // If another attempt gave up (KLAERUNG) or a person closed that case, this answers it. The first receipt
            // stays.
            int erledigt = h.createUpdate("update ozg_auftrag set zustand = 'ERLEDIGT', geliehen_bis = 0,"
                            + " beleg = :beleg, code = '', detail = '' where id = :id and zustand <> 'ERLEDIGT'")
                    .bind("beleg", gekuerzt(beleg, MAX_TEXT))
                    .bind("id", auftrag.id())
                    .execute();
            if (erledigt == 1 && auftrag.istNachricht()) {
                JdbiPostausgang.loescheErledigte(h, auftrag.id());
                JdbiProtokoll.schreibe(
                        h, clock.millis(), auftrag.mandant(), auftrag.antrag(), "BENACHRICHTIGT", auftrag.art());
            } else if (erledigt == 1) {
                JdbiProtokoll.schreibe(
                        h, clock.millis(), auftrag.mandant(), auftrag.antrag(), "UEBERGEBEN", auftrag.weg());
                uebermitteltWennAlles(h, auftrag.mandant(), auftrag.antrag());
            }
            return null;
        });
    }

    private void uebermitteltWennAlles(Handle h, MandantId mandant, AntragId antrag) {
        int offen = h.createQuery("select count(*) from ozg_auftrag where mandant_id = :mandant"
                        + " and antrag_id = :antrag and art = 'uebermitteln' and zustand in ('OFFEN', 'KLAERUNG')")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .mapTo(Integer.class)
                .one();
        if (offen == 0) {
            JdbiAntragStore.wechsle(h, mandant, antrag, Antragsstatus.UEBERMITTELT, clock.millis());
        }
    }

    @Override
    public void spaeter(Auftrag auftrag, Duration abstand, String code, String detail) {
        datenbank.transaktion(h -> h.createUpdate("update ozg_auftrag set geliehen_bis = 0, faellig_am = :faellig,"
                        + " code = :code, detail = :detail" + EIGENE_LEIHE)
                .bind("faellig", clock.millis() + abstand.toMillis())
                .bind("code", gekuerzt(code, MAX_CODE))
                .bind("detail", gekuerzt(detail, MAX_TEXT))
                .bind("id", auftrag.id())
                .bind("versuche", auftrag.versuche())
                .execute());
    }

    @Override
    public void zurKlaerung(Auftrag auftrag, String code, String detail) {
        datenbank.transaktion(h -> {
            int gegeben = h.createUpdate("update ozg_auftrag set zustand = 'KLAERUNG', geliehen_bis = 0,"
                            + " seit = :jetzt, code = :code, detail = :detail" + EIGENE_LEIHE)
                    .bind("jetzt", clock.millis())
                    .bind("code", gekuerzt(code, MAX_CODE))
                    .bind("detail", gekuerzt(detail, MAX_TEXT))
                    .bind("id", auftrag.id())
                    .bind("versuche", auftrag.versuche())
                    .execute();
            if (gegeben == 1) {
                JdbiProtokoll.schreibe(
                        h, clock.millis(), auftrag.mandant(), auftrag.antrag(), "KLAERUNGSFALL", "system");
            }
            return null;
        });
    }

    @Override
    public List<Klaerungsfall> offene(int hoechstens) {
        return datenbank.transaktion(h -> h.createQuery(
                        "select * from ozg_auftrag where zustand = 'KLAERUNG' order by seit, id limit :hoechstens")
                .bind("hoechstens", hoechstens)
                .map((rs, ctx) -> new Klaerungsfall(
                        rs.getString("id"),
                        new MandantId(rs.getString("mandant_id")),
                        new AntragId(rs.getString("antrag_id")),
                        rs.getString("art"),
                        rs.getString("code"),
                        rs.getString("detail"),
                        rs.getInt("versuche"),
                        Instant.ofEpochMilli(rs.getLong("seit"))))
                .list());
    }

    @Override
    public boolean wiederholen(String id, String handelnder) {
        return loese(
                id,
                "update ozg_auftrag set zustand = 'OFFEN', versuche = 0, geliehen_bis = 0, faellig_am = :jetzt"
                        + " where id = :id and zustand = 'KLAERUNG'",
                "KLAERUNG_WIEDERHOLT",
                handelnder);
    }

    @Override
    public boolean schliessen(String id, String handelnder, String grund) {
        return loese(
                id,
                "update ozg_auftrag set zustand = 'GESCHLOSSEN', seit = :jetzt where id = :id and zustand = 'KLAERUNG'",
                "KLAERUNG_GESCHLOSSEN: " + (grund.length() > 30 ? grund.substring(0, 30) : grund),
                handelnder);
    }

    private boolean loese(String id, String anweisung, String ereignis, String handelnder) {
        return datenbank.transaktion(h -> {
            Optional<Auftrag> auftrag = h.createQuery("select * from ozg_auftrag where id = :id")
                    .bind("id", id)
                    .map((rs, ctx) -> auftrag(rs))
                    .findOne();
            boolean geloest = auftrag.isPresent()
                    && h.createUpdate(anweisung)
                                    .bind("id", id)
                                    .bind("jetzt", clock.millis())
                                    .execute()
                            == 1;
            if (geloest) {
                JdbiPostausgang.loescheErledigte(h, id);
                JdbiProtokoll.schreibe(
                        h,
                        clock.millis(),
                        auftrag.get().mandant(),
                        auftrag.get().antrag(),
                        ereignis,
                        handelnder);
            }
            return geloest;
        });
    }

    /** Texts of a receiver may have any length; a row that cannot be written would be delivered for ever. */
    private static String gekuerzt(String text, int hoechstens) {
        String lesbar = text.replace('\0', ' ');
        if (lesbar.length() <= hoechstens) {
            return lesbar;
        }
        return lesbar.substring(
                0, Character.isHighSurrogate(lesbar.charAt(hoechstens - 1)) ? hoechstens - 1 : hoechstens);
    }

    private static Auftrag auftrag(ResultSet rs) throws SQLException {
        return new Auftrag(
                rs.getString("id"),
                new MandantId(rs.getString("mandant_id")),
                new AntragId(rs.getString("antrag_id")),
                rs.getString("art"),
                rs.getString("weg"),
                rs.getInt("versuche"));
    }
}
