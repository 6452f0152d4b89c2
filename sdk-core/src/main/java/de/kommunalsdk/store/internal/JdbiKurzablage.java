/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.StoreFehler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** One table; the values are encrypted, the keys are hashed. */
public final class JdbiKurzablage implements Kurzablage {

    private static final String STELLE = " where mandant_id = :mandant and art = :art and schluessel = :schluessel";

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Clock clock;

    /** In this database. */
    public JdbiKurzablage(Datenbank datenbank, Verschluesselung verschluesselung, Clock clock) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
        this.clock = clock;
    }

    @Override
    public boolean legeAb(MandantId mandant, String art, String schluessel, byte[] inhalt, Instant bis) {
        Stelle stelle = new Stelle(mandant, art, hash(schluessel));
        byte[] geheim = verschluessle(stelle, inhalt);
        datenbank.transaktion(
                h -> stelle.an(h.createUpdate("delete from ozg_kurzablage" + STELLE + " and bis <= :jetzt"))
                        .bind("jetzt", clock.millis())
                        .execute());
        // The primary key decides between two; whose bytes lie there won: no two cipher texts are the same.
        datenbank.versuche(h -> stelle.an(h.createUpdate("insert into ozg_kurzablage (mandant_id, art, schluessel,"
                        + " inhalt, bis) values (:mandant, :art, :schluessel, :inhalt, :bis)"))
                .bind("inhalt", geheim)
                .bind("bis", bis.toEpochMilli())
                .execute());
        return datenbank.transaktion(h -> stelle.an(h.createQuery("select inhalt from ozg_kurzablage" + STELLE))
                .map((rs, ctx) -> Arrays.equals(rs.getBytes(1), geheim))
                .findOne()
                .orElse(false));
    }

    @Override
    public Optional<byte[]> lies(MandantId mandant, String art, String schluessel) {
        Stelle stelle = new Stelle(mandant, art, hash(schluessel));
        return datenbank.transaktion(h -> lies(h, stelle, ""));
    }

    @Override
    public Optional<byte[]> nimm(MandantId mandant, String art, String schluessel) {
        Stelle stelle = new Stelle(mandant, art, hash(schluessel));
        return datenbank.transaktion(h -> lies(h, stelle, " for update")
                .filter(inhalt -> stelle.an(h.createUpdate("delete from ozg_kurzablage" + STELLE))
                                .execute()
                        == 1));
    }

    @Override
    public boolean ersetze(MandantId mandant, String art, String schluessel, byte[] inhalt, Instant bis) {
        Stelle stelle = new Stelle(mandant, art, hash(schluessel));
        byte[] geheim = verschluessle(stelle, inhalt);
        return datenbank.transaktion(
                h -> stelle.an(h.createUpdate("update ozg_kurzablage set inhalt = :inhalt, bis = :bis" + STELLE
                                        + " and bis > :jetzt"))
                                .bind("inhalt", geheim)
                                .bind("bis", bis.toEpochMilli())
                                .bind("jetzt", clock.millis())
                                .execute()
                        == 1);
    }

    @Override
    public void loesche(MandantId mandant, String art, String schluessel) {
        Stelle stelle = new Stelle(mandant, art, hash(schluessel));
        datenbank.transaktion(h ->
                stelle.an(h.createUpdate("delete from ozg_kurzablage" + STELLE)).execute());
    }

    /** Deletes what belongs to a draft and to the people asked for it, within a transaction of the caller. */
    static void beende(Handle h, MandantId mandant, AntragId antrag) {
        List<String> schluessel = new ArrayList<>(h.createQuery("select beteiligung_id from ozg_beteiligung"
                        + " where mandant_id = :mandant and antrag_id = :antrag")
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .mapTo(String.class)
                .list());
        schluessel.add(antrag.wert());
        List<String> hashes = new ArrayList<>();
        for (String wessen : schluessel) {
            for (int nummer = 0; nummer < SENDUNGEN; nummer++) {
                hashes.add(hash(Kurzablage.sendung(wessen, nummer)));
            }
        }
        h.createUpdate("delete from ozg_kurzablage where mandant_id = :mandant and art in (<arten>)"
                        + " and schluessel in (<hashes>)")
                .bind("mandant", mandant.wert())
                .bindList("arten", SENDUNG, CODE)
                .bindList("hashes", hashes)
                .execute();
    }

    private Optional<byte[]> lies(Handle h, Stelle stelle, String sperre) {
        return stelle.an(h.createQuery("select inhalt from ozg_kurzablage" + STELLE + " and bis > :jetzt" + sperre))
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> rs.getBytes(1))
                .findOne()
                .map(geheim -> verschluesselung.entschluessle(geheim, stelle.ort()));
    }

    private byte[] verschluessle(Stelle stelle, byte[] inhalt) {
        if (inhalt.length > HOECHSTENS) {
            throw new InvalidInput(StoreFehler.ZU_GROSS, inhalt.length + " Byte, erlaubt sind " + HOECHSTENS);
        }
        return verschluesselung.verschluessle(inhalt, stelle.ort());
    }

    private static String hash(String schluessel) {
        return Sha256.hex(schluessel.getBytes(StandardCharsets.UTF_8));
    }

    private record Stelle(MandantId mandant, String art, String hash) {

        String ort() {
            return "kurzablage/" + mandant + "/" + art + "/" + hash;
        }

        <T extends SqlStatement<T>> T an(T anweisung) {
            return anweisung.bind("mandant", mandant.wert()).bind("art", art).bind("schluessel", hash);
        }
    }
}
