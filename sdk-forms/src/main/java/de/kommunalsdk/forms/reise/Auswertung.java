/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.ausdruck.Auswerter;
import de.kommunalsdk.ausdruck.Lesung;
import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Ausdruecke.Abhaengige;
import de.kommunalsdk.forms.definition.Ausdruecke.Berechnung;
import de.kommunalsdk.forms.definition.Formular;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a form calculates: fields and the fee. Pure. */
public final class Auswertung {

    /** Decimals of money, which are always written. */
    private static final int CENT = 2;

    private final Formular formular;
    private final Antworten vorher;
    private final Antworten nachher;
    private final Map<String, List<Abhaengige>> abhaengige;
    private final Map<Integer, Map<Integer, Set<String>>> geaendert = new HashMap<>();
    private final Map<String, Set<String>> fruehere = new HashMap<>();
    private final SortedMap<String, String> werte = new TreeMap<>();
    private final Auswerter auswerter;
    private int ausgewertet;

    private Auswertung(Formular formular, Antworten vorher, Antworten nachher, LocalDate heute) {
        this.formular = formular;
        this.vorher = vorher;
        this.nachher = nachher;
        this.abhaengige = formular.ausdruecke().abhaengige();
        this.auswerter = new Auswerter(new Formularangaben(werte, nachher.anlagen()), heute);
    }

    /**
     * Answers with calculated fields.
     *
     * @param ausgewertet how many expressions were evaluated
     */
    public record Ergebnis(Antworten antworten, int ausgewertet) {}

    /**
     * Calculates what depends on places that changed, what changes with the day, and what stands in an entry that was not
     * there before.
     *
     * @param vorher answers of which all fields are calculated; empty ones when there are none
     */
    public static Ergebnis nach(Formular formular, Antworten vorher, Antworten nachher, LocalDate heute) {
        if (formular.ausdruecke().berechnungen().isEmpty()) {
            return new Ergebnis(nachher, 0);
        }
        return new Auswertung(formular, vorher, nachher, heute).rechne();
    }

    /** Calculates all fields. */
    public static Antworten alle(Formular formular, Antworten antworten, LocalDate heute) {
        return nach(formular, Antworten.LEER, antworten, heute).antworten();
    }

    /**
     * The fee for answers that will be delivered, rounded half up to cents: the fixed one, or the calculated one; empty
     * when there is none, or it is not known, or it is not between 0 and 999,999,999.99.
     */
    public static Optional<Betrag> gebuehr(Formular formular, Antworten sichtbare, LocalDate heute) {
        Optional<Betrag> feste = formular.dienst().gebuehr();
        return feste.isPresent()
                ? feste
                : formular.ausdruecke()
                        .gebuehr()
                        .flatMap(a -> new Auswerter(new Formularangaben(sichtbare.werte(), sichtbare.anlagen()), heute)
                                .zahl(a, ""))
                        .map(euro -> euro.setScale(2, RoundingMode.HALF_UP))
                        .filter(euro -> euro.signum() >= 0 && euro.precision() <= 11)
                        .map(euro -> new Betrag(euro.unscaledValue().longValueExact()));
    }

    private Ergebnis rechne() {
        List<Berechnung> berechnungen = formular.ausdruecke().berechnungen();
        Set<String> berechnete = new HashSet<>();
        berechnungen.forEach(b -> berechnete.add(b.feld()));
        vorher.werte().keySet().stream()
                .filter(ort -> berechnete.contains(pfad(ort)))
                .forEach(ort -> fruehere.computeIfAbsent(pfad(ort), k -> new HashSet<>())
                        .add(ort));
        // which entries there are is what other answers say, never what is calculated
        nachher.werte().forEach((ort, wert) -> {
            if (!berechnete.contains(pfad(ort))) {
                werte.put(ort, wert);
            }
        });
        vergleiche(vorher.werte(), nachher.werte());
        vergleiche(vorher.anlagen(), nachher.anlagen());
        for (int i = 0; i < berechnungen.size(); i++) {
            rechne(berechnungen.get(i), geaendert.getOrDefault(i, Map.of()));
        }
        Antworten.Bauer neu = new Antworten.Bauer(nachher);
        nachher.werte().keySet().forEach(ort -> neu.mit(ort, werte.getOrDefault(ort, "")));
        werte.forEach(neu::mit);
        return new Ergebnis(neu.baue(), ausgewertet);
    }

    private void rechne(Berechnung b, Map<Integer, Set<String>> anlaesse) {
        Set<String> weggefallene = fruehere.getOrDefault(b.feld(), new HashSet<>());
        for (String ort : auswerter.orte(b.ziel(), "")) {
            weggefallene.remove(ort);
            String bisher = nachher.wert(ort);
            boolean neu = b.taeglich()
                    || istNeu(ort)
                    || !bisher.equals(vorher.wert(ort))
                    || anlaesse.entrySet().stream().anyMatch(e -> e.getValue().contains(Lesung.davor(ort, e.getKey())));
            String wert = neu ? text(b, ort) : bisher;
            if (!wert.isEmpty()) {
                werte.put(ort, wert);
            }
            if (!wert.equals(vorher.wert(ort))) {
                merke(ort);
            }
        }
        weggefallene.forEach(this::merke);
    }

    /** Whether the entry around a place was not there before; without one, whether nothing was. */
    private boolean istNeu(String ort) {
        int strich = ort.lastIndexOf('-');
        int punkt = strich < 0 ? -1 : ort.indexOf('.', strich);
        return punkt < 0
                ? vorher.werte().isEmpty() && vorher.anlagen().isEmpty()
                : !vorher.gegeben(ort.substring(0, punkt));
    }

    private String text(Berechnung b, String ort) {
        ausgewertet++;
        return auswerter
                .wert(b.ausdruck(), ort)
                .map(wert -> wert instanceof BigDecimal zahl ? text(b, zahl) : wert.toString())
                .orElse("");
    }

    private String text(Berechnung b, BigDecimal zahl) {
        BigDecimal gerundet = zahl.setScale(b.dezimalen(), RoundingMode.HALF_UP);
        return (b.dezimalen() > CENT ? gerundet.stripTrailingZeros() : gerundet).toPlainString();
    }

    private <T> void vergleiche(SortedMap<String, T> alte, SortedMap<String, T> neue) {
        alte.forEach((ort, wert) -> {
            if (!wert.equals(neue.get(ort))) {
                merke(ort);
            }
        });
        neue.keySet().stream().filter(ort -> !alte.containsKey(ort)).forEach(this::merke);
    }

    /** Notes for whom a changed place matters: who looks at it, or at a group around it. */
    private void merke(String ort) {
        String pfad = pfad(ort);
        for (int ende = pfad.length(); ende > 0; ende = pfad.lastIndexOf('.', ende - 1)) {
            for (Abhaengige a : abhaengige.getOrDefault(pfad.substring(0, ende), List.of())) {
                geaendert
                        .computeIfAbsent(a.nummer(), k -> new HashMap<>())
                        .computeIfAbsent(a.ebenen(), k -> new HashSet<>())
                        .add(Lesung.davor(ort, a.ebenen()));
            }
        }
    }

    /** A place without its indices. */
    private static String pfad(String ort) {
        if (ort.indexOf('-') < 0) {
            return ort;
        }
        StringBuilder pfad = new StringBuilder(ort.length());
        boolean index = false;
        for (int i = 0; i < ort.length(); i++) {
            char z = ort.charAt(i);
            index = z == '-' || (index && z != '.');
            if (!index) {
                pfad.append(z);
            }
        }
        return pfad.toString();
    }
}
