/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import de.kommunalsdk.xdatenfelder.regel.Land;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund.Stand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates the rules of the schema over the visible answers and finds the page and the place where a broken one can be
 * mended: its target, or, when it has none or none that is shown, the last of the answers it looks at.
 */
final class Regelpruefer {

    private static final String INDEX = "(-\\d+)?";
    private static final Comparator<Stelle> IN_ORDNUNG = Comparator.comparingInt(Stelle::nummer);

    private final List<String> seiten;
    private final NavigableMap<String, Stelle> stellen = new TreeMap<>();
    private final NavigableMap<String, String> angaben = new TreeMap<>();
    private final List<Treffer> treffer = new ArrayList<>();

    /** Where an error can be shown. */
    private record Stelle(int seite, int nummer, String ort, String beschriftung) {}

    /** A broken rule; {@code offenBis} is the last page with an empty answer that the rule looks at. */
    private record Treffer(int seite, int offenBis, Feldfehler fehler) {}

    /** With the places of all relevant pages by their ids, in order. */
    Regelpruefer(Formular formular, Map<String, List<Platz>> plaetze, Antworten antworten, Optional<Land> land) {
        this.seiten = List.copyOf(plaetze.keySet());
        int nummer = 0;
        for (List<Platz> oberste : plaetze.values()) {
            sammle(oberste, nummer++);
            Seitenbaum.felder(oberste, platz -> angaben.put(platz.ort(), wert(platz, antworten)));
        }
        angaben.values().removeIf(String::isEmpty);
        formular.regeln().werteAus(angaben, land).stream()
                .filter(befund -> befund.stand() == Stand.VERLETZT)
                .forEach(this::nimm);
    }

    /**
     * The errors of a page with those of rules, in the order of the page. A place with an error of a field at it or below
     * it gets none of a rule, and each other place only that of the first rule.
     */
    List<Feldfehler> ergaenze(Formularseite seite, boolean abschliessend, List<Feldfehler> bisherige) {
        int hier = seiten.indexOf(seite.id());
        List<Feldfehler> alle = new ArrayList<>(bisherige);
        Set<String> gemeldete = new HashSet<>();
        treffer.stream()
                .filter(t -> t.seite() == hier && (abschliessend || t.offenBis() <= hier))
                .map(Treffer::fehler)
                .filter(f -> bisherige.stream()
                        .noneMatch(b -> b.ort().equals(f.ort()) || b.ort().startsWith(f.ort() + ".")))
                .filter(f -> gemeldete.add(f.ort()))
                .forEach(alle::add);
        alle.sort(Comparator.comparingInt(f ->
                Optional.ofNullable(stellen.get(f.ort())).map(Stelle::nummer).orElse(Integer.MAX_VALUE)));
        return alle;
    }

    private void sammle(List<Platz> oberste, int seite) {
        for (Platz platz : oberste) {
            if (platz instanceof FeldPlatz p
                    && p.feld().anzeige() != Feld.Anzeige.FEST
                    && p.feld().anzeige() != Feld.Anzeige.VERBORGEN) {
                merke(seite, p.ort(), p.feld().beschriftung());
            } else if (platz instanceof GruppenPlatz p) {
                merke(seite, p.ort(), p.gruppe().titel());
                sammle(p.kinder(), seite);
            } else if (platz instanceof Wiederholung p) {
                sammle(p.eintraege(), seite);
            }
        }
    }

    private void merke(int seite, String ort, String beschriftung) {
        stellen.put(ort, new Stelle(seite, stellen.size(), ort, beschriftung));
    }

    private static String wert(FeldPlatz platz, Antworten antworten) {
        return antworten.anlagen(platz.ort()).isEmpty() ? platz.wert(antworten) : "Datei";
    }

    private void nimm(Regelbefund befund) {
        Optional<Stelle> ziel = befund.ort().isEmpty() ? Optional.empty() : erste(befund.ort());
        Optional<Stelle> eingabe = befund.eingaben().stream()
                .map(this::erste)
                .flatMap(Optional::stream)
                .max(IN_ORDNUNG);
        int offenBis = befund.eingaben().stream()
                .filter(ort -> unter(angaben, ort).findAny().isEmpty())
                .flatMap(ort -> unter(stellen, ort))
                .mapToInt(Stelle::seite)
                .max()
                .orElse(-1);
        ziel.or(() -> eingabe)
                .or(() -> stellen.values().stream().max(IN_ORDNUNG))
                .ifPresent(stelle -> treffer.add(new Treffer(
                        stelle.seite(),
                        offenBis,
                        new Feldfehler(stelle.ort(), Art.REGEL, stelle.beschriftung(), List.of(befund.meldung())))));
    }

    private Optional<Stelle> erste(String ort) {
        return unter(stellen, ort).min(IN_ORDNUNG);
    }

    /** What a map has at a place, in its entries and below it; a step without an index means all entries of its element. */
    private static <T> Stream<T> unter(NavigableMap<String, T> karte, String ort) {
        for (int punkt = ort.indexOf('.'); punkt >= 0; punkt = ort.indexOf('.', punkt + 1)) {
            String davor = ort.substring(0, punkt);
            SortedMap<String, T> eintraege = karte.subMap(davor + "-", davor + ".");
            if (!eintraege.isEmpty()) {
                Pattern orte = Pattern.compile(ort.replace(".", INDEX + "\\.") + INDEX + "(\\..*)?");
                return eintraege.entrySet().stream()
                        .filter(e -> orte.matcher(e.getKey()).matches())
                        .map(Map.Entry::getValue);
            }
        }
        return Stream.concat(
                Optional.ofNullable(karte.get(ort)).stream(), karte.subMap(ort + "-", ort + "/").values().stream());
    }
}
