/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import de.kommunalsdk.ausdruck.Ausdruck.Aggregat;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.internal.Rechenwerk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions. Total: whatever the expression and the answers are, the result is a value or "unknown" (empty),
 * after at most {@link #MAX_SCHRITTE} steps. Pure, apart from its counters; not thread-safe.
 */
public final class Auswerter {

    /** Steps of one evaluation; what needs more is unknown. */
    public static final int MAX_SCHRITTE = 100_000;

    /** Numbers have at most so many digits before the point; larger ones are unknown. */
    public static final int GROESSTE = 60;

    /** Characters of a text that is put together; longer ones are unknown. */
    public static final int MAX_TEXT = 20_000;

    private final Angaben angaben;
    private final LocalDate heute;
    private final List<String> orte = new ArrayList<>();
    private int schritte;
    private int tiefe;

    /** For these answers, on this day. */
    public Auswerter(Angaben angaben, LocalDate heute) {
        this.angaben = angaben;
        this.heute = heute;
    }

    /** The budget of one evaluation is used up. */
    private static final class Erschoepft extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final Erschoepft EINE = new Erschoepft();

        private Erschoepft() {
            super("", null, false, false);
        }
    }

    /**
     * The value of an expression: a String, BigDecimal, Boolean, LocalDate, LocalTime, LocalDateTime or Period.
     *
     * @param ort place of the element that carries the expression, with indices; empty for none
     */
    public Optional<Object> wert(Ausdruck ausdruck, String ort) {
        orte.clear();
        orte.add(ort);
        schritte = 0;
        tiefe = 0;
        try {
            return Optional.ofNullable(rechne(ausdruck));
        } catch (Erschoepft e) {
            return Optional.empty();
        }
    }

    /** Whether a condition holds; empty when that is not known. */
    public Optional<Boolean> wahrheit(Ausdruck ausdruck, String ort) {
        return wert(ausdruck, ort).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /** The number that an expression gives; empty when it is not known. */
    public Optional<BigDecimal> zahl(Ausdruck ausdruck, String ort) {
        return wert(ausdruck, ort).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    }

    /** The places that a reference stands for: one, or one for each given entry. */
    public List<String> orte(Bezug bezug, String ort) {
        orte.clear();
        orte.add(ort);
        schritte = 0;
        return orte(bezug);
    }

    /** Steps that the last evaluation took. */
    public int schritte() {
        return schritte;
    }

    private void schritt() {
        if (++schritte > MAX_SCHRITTE) {
            throw Erschoepft.EINE;
        }
    }

    private @Nullable Object rechne(Ausdruck a) {
        schritt();
        if (tiefe >= Ausdruck.MAX_TIEFE) {
            throw Erschoepft.EINE;
        }
        tiefe++;
        Object wert = a instanceof Bezug bezug ? gelesen(bezug) : verknuepft(a);
        tiefe--;
        return wert;
    }

    private @Nullable Object gelesen(Bezug bezug) {
        return bezug.istListe() ? null : bezug.typ().lies(angaben.wert(ort(bezug)));
    }

    private @Nullable Object verknuepft(Ausdruck a) {
        if (a instanceof Ausdruck.Konstante k) {
            return k.wert();
        } else if (a instanceof Ausdruck.Vergleich v) {
            Object links = rechne(v.links());
            return links == null ? null : Rechenwerk.vergleiche(v.art(), links, rechne(v.rechts()));
        } else if (a instanceof Ausdruck.Und und) {
            return alle(und.teile(), false);
        } else if (a instanceof Ausdruck.Oder oder) {
            return alle(oder.teile(), true);
        } else if (a instanceof Ausdruck.Nicht nicht) {
            return rechne(nicht.was()) instanceof Boolean b ? !b : null;
        } else if (a instanceof Ausdruck.Gegeben gegeben) {
            return gegeben(gegeben.bezug());
        } else if (a instanceof Ausdruck.Sicher sicher) {
            return Boolean.TRUE.equals(rechne(sicher.was()));
        } else if (a instanceof Ausdruck.Enthalten enthalten) {
            return enthalten(enthalten);
        } else if (a instanceof Ausdruck.Wenn wenn) {
            return rechne(wenn.bedingung()) instanceof Boolean b ? rechne(b ? wenn.dann() : wenn.sonst()) : null;
        } else if (a instanceof Ausdruck.Rechnung r) {
            Object links = rechne(r.links());
            return links == null ? null : Rechenwerk.rechne(r.art(), links, rechne(r.rechts()));
        } else if (a instanceof Ausdruck.EntwederOder e) {
            Object links = rechne(e.links());
            Object rechts = rechne(e.rechts());
            return links instanceof Boolean l && rechts instanceof Boolean r ? !l.equals(r) : null;
        } else if (a instanceof Ausdruck.Quantor quantor) {
            return quantor(quantor);
        } else if (a instanceof Aggregat aggregat) {
            return aggregat(aggregat);
        } else if (a instanceof Ausdruck.Aufruf aufruf) {
            return aufruf(aufruf);
        }
        return null;
    }

    private boolean gegeben(Bezug bezug) {
        if (!bezug.istListe()) {
            return angaben.gegeben(ort(bezug));
        }
        for (String ort : orte(bezug)) {
            if (angaben.gegeben(ort)) {
                return true;
            }
        }
        return false;
    }

    /** Kleene's conjunction, or for {@code entscheidend} true his disjunction. */
    private @Nullable Boolean alle(List<Ausdruck> teile, boolean entscheidend) {
        Boolean ergebnis = !entscheidend;
        for (Ausdruck teil : teile) {
            if (!(rechne(teil) instanceof Boolean b)) {
                ergebnis = null;
            } else if (b == entscheidend) {
                return entscheidend;
            }
        }
        return ergebnis;
    }

    private @Nullable Boolean enthalten(Ausdruck.Enthalten e) {
        Object was = rechne(e.was());
        if (was == null) {
            return null;
        }
        Boolean ergebnis = false;
        for (Ausdruck teil : e.worin()) {
            Object gleich = Rechenwerk.vergleiche(Ausdruck.Vergleich.Art.GLEICH, was, rechne(teil));
            if (Boolean.TRUE.equals(gleich)) {
                return true;
            } else if (gleich == null) {
                ergebnis = null;
            }
        }
        return ergebnis;
    }

    private @Nullable Boolean quantor(Ausdruck.Quantor quantor) {
        Boolean ergebnis = quantor.jeder();
        for (String ort : orte(quantor.liste())) {
            if (!(mit(ort, quantor.bedingung()) instanceof Boolean b)) {
                ergebnis = null;
            } else if (b != quantor.jeder()) {
                return b;
            }
        }
        return ergebnis;
    }

    private @Nullable Object aggregat(Aggregat aggregat) {
        List<String> eintraege = orte(aggregat.liste());
        List<Object> werte = new ArrayList<>();
        for (String ort : eintraege) {
            if (aggregat.art() == Aggregat.Art.ANZAHL) {
                if (angaben.gegeben(ort)) {
                    werte.add(Boolean.TRUE);
                }
                continue;
            }
            Object wert = mit(ort, aggregat.je());
            if (wert != null) {
                werte.add(wert);
            } else if (!istEigenes(aggregat.je()) || angaben.gegeben(ort)) {
                return null;
            }
        }
        return Rechenwerk.fasseZusammen(aggregat.art(), werte);
    }

    /** The entry itself: only a missing answer is passed over, not a computation that is unknown. */
    private boolean istEigenes(Ausdruck je) {
        return je instanceof Bezug b
                && b.variable() == orte.size()
                && b.schritte().equals(List.of(""));
    }

    private @Nullable Object mit(String ort, Ausdruck a) {
        orte.add(ort);
        Object wert = rechne(a);
        orte.remove(orte.size() - 1);
        return wert;
    }

    private @Nullable Object aufruf(Ausdruck.Aufruf aufruf) {
        List<Object> argumente = new ArrayList<>(2);
        for (Ausdruck teil : aufruf.teile()) {
            Object wert = rechne(teil);
            if (wert == null) {
                return null;
            }
            argumente.add(wert);
        }
        return Rechenwerk.rufe(aufruf.funktion(), argumente, heute);
    }

    private String ort(Bezug bezug) {
        return an(davor(bezug), bezug.schritte().get(0));
    }

    private List<String> orte(Bezug bezug) {
        if (!bezug.istListe()) {
            return List.of(ort(bezug));
        }
        List<String> bisher = List.of(davor(bezug));
        List<String> schritte = bezug.schritte();
        for (String schritt : schritte.subList(0, schritte.size() - 1)) {
            List<String> weiter = new ArrayList<>();
            for (String ort : bisher) {
                for (String eintrag : angaben.eintraege(an(ort, schritt))) {
                    schritt();
                    weiter.add(eintrag);
                }
            }
            bisher = weiter;
        }
        String letzter = schritte.get(schritte.size() - 1);
        return letzter.isEmpty()
                ? bisher
                : bisher.stream().map(ort -> an(ort, letzter)).toList();
    }

    private String davor(Bezug bezug) {
        return Lesung.davor(bezug.variable() < orte.size() ? orte.get(bezug.variable()) : "", bezug.ebenen());
    }

    private static String an(String davor, String schritte) {
        return davor.isEmpty() || schritte.isEmpty() ? davor + schritte : davor + "." + schritte;
    }
}
