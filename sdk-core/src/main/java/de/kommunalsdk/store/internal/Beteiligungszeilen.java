/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and ends rounds of consent within a transaction of the caller, who holds the row of the Antrag when writing. */
final class Beteiligungszeilen {

    private static final String DES_ANTRAGS = " where mandant_id = :mandant and antrag_id = :antrag";

    private final Verschluesselung verschluesselung;

    Beteiligungszeilen(Verschluesselung verschluesselung) {
        this.verschluesselung = verschluesselung;
    }

    Optional<Weitergabe> weitergabe(Handle h, MandantId mandant, AntragId antrag) {
        return h.createQuery("select w.*, a.dienst_id, a.dienst_version from ozg_weitergabe w join ozg_antrag a"
                        + " on a.mandant_id = w.mandant_id and a.antrag_id = w.antrag_id"
                        + " where w.mandant_id = :mandant and w.antrag_id = :antrag")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .map((rs, ctx) -> weitergabe(h, mandant, antrag, rs))
                .findOne();
    }

    private Weitergabe weitergabe(Handle h, MandantId mandant, AntragId antrag, ResultSet rs) throws SQLException {
        int runde = rs.getInt("runde");
        return new Weitergabe(
                mandant,
                antrag,
                new DienstRef(new DienstId(rs.getString("dienst_id")), rs.getString("dienst_version")),
                runde,
                Zustimmungsstand.valueOf(rs.getString("zustand")),
                rs.getLong("stand"),
                Instant.ofEpochMilli(rs.getLong("begonnen_am")),
                Instant.ofEpochMilli(rs.getLong("laeuft_ab")),
                verschluesselung.entschluessle(rs.getBytes("inhalt"), Orte.weitergabe(mandant, antrag)),
                h.createQuery("select * from ozg_beteiligung" + DES_ANTRAGS + " and runde = :runde order by rang")
                        .bind("mandant", mandant.wert())
                        .bind("antrag", antrag.wert())
                        .bind("runde", runde)
                        .map((zeile, ctx) -> beteiligung(mandant, zeile))
                        .list());
    }

    Optional<Beteiligung> beteiligung(Handle h, MandantId mandant, BeteiligungId id) {
        return h.createQuery("select * from ozg_beteiligung where mandant_id = :mandant and beteiligung_id = :id")
                .bind("mandant", mandant.wert())
                .bind("id", id.wert())
                .map((rs, ctx) -> beteiligung(mandant, rs))
                .findOne();
    }

    /** The people of all rounds. */
    List<Beteiligung> alle(Handle h, MandantId mandant, AntragId antrag) {
        return h.createQuery("select * from ozg_beteiligung" + DES_ANTRAGS + " order by runde, rang")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .map((rs, ctx) -> beteiligung(mandant, rs))
                .list();
    }

    Optional<Beteiligung> mitLink(Handle h, MandantId mandant, Collection<String> hashes) {
        return h.createQuery("select * from ozg_beteiligung where mandant_id = :mandant and link_hash in (<hashes>)")
                .bind("mandant", mandant.wert())
                .bindList("hashes", List.copyOf(hashes))
                .map((rs, ctx) -> beteiligung(mandant, rs))
                .findFirst();
    }

    private Beteiligung beteiligung(MandantId mandant, ResultSet rs) throws SQLException {
        BeteiligungId id = new BeteiligungId(rs.getString("beteiligung_id"));
        long entschieden = rs.getLong("entschieden_am");
        return new Beteiligung(
                id,
                mandant,
                new AntragId(rs.getString("antrag_id")),
                rs.getInt("runde"),
                rs.getString("rolle"),
                Zustimmungsstand.valueOf(rs.getString("zustand")),
                rs.getInt("link"),
                rs.getLong("geoeffnet_am") > 0,
                rs.getLong("fassung"),
                entschieden == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(entschieden)),
                Vertrauensniveau.valueOf(rs.getString("niveau")),
                rs.getString("gesehen_sha256"),
                verschluesselung.entschluessle(rs.getBytes("inhalt"), Orte.beteiligung(mandant, id)));
    }

    /** Ends a running round; its content, which is in the draft or the Antrag, is not kept twice. */
    void beende(Handle h, MandantId mandant, AntragId antrag, Zustimmungsstand ende, long jetzt) {
        int beendet = h.createUpdate("update ozg_weitergabe set zustand = :ende, inhalt = :leer" + DES_ANTRAGS
                        + " and zustand = 'OFFEN'")
                .bind("ende", ende.name())
                .bind("leer", verschluesselung.verschluessle(new byte[0], Orte.weitergabe(mandant, antrag)))
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .execute();
        if (beendet == 1 && ende != Zustimmungsstand.ZUGESTIMMT) {
            Zustimmungsstand offene =
                    ende == Zustimmungsstand.ABGELAUFEN ? Zustimmungsstand.ABGELAUFEN : Zustimmungsstand.ZURUECKGEZOGEN;
            wechsle(h, mandant, antrag, Zustimmungsstand.OFFEN, offene);
            wechsle(h, mandant, antrag, Zustimmungsstand.ZUGESTIMMT, Zustimmungsstand.ZURUECKGEZOGEN);
            JdbiProtokoll.schreibe(
                    h,
                    jetzt,
                    mandant,
                    antrag,
                    "WEITERGABE_" + ende,
                    ende == Zustimmungsstand.ABGELEHNT ? "beteiligter" : ende == offene ? "system" : "buerger");
        }
    }

    private static void wechsle(
            Handle h, MandantId mandant, AntragId antrag, Zustimmungsstand von, Zustimmungsstand nach) {
        if (!von.darfNach(nach)) {
            throw new IllegalStateException(von + " -> " + nach);
        }
        h.createUpdate("update ozg_beteiligung set zustand = :nach, fassung = fassung + 1" + DES_ANTRAGS
                        + " and zustand = :von")
                .bind("nach", nach.name())
                .bind("von", von.name())
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .execute();
    }
}
