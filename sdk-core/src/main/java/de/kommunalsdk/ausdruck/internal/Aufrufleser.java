/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Aggregat;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Ausdruck.Konstante;
import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Funktion;
import de.kommunalsdk.ausdruck.Typ;
import de.kommunalsdk.error.Vorschlag;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads calls of functions. */
final class Aufrufleser {

    private static final Map<String, Aggregat.Art> AGGREGATE = Map.of(
            "sum", Aggregat.Art.SUMME,
            "count", Aggregat.Art.ANZAHL,
            "min", Aggregat.Art.KLEINSTES,
            "max", Aggregat.Art.GROESSTES,
            "mean", Aggregat.Art.MITTEL);
    private static final Map<String, Typ> KONSTANTEN =
            Map.of("date", Typ.DATUM, "time", Typ.UHRZEIT, "date and time", Typ.ZEITPUNKT, "duration", Typ.DAUER);

    private final Tokenfolge folge;
    private final Meldungen meldungen;
    private final Typpruefer typen;
    private final Namen namen;
    private final Supplier<Teil> ausdruck;

    Aufrufleser(Tokenfolge folge, Meldungen meldungen, Typpruefer typen, Namen namen, Supplier<Teil> ausdruck) {
        this.folge = folge;
        this.meldungen = meldungen;
        this.typen = typen;
        this.namen = namen;
        this.ausdruck = ausdruck;
    }

    /** Reads a call; words and a bracket stand here. */
    Teil lies() {
        int woerter = folge.funktionsname();
        Token anfang = folge.nimm();
        StringBuilder gelesen = new StringBuilder(anfang.text());
        for (int i = 1; i < woerter; i++) {
            gelesen.append(' ').append(folge.nimm().text());
        }
        folge.verlange("(");
        String name = gelesen.toString();
        int von = anfang.von();
        if (AGGREGATE.containsKey(name) && istListe()) {
            return aggregat(AGGREGATE.getOrDefault(name, Aggregat.Art.ANZAHL), von);
        }
        int voran = folge.hier().von();
        List<Teil> argumente = argumente();
        if (name.equals("not")) {
            return passen(argumente, 1, name, von) ? nicht(argumente.get(0), von) : Teil.falsch(von);
        }
        if (KONSTANTEN.containsKey(name)) {
            return passen(argumente, 1, name, von)
                    ? konstante(KONSTANTEN.getOrDefault(name, Typ.NICHTS), argumente.get(0), von)
                    : Teil.falsch(von);
        }
        Optional<Funktion> funktion = Funktion.von(name);
        if (funktion.isPresent()) {
            return passen(argumente, funktion.get().parameter().size(), name, von)
                    ? aufruf(funktion.get(), argumente, von)
                    : Teil.falsch(von);
        }
        if (AGGREGATE.containsKey(name)) {
            meldungen.fehler(
                    AusdruckFehler.TYP,
                    voran,
                    name + " braucht eine wiederholte Gruppe oder ein Feld darin, oder for x in ... return ...");
        } else {
            unbekannt(name, von);
        }
        return Teil.falsch(von);
    }

    /** Whether one argument follows that is a name or a loop: what {@code min(a, b)} is not. */
    private boolean istListe() {
        int i = 0;
        while (folge.voraus(i).art() == Token.Art.WORT && folge.voraus(i + 1).ist(".")) {
            i += 2;
        }
        return folge.ist("for") || (folge.istName() && folge.voraus(i + 1).ist(")"));
    }

