/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import com.fasterxml.jackson.core.JsonToken;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Operand;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a condition. */
final class Ausdruckleser {

    private final Jsonquelle quelle;

    Ausdruckleser(Jsonquelle quelle) {
        this.quelle = quelle;
    }

    /** A condition: something that is true or false. */
    Optional<Ausdruck> bedingung(String pointer, int tiefe) throws IOException {
        return ausdruck(pointer, tiefe).filter(a -> quelle.baue(RegelFehler.FORM, pointer, () -> {
                    Ausdruck.pruefeBedingung(a);
                    return a;
                })
                .isPresent());
    }

    Optional<Identifier> identifier(String pointer) throws IOException {
        return quelle.text(pointer)
                .flatMap(name -> quelle.baue(RegelFehler.IDENTIFIER, pointer, () -> new Identifier(name)));
    }

    private Optional<Operand> operand(String pointer, int tiefe) throws IOException {
        Optional<Ausdruck> ausdruck = ausdruck(pointer, tiefe);
        if (ausdruck.isPresent() && !(ausdruck.get() instanceof Operand)) {
            quelle.fehler(RegelFehler.FORM, pointer, "equal vergleicht nur identifier und feste Werte.");
        }
        return ausdruck.filter(Operand.class::isInstance).map(Operand.class::cast);
    }

    private Optional<Ausdruck> ausdruck(String pointer, int tiefe) throws IOException {
        JsonToken token = quelle.token();
        if (token == JsonToken.START_OBJECT) {
            return objekt(pointer, tiefe);
        }
        if (token == JsonToken.VALUE_STRING) {
            String text = quelle.text();
            return quelle.baue(RegelFehler.LITERAL, pointer, () -> new Ausdruck.Text(text));
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return Optional.of(new Ausdruck.Wahr(token == JsonToken.VALUE_TRUE));
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            String zahl = quelle.text();
            return quelle.baue(RegelFehler.LITERAL, pointer, () -> new Ausdruck.Zahl(new BigDecimal(zahl)));
        }
        quelle.fehler(RegelFehler.FORM, pointer, "Hier muss ein Objekt oder ein fester Wert stehen.");
        quelle.ueberspringe();
        return Optional.empty();
    }

    private Optional<Ausdruck> objekt(String pointer, int tiefe) throws IOException {
        if (tiefe > Ausdruck.MAX_TIEFE) {
            quelle.fehler(RegelFehler.ZU_TIEF, pointer, "Tiefer als " + Ausdruck.MAX_TIEFE + " Ebenen.");
            quelle.ueberspringe();
            return Optional.empty();
        }
        Ergebnis ergebnis = new Ergebnis();
        int anzahl = quelle.objekt(pointer, (name, angabe, doppelt) -> ergebnis.wert = operator(name, angabe, tiefe))
                .size();
        if (anzahl != 1) {
            quelle.fehler(
                    RegelFehler.STELLIGKEIT, pointer, "Hier muss genau ein Operator stehen, nicht " + anzahl + ".");
            return Optional.empty();
        }
        return ergebnis.wert;
    }

    private static final class Ergebnis {
        private Optional<Ausdruck> wert = Optional.empty();
    }

    private Optional<Ausdruck> operator(String name, String pointer, int tiefe) throws IOException {
        switch (name) {
            case "identifier":
                return identifier(pointer).map(i -> i);
            case "is_empty":
                return leer(pointer, tiefe);
            case "not":
                return bedingung(pointer, tiefe + 1)
                        .flatMap(a -> quelle.baue(RegelFehler.ZU_TIEF, pointer, () -> new Ausdruck.Not(a)));
            case "equal":
                return teile(pointer, 2, 2, t -> operand(t, tiefe + 1), t -> new Ausdruck.Equal(t.get(0), t.get(1)));
            case "and":
                return teile(pointer, 1, Integer.MAX_VALUE, t -> bedingung(t, tiefe + 1), Ausdruck.And::new);
            case "or":
                return teile(pointer, 1, Integer.MAX_VALUE, t -> bedingung(t, tiefe + 1), Ausdruck.Or::new);
            case "xor":
                return teile(pointer, 2, 2, t -> bedingung(t, tiefe + 1), Ausdruck.Xor::new);
            default:
                quelle.fehler(RegelFehler.OPERATOR, pointer, "\"" + name + "\" ist kein Operator.");
                quelle.ueberspringe();
                return Optional.empty();
        }
    }

    private Optional<Ausdruck> leer(String pointer, int tiefe) throws IOException {
        Optional<Ausdruck> was = ausdruck(pointer, tiefe + 1);
        if (was.isPresent() && was.get() instanceof Identifier identifier) {
            return quelle.baue(RegelFehler.IDENTIFIER, pointer, () -> new Ausdruck.IsEmpty(identifier));
        }
        if (was.isPresent()) {
            quelle.fehler(RegelFehler.FORM, pointer, "is_empty braucht einen identifier.");
        }
        return Optional.empty();
    }

    private <T> Optional<Ausdruck> teile(
            String pointer,
            int mindestens,
            int hoechstens,
            Jsonquelle.Wertleser<T> leser,
            Function<List<T>, Ausdruck> bauer)
            throws IOException {
        Optional<List<Optional<T>>> gelesen = quelle.liste(pointer, leser);
        int anzahl = gelesen.map(List::size).orElse(mindestens);
        if (anzahl < mindestens || anzahl > hoechstens) {
            quelle.fehler(
                    RegelFehler.STELLIGKEIT,
                    pointer,
                    "Hier stehen " + anzahl + " Teile; nötig sind "
                            + (hoechstens == mindestens ? "genau " : "mindestens ") + mindestens + ".");
            return Optional.empty();
        }
        List<T> teile =
                gelesen.orElse(List.of()).stream().flatMap(Optional::stream).toList();
        return gelesen.isEmpty() || teile.size() < anzahl
                ? Optional.empty()
                : quelle.baue(RegelFehler.ZU_TIEF, pointer, () -> bauer.apply(teile));
    }
}
