/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.jobs.Auftrag;
import de.kommunalsdk.mandant.MandantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the store knows about an Antrag beside its content: numbers, times, states, deliveries. Thread-safe. */
public final class Vorgangsblatt {

    private final Datenbank datenbank;

    /** In this database. */
    public Vorgangsblatt(Datenbank datenbank) {
        this.datenbank = datenbank;
    }

    /** The Antrag with this number. */
    public Optional<AntragId> finde(MandantId mandant, Vorgangsnummer nummer) {
        return datenbank.transaktion(h -> h.createQuery("select antrag_id from ozg_antrag"
                        + " where mandant_id = :mandant and vorgangsnummer = :nummer")
                .bind("mandant", mandant.wert())
                .bind("nummer", nummer.wert())
                .map((rs, ctx) -> new AntragId(rs.getString("antrag_id")))
                .findOne());
    }

    /** The lines {@code name: value} of a draft or Antrag, times in UTC; empty when there is none. */
    public List<String> zeilen(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> {
            List<String> zeilen = new ArrayList<>();
            h.createQuery("select * from ozg_antrag where mandant_id = :mandant and antrag_id = :antrag")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .map((rs, ctx) -> antrag(rs))
                    .forEach(zeilen::addAll);
            h.createQuery("select * from ozg_auftrag where mandant_id = :mandant and antrag_id = :antrag order by id")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .map((rs, ctx) -> (rs.getString("art").equals(Auftrag.UEBERMITTELN)
                                    ? "Uebermittlung: " + rs.getString("weg")
                                    : "Nachricht: " + rs.getString("art"))
                            + ", " + rs.getString("zustand")
                            + ", Versuche " + rs.getInt("versuche")
                            + (rs.getString("beleg").isEmpty() ? "" : ", Beleg " + rs.getString("beleg")))
                    .forEach(zeilen::add);
            h.createQuery("select * from ozg_beteiligung where mandant_id = :mandant and antrag_id = :antrag"
                            + " order by runde, rang")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .map((rs, ctx) -> "Beteiligung: " + rs.getString("rolle") + ", Runde " + rs.getInt("runde") + ", "
                            + rs.getString("zustand")
                            + (rs.getLong("entschieden_am") == 0
                                    ? ""
                                    : ", entschieden am " + Instant.ofEpochMilli(rs.getLong("entschieden_am"))))
                    .forEach(zeilen::add);
            return zeilen;
        });
    }

    private static List<String> antrag(ResultSet rs) throws SQLException {
        List<String> zeilen = new ArrayList<>(List.of(
                "Mandant: " + rs.getString("mandant_id"),
                "Antrag: " + rs.getString("antrag_id"),
                "Dienst: " + rs.getString("dienst_id") + " " + rs.getString("dienst_version"),
                "Status: " + rs.getString("status"),
                "Angelegt am: " + Instant.ofEpochMilli(rs.getLong("angelegt_am"))));
        String nummer = rs.getString("vorgangsnummer");
        if (nummer == null) {
            zeilen.add("Laeuft ab am: " + Instant.ofEpochMilli(rs.getLong("laeuft_ab")));
        } else {
            zeilen.add("Vorgangsnummer: " + nummer);
            zeilen.add("Eingegangen am: " + Instant.ofEpochMilli(rs.getLong("eingegangen_am")));
            zeilen.add("SHA-256 der Angaben: " + rs.getString("inhalt_sha256"));
            long loeschen = rs.getLong("loeschen_ab");
            if (!rs.wasNull()) {
                zeilen.add("Wird geloescht ab: " + Instant.ofEpochMilli(loeschen));
            }
        }
        return zeilen;
    }
}
