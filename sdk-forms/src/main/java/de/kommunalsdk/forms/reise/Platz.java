/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.Textblock;
import java.util.List;

/** Something on a page for given answers: an element at a place with indices. Only what is visible. */
public sealed interface Platz {

    /** The place, with an index behind each repeated part. */
    String ort();

    /**
     * A field to be asked.
     *
     * @param pflicht whether an answer is required here and now
     */
    record FeldPlatz(String ort, Feld feld, boolean pflicht) implements Platz {

        /** The text that counts here, may be empty: the answer, or what a locked or hidden field says if it is required. */
        public String wert(Antworten antworten) {
            return switch (feld.anzeige()) {
                case FEST, VERBORGEN -> pflicht ? feld.datenfeld().inhalt() : "";
                default -> antworten.wert(ort);
            };
        }
    }

    /**
     * A group.
     *
     * @param nummer 1, 2 ... in a repetition, else 0
     */
    record GruppenPlatz(String ort, Gruppe gruppe, int nummer, boolean pflicht, List<Platz> kinder) implements Platz {
        public GruppenPlatz {
            kinder = List.copyOf(kinder);
        }
    }

    /**
     * A repeated element with its entries. A field of files is not repeated, it has several files.
     *
     * @param ort place without the index of the entries
     * @param eintraege all entries; of a page that shows so many at a time those that it shows
     * @param gesamt how many entries there are in all
     * @param mehrErlaubt another entry may be added
     * @param wenigerErlaubt an entry may be removed
     */
    record Wiederholung(
            String ort,
            Baustein baustein,
            List<Platz> eintraege,
            int gesamt,
            boolean mehrErlaubt,
            boolean wenigerErlaubt)
            implements Platz {
        public Wiederholung {
            eintraege = List.copyOf(eintraege);
        }
    }

    /**
     * A repeated group of which each entry has a page of its own: what is shown in its place on the page. Never part of
     * an unfolded page, only of what an {@link Ausschnitt} shows of it.
     *
     * @param ort place without the index of the entries
     * @param zeilen the entries that are listed
     * @param gesamt how many entries there are in all
     */
    record Eintragsliste(
            String ort, Gruppe gruppe, List<Zeile> zeilen, int gesamt, boolean mehrErlaubt, boolean wenigerErlaubt)
            implements Platz {
        public Eintragsliste {
            zeilen = List.copyOf(zeilen);
        }

        /**
         * One entry.
         *
         * @param kurz its first answers, may be empty
         */
        public record Zeile(String ort, int nummer, String kurz) {}
    }

    /** A text to be read. */
    record TextPlatz(String ort, Textblock text) implements Platz {}
}