    private Teil aggregat(Aggregat.Art art, int von) {
        Optional<Bezug> liste;
        Teil je;
        if (folge.nimm("for")) {
            liste = namen.beginne().liste();
            folge.verlange("return");
            je = ausdruck.get();
            namen.beende();
        } else {
            Teil name = namen.element(true);
            liste = Optional.of(name).filter(Teil::istListe).map(teil -> (Bezug) teil.ausdruck());
            if (liste.isEmpty() && !name.istFalsch()) {
                meldungen.fehler(AusdruckFehler.TYP, name.von(), "Das steht in keiner Wiederholung.");
            }
            je = new Teil(new Bezug(namen.naechste(), Bezug.GANZ, List.of(""), name.typ()), name.typ(), name.von());
        }
        folge.verlange(")");
        Teil wert =
                switch (art) {
                    case ANZAHL -> je;
                    case SUMME, MITTEL -> typen.vom(Typ.ZAHL, je);
                    case KLEINSTES, GROESSTES -> typen.geordnet(je);
                };
        Typ typ = art == Aggregat.Art.ANZAHL ? Typ.ZAHL : wert.typ();
        return liste.map(l -> typen.baue(new Aggregat(art, l, wert.ausdruck()), typ, von, wert))
                .orElseGet(() -> Teil.falsch(von));
    }

    private List<Teil> argumente() {
        List<Teil> argumente = new ArrayList<>();
        if (!folge.ist(")")) {
            do {
                argumente.add(ausdruck.get());
            } while (folge.nimm(","));
        }
        folge.verlange(")");
        return argumente;
    }

    private boolean passen(List<Teil> argumente, int anzahl, String name, int von) {
        if (argumente.size() == anzahl) {
            return true;
        }
        meldungen.fehler(
                AusdruckFehler.STELLIGKEIT,
                von,
                name + " hat " + (anzahl == 0 ? "kein Argument" : anzahl == 1 ? "ein Argument" : anzahl + " Argumente")
                        + ", hier stehen " + argumente.size() + ".");
        return false;
    }

    private Teil nicht(Teil argument, int von) {
        Teil bedingung = typen.vom(Typ.WAHRHEIT, argument);
        return typen.baue(new Ausdruck.Nicht(bedingung.ausdruck()), Typ.WAHRHEIT, von, bedingung);
    }

    private Teil konstante(Typ typ, Teil argument, int von) {
        Object wert = argument.ausdruck() instanceof Konstante k && k.wert() instanceof String text
                ? typ == Typ.DAUER ? dauer(text) : typ.lies(text)
                : null;
        if (wert == null) {
            meldungen.fehler(
                    AusdruckFehler.KONSTANTE,
                    argument.von(),
                    "Hier muss " + typ.benannt() + " in Anführungszeichen stehen, wie "
                            + switch (typ) {
                                case DATUM -> "\"2026-11-23\"";
                                case UHRZEIT -> "\"14:30:00\"";
                                case ZEITPUNKT -> "\"2026-11-23T14:30:00\"";
                                default -> "\"P14D\" oder \"P1Y6M\"";
                            }
                            + ".");
            return Teil.falsch(von);
        }
        return new Teil(new Konstante(wert), typ, von);
    }

    private static @Nullable Period dauer(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException | ArithmeticException e) { // the latter of weeks that are too many days
            return null;
        }
    }

    private Teil aufruf(Funktion funktion, List<Teil> argumente, int von) {
        List<Teil> werte = new ArrayList<>();
        for (int i = 0; i < argumente.size(); i++) {
            werte.add(typen.vom(funktion.parameter().get(i), argumente.get(i)));
        }
        return typen.baue(
                new Ausdruck.Aufruf(funktion, werte.stream().map(Teil::ausdruck).toList()),
                funktion.ergebnis(),
                von,
                werte.toArray(Teil[]::new));
    }

    /** All names of functions. */
    private static Set<String> namen() {
        Set<String> namen = new TreeSet<>(AGGREGATE.keySet());
        namen.addAll(KONSTANTEN.keySet());
        namen.add("not");
        Arrays.stream(Funktion.values())
                .map(Funktion::feel)
                .filter(f -> !f.startsWith("."))
                .forEach(namen::add);
        return namen;
    }

    private void unbekannt(String name, int von) {
        Set<String> namen = namen();
        meldungen.fehler(
                AusdruckFehler.FUNKTION_UNBEKANNT,
                von,
                "Die Funktion \"" + name + "\" gibt es nicht."
                        + Vorschlag.zu(name, namen)
                                .map(v -> " Gemeint ist vielleicht \"" + v + "\".")
                                .orElse(" Es gibt " + String.join(", ", namen) + "."));
    }
}
