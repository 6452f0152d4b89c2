/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.store.StoreFehler;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The freeze. All in the caller's transaction: canonical bytes and their SHA-256, <b>the receipt time</b>, the
 * Vorgangsnummer, one outbox row for each way, the audit entry. The working content of the draft is overwritten.
 */
final class Einreichungsablauf {

    private static final String ZEICHEN = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final Verschluesselung verschluesselung;
    private final Clock clock;

    Einreichungsablauf(Verschluesselung verschluesselung, Clock clock) {
        this.verschluesselung = verschluesselung;
        this.clock = clock;
    }

    /** Freezes; false when the draft is no longer the one that was reviewed. Then nothing was written. */
    boolean friereEin(Handle h, Einreichung einreichung, String schluesselhash) {
        Entwurf entwurf = einreichung.entwurf();
        long jetzt = clock.millis();
        int geaendert = h.createUpdate("update ozg_antrag set status = 'EINGEREICHT', inhalt = :inhalt,"
                        + " inhalt_sha256 = :sha256, eingegangen_am = :jetzt, vorgangsnummer = :nummer,"
                        + " einreichschluessel = :schluessel, code_hash = null, code_browser = null,"
                        + " code_bis = null, loeschen_ab = :loeschen"
                        + " where mandant_id = :mandant and antrag_id = :antrag and status = 'ENTWURF'"
                        + " and stand = :stand and laeuft_ab > :jetzt")
                .bind(
                        "inhalt",
                        verschluesselung.verschluessle(
                                einreichung.inhalt(), Orte.inhalt(entwurf.mandant(), entwurf.id())))
                .bind("sha256", Sha256.hex(einreichung.inhalt()))
                .bind("jetzt", jetzt)
                .bind("nummer", vorgangsnummer())
                .bind("schluessel", schluesselhash)
                .bind("loeschen", jetzt + einreichung.aufbewahrung().toMillis())
                .bind("mandant", entwurf.mandant().wert())
                .bind("antrag", entwurf.id().wert())
                .bind("stand", entwurf.stand())
                .execute();
        if (geaendert == 0) {
            return false;
        }
        ordneAnlagen(h, einreichung);
        JdbiEntwurfspost.beende(h, entwurf.mandant(), entwurf.id());
        JdbiKurzablage.beende(h, entwurf.mandant(), entwurf.id());
        for (String weg : einreichung.wege()) {
            h.createUpdate(
                            "insert into ozg_auftrag (id, mandant_id, antrag_id, art, weg, zustand, versuche, faellig_am,"
                                    + " geliehen_bis, seit, code, detail, beleg) values (:id, :mandant, :antrag,"
                                    + " 'uebermitteln', :weg, 'OFFEN', 0, :jetzt, 0, :jetzt, '', '', '')")
                    .bind("id", AntragId.neu().wert())
                    .bind("mandant", entwurf.mandant().wert())
                    .bind("antrag", entwurf.id().wert())
                    .bind("weg", weg)
                    .bind("jetzt", jetzt)
                    .execute();
        }
        JdbiProtokoll.schreibe(h, jetzt, entwurf.mandant(), entwurf.id(), "EINGEREICHT", "buerger");
        return true;
    }

    private static void ordneAnlagen(Handle h, Einreichung einreichung) {
        Entwurf entwurf = einreichung.entwurf();
        List<AnlageId> anlagen = einreichung.anlagen();
        for (int i = 0; i < anlagen.size(); i++) {
            int da = h.createUpdate("update ozg_anlage set rang = :rang where mandant_id = :mandant"
                            + " and antrag_id = :antrag and anlage_id = :anlage and zustand = 'FREI'")
                    .bind("rang", i + 1)
                    .bind("mandant", entwurf.mandant().wert())
                    .bind("antrag", entwurf.id().wert())
                    .bind("anlage", anlagen.get(i).wert())
                    .execute();
            if (da == 0) {
                throw nichtFrei(h, entwurf, anlagen.get(i));
            }
        }
        for (String tabelle : List.of("ozg_anlage_stueck", "ozg_anlage")) {
            String bedingung = tabelle.equals("ozg_anlage")
                    ? " and rang = 0"
                    : " and anlage_id in (select anlage_id from ozg_anlage where mandant_id = :mandant"
                            + " and antrag_id = :antrag and rang = 0)";
            h.createUpdate("delete from " + tabelle + " where mandant_id = :mandant and antrag_id = :antrag"
                            + bedingung)
                    .bind("mandant", entwurf.mandant().wert())
                    .bind("antrag", entwurf.id().wert())
                    .execute();
        }
    }

    private static RuntimeException nichtFrei(Handle h, Entwurf entwurf, AnlageId anlage) {
        boolean da = h.createQuery("select count(*) > 0 from ozg_anlage where mandant_id = :mandant"
                        + " and antrag_id = :antrag and anlage_id = :anlage")
                .bind("mandant", entwurf.mandant().wert())
                .bind("antrag", entwurf.id().wert())
                .bind("anlage", anlage.wert())
                .mapTo(Boolean.class)
                .one();
        return da
                ? new InvalidInput(StoreFehler.ANLAGE_NICHT_FREI, "")
                : new IllegalArgumentException("Einreichung nennt eine Anlage, die es nicht gibt");
    }

    /** Year, eight random characters, check character: readable on the phone, not to be guessed or counted. */
    private String vorgangsnummer() {
        StringBuilder nummer = new StringBuilder();
        int summe = 0;
        for (int i = 0; i < 8; i++) {
            int zeichen = ZUFALL.nextInt(ZEICHEN.length());
            nummer.append(ZEICHEN.charAt(zeichen));
            summe += zeichen * (i % 2 == 0 ? 3 : 1);
        }
        int jahr = clock.instant().atZone(BERLIN).getYear();
        return jahr + "-" + nummer.substring(0, 4) + "-" + nummer.substring(4)
                + ZEICHEN.charAt(summe % ZEICHEN.length());
    }
}
