/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.reise.Platz.Eintragsliste;
import de.kommunalsdk.forms.reise.Platz.Eintragsliste.Zeile;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a page at once, and read when it is sent: of a long repetition some entries; of a group whose entries
 * have pages of their own a list, or one entry alone.
 *
 * @param eintrag place of the entry whose own page this is; empty for the page itself
 * @param ab place of the entry that a long repetition begins with; empty: with the first
 */
public record Ausschnitt(String eintrag, String ab) {

    /** The page from its beginning. */
    public static final Ausschnitt ANFANG = new Ausschnitt("", "");

    /** Entries that stand on a page together. */
    public static final int EINTRAEGE = 20;

    /** Entries that are listed together, each with links. */
    public static final int ZEILEN = 50;

    private static final int KURZ = 2;

    /** What is shown of these places; empty when the entry does not exist. */
    public List<Platz> von(List<Platz> plaetze, Antworten antworten) {
        if (eintrag.isEmpty()) {
            return gekuerzt(plaetze, antworten);
        }
        return finde(plaetze, eintrag)
                .map(gruppe -> gekuerzt(List.of(gruppe), antworten))
                .orElse(List.of());
    }

    /** The repetition at a place, with all its entries. */
    public static Optional<Wiederholung> wiederholung(List<Platz> plaetze, String ort) {
        for (Platz platz : plaetze) {
            if (platz instanceof Wiederholung w && w.ort().equals(ort)) {
                return Optional.of(w);
            }
            if (enthaelt(platz.ort(), ort)) {
                Optional<Wiederholung> unten = wiederholung(kinder(platz), ort);
                if (unten.isPresent()) {
                    return unten;
                }
            }
        }
        return Optional.empty();
    }

    /** Place of the repetition that the entry at a place belongs to; the place itself when it is no entry. */
    public static String ohneNummer(String eintrag) {
        return eintrag.replaceFirst("-\\d+$", "");
    }

    /**
     * The page of an entry that the entry at a place stands on: the nearest around it that has one; empty: the page
     * itself.
     */
    public static String umgebend(List<Platz> plaetze, String ort) {
        String gefunden = "";
        for (Platz platz : plaetze) {
            if (enthaelt(platz.ort(), ort) && !platz.ort().equals(ort)) {
                String unten = umgebend(kinder(platz), ort);
                if (!unten.isEmpty()) {
                    return unten;
                }
                if (platz instanceof GruppenPlatz g
                        && g.nummer() > 0
                        && g.gruppe().einzeln()) {
                    gefunden = g.ort();
                }
            }
        }
        return gefunden;
    }

    private static boolean enthaelt(String oben, String ort) {
        return ort.startsWith(oben)
                && (ort.length() == oben.length()
                        || ort.charAt(oben.length()) == '.'
                        || ort.charAt(oben.length()) == '-');
    }

    private static List<Platz> kinder(Platz platz) {
        if (platz instanceof GruppenPlatz gruppe) {
            return gruppe.kinder();
        }
        return platz instanceof Wiederholung w ? w.eintraege() : List.of();
    }

    private static Optional<GruppenPlatz> finde(List<Platz> plaetze, String ort) {
        for (Platz platz : plaetze) {
            if (platz instanceof GruppenPlatz gruppe && platz.ort().equals(ort) && gruppe.nummer() > 0) {
                return Optional.of(gruppe);
            }
            if (enthaelt(platz.ort(), ort)) {
                Optional<GruppenPlatz> unten = finde(kinder(platz), ort);
                if (unten.isPresent()) {
                    return unten;
                }
            }
        }
        return Optional.empty();
    }

    private List<Platz> gekuerzt(List<Platz> plaetze, Antworten antworten) {
        List<Platz> neu = new ArrayList<>(plaetze.size());
        for (Platz platz : plaetze) {
            if (platz instanceof GruppenPlatz g) {
                neu.add(new GruppenPlatz(
                        g.ort(), g.gruppe(), g.nummer(), g.pflicht(), gekuerzt(g.kinder(), antworten)));
            } else if (platz instanceof Wiederholung w) {
                neu.add(gekuerzt(w, antworten));
            } else {
                neu.add(platz);
            }
        }
        return neu;
    }

    /** A single entry is shown at once: most people have one dog. */
    private Platz gekuerzt(Wiederholung w, Antworten antworten) {
        boolean liste = w.baustein() instanceof Gruppe gruppe && gruppe.einzeln() && w.gesamt() > 1;
        int von = anfang(w, liste ? ZEILEN : EINTRAEGE);
        List<Platz> gezeigte = w.eintraege().subList(von, Math.min(w.gesamt(), von + (liste ? ZEILEN : EINTRAEGE)));
        if (!liste) {
            return new Wiederholung(
                    w.ort(),
                    w.baustein(),
                    gekuerzt(gezeigte, antworten),
                    w.gesamt(),
                    w.mehrErlaubt(),
                    w.wenigerErlaubt());
        }
        List<Zeile> zeilen = new ArrayList<>();
        for (Platz platz : gezeigte) {
            GruppenPlatz g = (GruppenPlatz) platz;
            zeilen.add(new Zeile(g.ort(), g.nummer(), kurz(g, antworten)));
        }
        return new Eintragsliste(
                w.ort(), (Gruppe) w.baustein(), zeilen, w.gesamt(), w.mehrErlaubt(), w.wenigerErlaubt());
    }

    private int anfang(Wiederholung w, int jeSeite) {
        if (ab.isEmpty() || !ohneNummer(ab).equals(w.ort()) || !ab.matches(".*-[1-9]\\d{0,5}")) {
            return 0;
        }
        int nummer = Integer.parseInt(ab.substring(w.ort().length() + 1));
        return Math.min(nummer - 1, w.gesamt() - 1) / jeSeite * jeSeite;
    }

    /** The first texts and choices, by which people know an entry again. */
    private static String kurz(GruppenPlatz gruppe, Antworten antworten) {
        List<String> teile = new ArrayList<>();
        Seitenbaum.felder(gruppe.kinder(), platz -> {
            if (teile.size() < KURZ) {
                String text = text(platz, antworten.wert(platz.ort()));
                if (!text.isEmpty()) {
                    teile.add(text);
                }
            }
        });
        return String.join(", ", teile);
    }

    private static String text(FeldPlatz platz, String wert) {
        Feld feld = platz.feld();
        return switch (feld.anzeige()) {
            case ZEILE, GANZZAHL -> wert.length() <= 60 ? wert : wert.substring(0, 60);
            case RADIO, AUSWAHL ->
                feld.werte().stream()
                        .filter(w -> w.code().equals(wert))
                        .map(w -> w.name())
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }
}
