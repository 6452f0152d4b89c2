/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.benachrichtigung.Postausgang;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.mandant.MandantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Notices beside their outbox rows; the content is encrypted. */
public final class JdbiPostausgang implements Postausgang {

    private static final int KENNUNG = 21;

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Siegel siegel;
    private final Clock clock;

    /** In this database. */
    public JdbiPostausgang(Datenbank datenbank, Verschluesselung verschluesselung, Siegel siegel, Clock clock) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
        this.siegel = siegel;
        this.clock = clock;
    }

    @Override
    public boolean stelleEin(MandantId mandant, AntragId antrag, String art, String schluessel, Nachricht nachricht) {
        return datenbank.transaktion(h -> {
            // The row of the Antrag lets one in at a time, and keeps it from being deleted meanwhile.
            boolean da = !h.createQuery("select 1 from ozg_antrag where mandant_id = :mandant"
                            + " and antrag_id = :antrag for update")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .mapTo(Integer.class)
                    .list()
                    .isEmpty();
            return da && stelleEin(h, mandant, antrag, art, schluessel, nachricht);
        });
    }

    /** The same within a transaction of the caller that holds the row of the Antrag. */
    boolean stelleEin(
            Handle h, MandantId mandant, AntragId antrag, String art, String schluessel, Nachricht nachricht) {
        // The id of the row is made of the key: a second row cannot be. A letter first, for command lines.
        List<String> kennungen =
                siegel.hashes("nachricht", mandant + "/" + antrag + "/" + art + "/" + schluessel).stream()
                        .map(hash -> "N" + hash.substring(0, KENNUNG))
                        .toList();
        boolean schonDa = h.createQuery("select count(*) from ozg_auftrag where id in (<ids>)")
                        .bindList("ids", kennungen)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (schonDa) {
            return false;
        }
        String id = kennungen.get(0);
        h.createUpdate("insert into ozg_auftrag (id, mandant_id, antrag_id, art, weg, zustand, versuche, faellig_am,"
                        + " geliehen_bis, seit, code, detail, beleg) values (:id, :mandant, :antrag, :art,"
                        + " 'benachrichtigung', 'OFFEN', 0, :jetzt, 0, :jetzt, '', '', '')")
                .bind("id", id)
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .bind("art", art)
                .bind("jetzt", clock.millis())
                .execute();
        String inhalt = nachricht.empfaenger().wert() + "\n" + nachricht.betreff() + "\n" + nachricht.text();
        h.createUpdate("insert into ozg_nachricht (mandant_id, antrag_id, auftrag_id, inhalt)"
                        + " values (:mandant, :antrag, :id, :inhalt)")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .bind("id", id)
                .bind(
                        "inhalt",
                        verschluesselung.verschluessle(
                                inhalt.getBytes(StandardCharsets.UTF_8), Orte.nachricht(mandant, antrag, id)))
                .execute();
        return true;
    }

    @Override
    public Optional<Nachricht> nachricht(MandantId mandant, AntragId antrag, String auftrag) {
        return datenbank.transaktion(h -> h.createQuery("select inhalt from ozg_nachricht where mandant_id = :mandant"
                        + " and antrag_id = :antrag and auftrag_id = :id")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .bind("id", auftrag)
                .map((rs, ctx) -> nachricht(verschluesselung.entschluessle(
                        rs.getBytes("inhalt"), Orte.nachricht(mandant, antrag, auftrag))))
                .findOne());
    }

    private static Nachricht nachricht(byte[] inhalt) {
        String[] teile = new String(inhalt, StandardCharsets.UTF_8).split("\n", 3);
        return new Nachricht(new Mailadresse(teile[0]), teile[1], teile[2]);
    }

    /** Deletes the content of a notice whose job is done or closed. */
    static void loescheErledigte(Handle h, String auftrag) {
        h.createUpdate("delete from ozg_nachricht where auftrag_id = :id and auftrag_id in"
                        + " (select id from ozg_auftrag where id = :id and zustand in ('ERLEDIGT', 'GESCHLOSSEN'))")
                .bind("id", auftrag)
                .execute();
    }
}
