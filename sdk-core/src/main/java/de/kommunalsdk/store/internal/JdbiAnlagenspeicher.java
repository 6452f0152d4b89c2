/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.blob.Anlagenstand.Zustand;
import de.kommunalsdk.blob.Inhalt;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Attachments in the database, in encrypted pieces of 256 KiB. The row of the attachment is written last and makes it
 * visible; pieces without it are swept up later.
 */
public final class JdbiAnlagenspeicher implements Anlagenspeicher {

    static final int STUECK = 256 * 1024;

    private static final String ORT = " where mandant_id = :mandant and antrag_id = :antrag";

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Clock clock;

    /** In this database. */
    public JdbiAnlagenspeicher(Datenbank datenbank, Verschluesselung verschluesselung, Clock clock) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
        this.clock = clock;
    }

    @Override
    public Anlagenstand speichern(
            MandantId mandant,
            AntragId antrag,
            String dateiname,
            String medientyp,
            InputStream inhalt,
            Grenzen grenzen,
            Pruefung pruefung)
            throws IOException {
        AnlageId id = AnlageId.neu();
        boolean fertig = false;
        try {
            MessageDigest sha256 = Sha256.neu();
            long belegt = datenbank.transaktion(h -> belegt(h, mandant, antrag));
            long groesse = 0;
            int stuecke = 0;
            byte[] stueck;
            do { // a piece shorter than STUECK is the last one; there always is one, so that a lost end is noticed
                stueck = inhalt.readNBytes(STUECK);
                groesse += stueck.length;
                if (groesse > grenzen.jeAnlage()) {
                    throw zuGross(StoreFehler.ANLAGE_ZU_GROSS, grenzen.jeAnlage());
                }
                if (groesse > grenzen.jeAntrag() - belegt) { // whatever else arrives now is counted at the end
                    throw zuGross(StoreFehler.ANLAGEN_ZU_GROSS, grenzen.jeAntrag());
                }
                sha256.update(stueck);
                schreibe(mandant, antrag, id, stuecke, stueck);
                stuecke++;
            } while (stueck.length == STUECK);
            Anlage anlage =
                    new Anlage(id, dateiname, medientyp, groesse, HexFormat.of().formatHex(sha256.digest()));
            // The row is written last: whatever dies before leaves pieces that nobody sees, and the sweeper takes.
            Anlagenstand stand = new Anlagenstand(
                    anlage,
                    pruefung.pruefe(inhalt(mandant, antrag, id, groesse)),
                    Instant.ofEpochMilli(clock.millis()));
            schliesseAb(mandant, antrag, stand, stuecke, grenzen);
            fertig = true;
            return stand;
        } finally {
            if (!fertig) {
                verwirf(mandant, antrag, id);
            }
        }
    }

    private static InvalidInput zuGross(StoreFehler fehler, long erlaubt) {
        return new InvalidInput(fehler, "erlaubt sind " + erlaubt + " Byte");
    }

    /** Bytes of all attachments of an Antrag. */
    private static long belegt(Handle h, MandantId mandant, AntragId antrag) {
        return h.createQuery("select coalesce(sum(groesse), 0) from ozg_anlage" + ORT)
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .mapTo(Long.class)
                .one();
    }

    private void schreibe(MandantId mandant, AntragId antrag, AnlageId id, int nummer, byte[] stueck) {
        byte[] geheim = verschluesselung.verschluessle(stueck, Orte.stueck(mandant, antrag, id, nummer));
        datenbank.transaktion(h -> h.createUpdate(
                        "insert into ozg_anlage_stueck (mandant_id, antrag_id, anlage_id,"
                                + " nummer, geschrieben_am, inhalt) values (:mandant, :antrag, :anlage, :nummer, :jetzt, :inhalt)")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .bind("anlage", id.wert())
                .bind("nummer", nummer)
                .bind("jetzt", clock.millis())
                .bind("inhalt", geheim)
                .execute());
    }

    private void schliesseAb(MandantId mandant, AntragId antrag, Anlagenstand stand, int stuecke, Grenzen grenzen) {
        Anlage anlage = stand.anlage();
        byte[] name = verschluesselung.verschluessle(
                anlage.dateiname().getBytes(StandardCharsets.UTF_8), Orte.dateiname(mandant, antrag, anlage.id()));
        datenbank.transaktion(h -> {
            if (!sperreEntwurf(h, mandant, antrag, " and laeuft_ab > " + clock.millis())) {
                throw new InvalidInput(StoreFehler.KEIN_ENTWURF, "");
            }
            if (anlage.groesse() > grenzen.jeAntrag() - belegt(h, mandant, antrag)) {
                throw zuGross(StoreFehler.ANLAGEN_ZU_GROSS, grenzen.jeAntrag());
            }
            return h.createUpdate("insert into ozg_anlage (mandant_id, antrag_id, anlage_id, angelegt_am, rang,"
                            + " dateiname, medientyp, groesse, sha256, stuecke, zustand, pruefungen, pruefen_ab) values"
                            + " (:mandant, :antrag, :anlage, :jetzt, 0, :name, :medientyp, :groesse, :sha256, :stuecke,"
                            + " :zustand, 0, :jetzt)")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .bind("anlage", anlage.id().wert())
                    .bind("jetzt", stand.seit().toEpochMilli())
                    .bind("name", name)
                    .bind("medientyp", anlage.medientyp())
                    .bind("groesse", anlage.groesse())
                    .bind("sha256", anlage.sha256())
                    .bind("stuecke", stuecke)
                    .bind("zustand", stand.zustand().name())
                    .execute();
        });
    }

    @Override
    public List<Anlage> liste(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> liste(h, mandant, antrag));
    }

    List<Anlage> liste(Handle h, MandantId mandant, AntragId antrag) {
        return staende(h, mandant, antrag).stream()
                .filter(Anlagenstand::istFrei)
                .map(Anlagenstand::anlage)
                .toList();
    }

    @Override
    public List<Anlagenstand> staende(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> staende(h, mandant, antrag));
    }

    private List<Anlagenstand> staende(Handle h, MandantId mandant, AntragId antrag) {
        return h.createQuery("select * from ozg_anlage" + ORT + " order by rang, angelegt_am, anlage_id")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .map((rs, ctx) -> new Anlagenstand(
                        anlage(mandant, antrag, rs),
                        Zustand.valueOf(rs.getString("zustand")),
                        Instant.ofEpochMilli(rs.getLong("angelegt_am"))))
                .list();
    }

    private Anlage anlage(MandantId mandant, AntragId antrag, ResultSet rs) throws SQLException {
        AnlageId id = new AnlageId(rs.getString("anlage_id"));
        byte[] name = verschluesselung.entschluessle(rs.getBytes("dateiname"), Orte.dateiname(mandant, antrag, id));
        return new Anlage(
                id,
                new String(name, StandardCharsets.UTF_8),
                rs.getString("medientyp"),
                rs.getLong("groesse"),
                rs.getString("sha256"));
    }

    @Override
    public Optional<InputStream> oeffnen(MandantId mandant, AntragId antrag, AnlageId anlage) {
        boolean da = datenbank.transaktion(h ->
                h.createQuery("select count(*) from ozg_anlage" + ORT + " and anlage_id = :anlage and zustand = 'FREI'")
                                .bind("mandant", mandant.wert())
                                .bind("antrag", antrag.wert())
                                .bind("anlage", anlage.wert())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
        return da ? Optional.of(strom(mandant, antrag, anlage, 0)) : Optional.empty();
    }

    private InputStream strom(MandantId mandant, AntragId antrag, AnlageId anlage, long ab) {
        return new Stueckstrom(nummer -> stueck(mandant, antrag, anlage, nummer), ab);
    }

    /** The bytes of pieces that are stored, whether there is an attachment or not. */
    Inhalt inhalt(MandantId mandant, AntragId antrag, AnlageId anlage, long groesse) {
        return new Inhalt() {
            @Override
            public long groesse() {
                return groesse;
            }

            @Override
            public InputStream ab(long stelle) {
                return stelle >= groesse ? InputStream.nullInputStream() : strom(mandant, antrag, anlage, stelle);
            }
        };
    }

    private Optional<byte[]> stueck(MandantId mandant, AntragId antrag, AnlageId anlage, int nummer) {
        return datenbank
                .transaktion(h -> h.createQuery("select inhalt from ozg_anlage_stueck" + ORT
                                + " and anlage_id = :anlage and nummer = :nummer")
                        .bind("mandant", mandant.wert())
                        .bind("antrag", antrag.wert())
                        .bind("anlage", anlage.wert())
                        .bind("nummer", nummer)
                        .map((rs, ctx) -> rs.getBytes(1))
                        .findOne())
                .map(geheim -> verschluesselung.entschluessle(geheim, Orte.stueck(mandant, antrag, anlage, nummer)));
    }

    @Override
    public void loeschen(MandantId mandant, AntragId antrag, AnlageId anlage) {
        datenbank.transaktion(h -> loescheImEntwurf(h, mandant, antrag, anlage));
    }

    private static boolean loescheImEntwurf(Handle h, MandantId mandant, AntragId antrag, AnlageId anlage) {
        if (!sperreEntwurf(h, mandant, antrag, "")) {
            return false;
        }
        loesche(h, mandant, antrag, anlage);
        return true;
    }

    /** Removes what a failed upload wrote; of an Antrag that was frozen meanwhile only what no attachment consists of. */
    private void verwirf(MandantId mandant, AntragId antrag, AnlageId anlage) {
        datenbank.transaktion(
                h -> loescheImEntwurf(h, mandant, antrag, anlage) || loescheVerwaiste(h, mandant, antrag, anlage));
    }

    /** Locks the Antrag against the freeze; false when it is no draft. */
    private static boolean sperreEntwurf(Handle h, MandantId mandant, AntragId antrag, String bedingung) {
        return h.createQuery("select status from ozg_antrag" + ORT + bedingung + " for update")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .mapTo(String.class)
                .findOne()
                .filter("ENTWURF"::equals)
                .isPresent();
    }

    /** Deletes one attachment within a transaction of the caller. */
    static void loesche(Handle h, MandantId mandant, AntragId antrag, AnlageId anlage) {
        for (String tabelle : List.of("ozg_anlage", "ozg_anlage_stueck")) {
            h.createUpdate("delete from " + tabelle + ORT + " and anlage_id = :anlage")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .bind("anlage", anlage.wert())
                    .execute();
        }
    }

    /** Deletes pieces that no attachment consists of within a transaction of the caller; false when there are none. */
    static boolean loescheVerwaiste(Handle h, MandantId mandant, AntragId antrag, AnlageId anlage) {
        return h.createUpdate("delete from ozg_anlage_stueck" + ORT + " and anlage_id = :anlage and not exists"
                                + " (select 1 from ozg_anlage" + ORT + " and anlage_id = :anlage)")
                        .bind("mandant", mandant.wert())
                        .bind("antrag", antrag.wert())
                        .bind("anlage", anlage.wert())
                        .execute()
                > 0;
    }

    /** Deletes all attachments of an Antrag within a transaction of the caller. */
    static void loescheAlle(Handle h, MandantId mandant, AntragId antrag) {
        for (String tabelle : List.of("ozg_anlage", "ozg_anlage_stueck")) {
            h.createUpdate("delete from " + tabelle + ORT)
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .execute();
        }
    }
}
