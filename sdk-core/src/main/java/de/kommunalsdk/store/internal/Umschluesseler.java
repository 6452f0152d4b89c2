/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.mandant.MandantId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Walks the encrypted columns in the order of their keys and re-encrypts what is under another key. */
public final class Umschluesseler {

    private static final String BEDINGUNG = " where mandant_id = :m and antrag_id = :a";
    private static final String ANLAGE = " and anlage_id = :l";
    private static final Map<String, String> DRITTE =
            Map.of("ozg_nachricht", " and auftrag_id = :l", "ozg_beteiligung", " and beteiligung_id = :l");

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;

    /** In this database, to the active key of {@code verschluesselung}. */
    public Umschluesseler(Datenbank datenbank, Verschluesselung verschluesselung) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
    }

    /** One whole walk. */
    public int laufe() {
        int anzahl = 0;
        for (String[] antrag : datenbank.transaktion(h -> schluessel(h, "mandant_id, antrag_id", "ozg_antrag", 2))) {
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_antrag", "inhalt", antrag, 0));
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_weitergabe", "inhalt", antrag, 0));
        }
        for (String[] person : datenbank.transaktion(
                h -> schluessel(h, "mandant_id, antrag_id, beteiligung_id", "ozg_beteiligung", 3))) {
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_beteiligung", "inhalt", person, 0));
        }
        for (String[] adresse :
                datenbank.transaktion(h -> schluessel(h, "mandant_id, antrag_id", "ozg_entwurfsadresse", 2))) {
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_entwurfsadresse", "adresse", adresse, 0));
        }
        for (String[] anmeldung :
                datenbank.transaktion(h -> schluessel(h, "mandant_id, antrag_id", "ozg_anmeldung", 2))) {
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_anmeldung", "bericht", anmeldung, 0));
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_anmeldung", "postfach", anmeldung, 0));
        }
        for (String[] nachricht :
                datenbank.transaktion(h -> schluessel(h, "mandant_id, antrag_id, auftrag_id", "ozg_nachricht", 3))) {
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_nachricht", "inhalt", nachricht, 0));
        }
        for (String[] anlage :
                datenbank.transaktion(h -> schluessel(h, "mandant_id, antrag_id, anlage_id", "ozg_anlage", 3))) {
            anzahl += datenbank.transaktion(h -> spalte(h, "ozg_anlage", "dateiname", anlage, 0));
            int stuecke =
                    datenbank.transaktion(h -> h.createQuery("select stuecke from ozg_anlage" + BEDINGUNG + ANLAGE)
                            .bind("m", anlage[0])
                            .bind("a", anlage[1])
                            .bind("l", anlage[2])
                            .mapTo(Integer.class)
                            .findOne()
                            .orElse(0));
            for (int nummer = 0; nummer < stuecke; nummer++) {
                int stelle = nummer;
                anzahl += datenbank.transaktion(h -> spalte(h, "ozg_anlage_stueck", "inhalt", anlage, stelle));
            }
        }
        return anzahl;
    }

    private static List<String[]> schluessel(Handle h, String spalten, String tabelle, int anzahl) {
        return h.createQuery("select " + spalten + " from " + tabelle + " order by " + spalten)
                .map((rs, ctx) -> {
                    String[] werte = new String[anzahl];
                    for (int i = 0; i < anzahl; i++) {
                        werte[i] = rs.getString(i + 1);
                    }
                    return werte;
                })
                .list();
    }

    private int spalte(Handle h, String tabelle, String spalte, String[] s, int nummer) {
        String bedingung = BEDINGUNG
                + (s.length > 2 ? DRITTE.getOrDefault(tabelle, ANLAGE) : "")
                + (tabelle.equals("ozg_anlage_stueck") ? " and nummer = " + nummer : "");
        byte[] alt = h.createQuery("select " + spalte + " from " + tabelle + bedingung + " for update")
                .bind("m", s[0])
                .bind("a", s[1])
                .bind("l", s.length > 2 ? s[2] : "")
                .map((rs, ctx) -> rs.getBytes(1))
                .findOne()
                .orElse(new byte[0]);
        if (alt.length == 0 || !verschluesselung.istVeraltet(alt)) {
            return 0;
        }
        String ort = ort(tabelle, spalte, s, nummer);
        return h.createUpdate("update " + tabelle + " set " + spalte + " = :neu" + bedingung)
                .bind("neu", verschluesselung.verschluessle(verschluesselung.entschluessle(alt, ort), ort))
                .bind("m", s[0])
                .bind("a", s[1])
                .bind("l", s.length > 2 ? s[2] : "")
                .execute();
    }

    private static String ort(String tabelle, String spalte, String[] s, int nummer) {
        MandantId mandant = new MandantId(s[0]);
        AntragId antrag = new AntragId(s[1]);
        return switch (tabelle) {
            case "ozg_antrag" -> Orte.inhalt(mandant, antrag);
            case "ozg_entwurfsadresse" -> Orte.adresse(mandant, antrag);
            case "ozg_anmeldung" ->
                spalte.equals("bericht") ? Orte.bericht(mandant, antrag) : Orte.postfach(mandant, antrag);
            case "ozg_nachricht" -> Orte.nachricht(mandant, antrag, s[2]);
            case "ozg_weitergabe" -> Orte.weitergabe(mandant, antrag);
            case "ozg_beteiligung" -> Orte.beteiligung(mandant, new BeteiligungId(s[2]));
            case "ozg_anlage" -> Orte.dateiname(mandant, antrag, new AnlageId(s[2]));
            default -> Orte.stueck(mandant, antrag, new AnlageId(s[2]), nummer);
        };
    }
}
