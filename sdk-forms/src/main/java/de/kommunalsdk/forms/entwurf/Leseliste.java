/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Answers to be read when no page can show them, also those of a form that is gone. */
public record Leseliste(List<Zeile> zeilen) {

    public Leseliste {
        zeilen = List.copyOf(zeilen);
    }

    /** One answer, with the title of the group it stands in. */
    public record Zeile(String beschriftung, String wert) {

        /** Leaves the answer out. */
        @Override
        public String toString() {
            return "Zeile[" + beschriftung + "]";
        }
    }

    /**
     * All answers and files of a draft, beside those that were set aside.
     *
     * @param formular the form the answers were given in, else a later one: fields keep their FIM ids and so their labels;
     *     without one the places are named
     */
    public static Leseliste von(
            Optional<Formular> formular, Antworten antworten, Function<AnlageId, String> dateiname) {
        Optional<Elementverzeichnis> elemente = formular.map(Elementverzeichnis::new);
        Set<String> orte = new TreeSet<>(antworten.werte().keySet());
        orte.addAll(antworten.anlagen().keySet());
        orte.removeIf(Beiseite::ist);
        List<String> geordnet = new ArrayList<>(orte);
        elemente.ifPresent(e -> geordnet.sort(Ordnung.nach(e, ort -> ort)));
        return new Leseliste(geordnet.stream()
                .map(ort -> zeile(elemente, ort, antworten, dateiname))
                .toList());
    }

    /** What was set aside. */
    public static Leseliste vonBeiseite(
            Optional<Formular> formular, List<Beiseite.Angabe> angaben, Function<AnlageId, String> dateiname) {
        Optional<Elementverzeichnis> elemente = formular.map(Elementverzeichnis::new);
        return new Leseliste(angaben.stream()
                .map(a -> zeile(
                        elemente,
                        a.ort(),
                        Antworten.LEER.mit(a.ort(), a.wert()).mitAnlagen(a.ort(), a.dateien()),
                        dateiname))
                .toList());
    }

    private static Zeile zeile(
            Optional<Elementverzeichnis> elemente,
            String ort,
            Antworten antworten,
            Function<AnlageId, String> dateiname) {
        String dateien =
                String.join(", ", antworten.anlagen(ort).stream().map(dateiname).toList());
        String roh = (antworten.wert(ort) + " " + dateien).strip();
        Optional<Feld> feld = elemente.flatMap(e -> e.feld(ort).or(() -> e.gleichnamiges(ort)));
        if (feld.isEmpty()) {
            return new Zeile(ort, roh);
        }
        String gruppe = elemente.map(e -> e.gruppentitel(ort)).orElse("");
        String lesbar = Zusammenfassung.wert(new FeldPlatz(ort, feld.get(), false), antworten, dateiname);
        String name = feld.get().beschriftung();
        return new Zeile(
                gruppe.isEmpty() ? name : gruppe + ": " + name, lesbar.isEmpty() || !dateien.isEmpty() ? roh : lesbar);
    }
}
