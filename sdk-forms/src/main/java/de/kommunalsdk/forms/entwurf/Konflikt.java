/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Two versions of a page: what one tab sent, and what another has stored meanwhile. Immutable.
 *
 * <p>Every place that the tab says something about is a line, and so is every stored answer of the pages concerned.
 * Nothing is chosen here: what differs is decided by the citizen ({@link #loese}).
 *
 * @param zeilen in the order of the form
 */
public record Konflikt(Antworten gespeichert, EigeneEingabe eigene, List<Zeile> zeilen) {

    public Konflikt {
        zeilen = List.copyOf(zeilen);
    }

    /**
     * One place. The texts are as people read them, empty when there is no answer.
     *
     * @param gruppe title of its group with the number of the entry, may be empty
     * @param verschieden whether the citizen has to choose
     */
    public record Zeile(
            String ort, String gruppe, String beschriftung, String eigener, String gespeicherter, boolean verschieden) {

        /** The version that says something where the other is silent; empty when both do or neither does. */
        public Optional<Fassung> einzige() {
            return eigener.isEmpty() == gespeicherter.isEmpty()
                    ? Optional.empty()
                    : Optional.of(eigener.isEmpty() ? Fassung.GESPEICHERT : Fassung.EIGEN);
        }

        /** Leaves the answers out. */
        @Override
        public String toString() {
            return "Zeile[" + ort + ", " + verschieden + "]";
        }
    }

    /** One of the two. */
    public enum Fassung {
        EIGEN,
        GESPEICHERT
    }

    /** Compares; {@code dateiname} names a file. */
    public static Konflikt von(
            Formular formular, Antworten gespeichert, EigeneEingabe eigene, Function<AnlageId, String> dateiname) {
        Elementverzeichnis elemente = new Elementverzeichnis(formular);
        Antworten vereint = vereint(elemente, gespeichert, eigene);
        Set<String> orte = new LinkedHashSet<>(eigene.orte());
        Set<String> seiten = new TreeSet<>();
        eigene.orte().forEach(ort -> elemente.seite(ort).ifPresent(s -> seiten.add(s.id())));
        for (Set<String> gespeicherte :
                List.of(gespeichert.werte().keySet(), gespeichert.anlagen().keySet())) {
            gespeicherte.stream()
                    .filter(ort -> elemente.feld(ort).isPresent())
                    .filter(ort -> elemente.seite(ort)
                            .filter(s -> seiten.contains(s.id()))
                            .isPresent())
                    .forEach(orte::add);
        }
        List<Zeile> zeilen = new ArrayList<>();
        orte.stream().sorted(Ordnung.nach(elemente, o -> o)).forEach(ort -> {
            FeldPlatz platz = new FeldPlatz(ort, elemente.feld(ort).orElseThrow(), false);
            String seins = Zusammenfassung.wert(platz, gespeichert, dateiname);
            boolean gesagt = eigene.orte().contains(ort);
            boolean verschieden = gesagt
                    && !(vereint.wert(ort).equals(gespeichert.wert(ort))
                            && vereint.anlagen(ort).equals(gespeichert.anlagen(ort)));
            zeilen.add(new Zeile(
                    ort,
                    elemente.gruppentitel(ort),
                    platz.feld().beschriftung(),
                    gesagt ? Zusammenfassung.wert(platz, vereint, dateiname) : seins,
                    seins,
                    verschieden));
        });
        return new Konflikt(gespeichert, new EigeneEingabe(eigene.orte(), vereint, eigene.fremde()), zeilen);
    }

    /** What the tab says, with the stored files that may stay beside its own. */
    private static Antworten vereint(Elementverzeichnis elemente, Antworten gespeichert, EigeneEingabe eigene) {
        Antworten vereint = eigene.antworten();
        for (String ort : eigene.antworten().anlagen().keySet()) {
            int hoechstens = elemente.feld(ort).map(Feld::anzahl).orElseThrow().max();
            Set<AnlageId> alle = new LinkedHashSet<>(gespeichert.anlagen(ort));
            alle.addAll(eigene.antworten().anlagen(ort));
            if (alle.size() <= hoechstens) {
                vereint = vereint.mitAnlagen(ort, List.copyOf(alle));
            }
        }
        return vereint;
    }

    /** Whether there is anything that the citizen has to see. */
    public boolean istKeiner() {
        return eigene.fremde().isEmpty() && zeilen.stream().noneMatch(Zeile::verschieden);
    }

    /** The lines that differ and for which {@code wahl} says nothing. */
    public List<Zeile> offene(Function<String, Optional<Fassung>> wahl) {
        return zeilen.stream()
                .filter(z -> z.verschieden() && wahl.apply(z.ort()).isEmpty())
                .toList();
    }

    /** The stored answers with the tab's own where it was chosen; where nothing was chosen the stored stay. */
    public Antworten loese(Function<String, Optional<Fassung>> wahl) {
        Antworten neu = gespeichert;
        for (Zeile z : zeilen) {
            if (z.verschieden()
                    && wahl.apply(z.ort()).filter(Fassung.EIGEN::equals).isPresent()) {
                String ort = z.ort();
                neu = neu.mit(ort, eigene.antworten().wert(ort));
                if (!eigene.antworten().anlagen(ort).isEmpty()) {
                    neu = neu.mitAnlagen(ort, eigene.antworten().anlagen(ort));
                }
                neu = gezeigt(neu, ort);
            }
        }
        return neu;
    }

    /** So many entries that this one is shown, also when the other tab has removed some. */
    private static Antworten gezeigt(Antworten antworten, String ort) {
        Antworten neu = antworten;
        int ende = -1;
        do {
            ende = ort.indexOf('.', ende + 1);
            String teil = ende < 0 ? ort : ort.substring(0, ende);
            int strich = teil.lastIndexOf('-');
            if (strich > teil.lastIndexOf('.')) {
                String wiederholt = teil.substring(0, strich);
                int nummer = Integer.parseInt(teil.substring(strich + 1));
                // a first entry is always there
                neu = nummer > 1 && neu.anzahl(wiederholt) < nummer ? neu.mitAnzahl(wiederholt, nummer) : neu;
            }
        } while (ende >= 0);
        return neu;
    }

    /** Leaves the answers out. */
    @Override
    public String toString() {
        return "Konflikt[" + zeilen.size() + " Zeilen]";
    }
}
