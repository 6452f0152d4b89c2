/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Deletes attachments without an Antrag and pieces without an attachment, in portions. Thread-safe. */
public final class Verwaiste {

    private static final int PORTION = 50;
    private static final String GLEICHER_ANTRAG = " where a.mandant_id = v.mandant_id and a.antrag_id = v.antrag_id";

    private final Datenbank datenbank;

    /** In this database. */
    public Verwaiste(Datenbank datenbank) {
        this.datenbank = datenbank;
    }

    /** Deletes; pieces only when written up to {@code grenze}, for later ones may belong to an upload that goes on. */
    public void loesche(long grenze) {
        // An attachment is added under the lock of its Antrag, so one without an Antrag will never have one again.
        inPortionen(
                h -> h.createQuery("select mandant_id, antrag_id, anlage_id from ozg_anlage v where not exists"
                        + " (select 1 from ozg_antrag a" + GLEICHER_ANTRAG + ") limit " + PORTION),
                (h, s) -> JdbiAnlagenspeicher.loesche(h, s.mandant(), s.antrag(), s.anlage()));
        inPortionen(
                h -> h.createQuery("select distinct mandant_id, antrag_id, anlage_id from ozg_anlage_stueck v"
                                + " where geschrieben_am <= :grenze and not exists (select 1 from ozg_anlage a"
                                + GLEICHER_ANTRAG + " and a.anlage_id = v.anlage_id) limit " + PORTION)
                        .bind("grenze", grenze),
                (h, s) -> JdbiAnlagenspeicher.loescheVerwaiste(h, s.mandant(), s.antrag(), s.anlage()));
    }

    private void inPortionen(Function<Handle, Query> abfrage, BiConsumer<Handle, Stelle> loescher) {
        int gefunden;
        do {
            gefunden = datenbank.transaktion(h -> {
                List<Stelle> stellen = abfrage.apply(h)
                        .map((rs, ctx) -> new Stelle(
                                new MandantId(rs.getString(1)),
                                new AntragId(rs.getString(2)),
                                new AnlageId(rs.getString(3))))
                        .list();
                stellen.forEach(stelle -> loescher.accept(h, stelle));
                return stellen.size();
            });
        } while (gefunden == PORTION);
    }

    private record Stelle(MandantId mandant, AntragId antrag, AnlageId anlage) {}
}
