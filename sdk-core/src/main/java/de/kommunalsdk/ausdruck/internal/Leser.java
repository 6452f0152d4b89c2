/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Ausdruck.Konstante;
import de.kommunalsdk.ausdruck.Ausdruck.Rechnung;
import de.kommunalsdk.ausdruck.Ausdruck.Vergleich;
import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Ausdrucksleser;
import de.kommunalsdk.ausdruck.Funktion;
import de.kommunalsdk.ausdruck.Typ;
import de.kommunalsdk.ausdruck.Umgebung;
import de.kommunalsdk.ausdruck.internal.Token.Art;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The grammar, from loosely to tightly binding operators; checks types on the way. */
public final class Leser {

    private static final int MAX_KLAMMERN = 100;
    private static final Map<String, Rechnung.Art> STRICH = Map.of("+", Rechnung.Art.PLUS, "-", Rechnung.Art.MINUS);
    private static final Map<String, Rechnung.Art> PUNKT = Map.of("*", Rechnung.Art.MAL, "/", Rechnung.Art.GETEILT);

    private final Tokenfolge folge;
    private final Meldungen meldungen;
    private final Typpruefer typen;
    private final Namen namen;
    private final Aufrufleser aufrufe;
    private int klammern;

    private Leser(Tokenfolge folge, Meldungen meldungen, Umgebung umgebung, String traeger) {
        this.folge = folge;
        this.meldungen = meldungen;
        this.typen = new Typpruefer(meldungen);
        this.namen = new Namen(folge, meldungen, umgebung, traeger);
        this.aufrufe = new Aufrufleser(folge, meldungen, typen, namen, this::ausdruck);
    }

    /** See {@link Ausdrucksleser#lies}. */
    public static Optional<Ausdruck> lies(
            String text,
            IntFunction<Fundstelle> stelle,
            Umgebung umgebung,
            String traeger,
            Typ verlangt,
            List<Problem> probleme) {
        Meldungen meldungen = new Meldungen(stelle, probleme);
        if (text.length() > Ausdrucksleser.MAX_ZEICHEN) {
            meldungen.fehler(
                    AusdruckFehler.ZU_LANG,
                    0,
                    "Der Ausdruck hat " + text.length() + " Zeichen, höchstens " + Ausdrucksleser.MAX_ZEICHEN + ".");
            return Optional.empty();
        }
        try {
            Tokenfolge folge = new Tokenfolge(Zerleger.zerlege(text, meldungen), meldungen);
            Leser leser = new Leser(folge, meldungen, umgebung, traeger);
            Teil teil = leser.ausdruck();
            if (folge.hier().art() != Art.ENDE) {
                throw folge.erwartet("ein Operator oder das Ende");
            }
            Ausdruck ausdruck = leser.typen.vom(verlangt, teil).ausdruck();
            return meldungen.hatFehler() ? Optional.empty() : Optional.of(ausdruck);
        } catch (Meldungen.Abbruch e) {
            return Optional.empty();
        }
    }

    private Teil ausdruck() {
        if (++klammern > MAX_KLAMMERN) {
            throw meldungen.abbruch(
                    AusdruckFehler.ZU_TIEF, folge.hier().von(), "Tiefer als " + MAX_KLAMMERN + " Klammern.");
        }
        Teil teil = folge.ist("if")
                ? wenn()
                : folge.ist("some") || folge.ist("every")
                        ? quantor()
                        : verknuepft(
                                "or", () -> verknuepft("and", this::vergleich, Ausdruck.Und::new), Ausdruck.Oder::new);
        klammern--;
        return teil;
    }

    private Teil wenn() {
        int von = folge.nimm().von();
        Teil bedingung = typen.vom(Typ.WAHRHEIT, ausdruck());
        folge.verlange("then");
        Teil dann = typen.wert(ausdruck());
        folge.verlange("else");
        Teil sonst = typen.wert(ausdruck());
        Typ typ = dann.typ() == Typ.NICHTS ? sonst.typ() : dann.typ();
        if (!typen.vergleichbar(dann, sonst)) {
            typ = Typ.NICHTS;
        }
        return typen.baue(
                new Ausdruck.Wenn(bedingung.ausdruck(), dann.ausdruck(), sonst.ausdruck()),
                typ,
                von,
                bedingung,
                dann,
                sonst);
    }

    private Teil quantor() {
        Token art = folge.nimm();
        Namen.Schleife schleife = namen.beginne();
        folge.verlange("satisfies");
        Teil bedingung = typen.vom(Typ.WAHRHEIT, ausdruck());
        namen.beende();
        return schleife.liste()
                .map(liste -> typen.baue(
                        new Ausdruck.Quantor(art.ist("every"), liste, bedingung.ausdruck()),
                        Typ.WAHRHEIT,
                        art.von(),
                        bedingung))
                .orElseGet(() -> Teil.falsch(art.von()));
    }

    private Teil verknuepft(String wort, Supplier<Teil> darunter, Function<List<Ausdruck>, Ausdruck> bauer) {
        Teil erster = darunter.get();
        if (!folge.ist(wort)) {
            return erster;
        }
        List<Teil> teile = new ArrayList<>(List.of(typen.vom(Typ.WAHRHEIT, erster)));
        while (folge.nimm(wort)) {
            teile.add(typen.vom(Typ.WAHRHEIT, darunter.get()));
        }
        return typen.baue(
                bauer.apply(teile.stream().map(Teil::ausdruck).toList()),
                Typ.WAHRHEIT,
                erster.von(),
                teile.toArray(Teil[]::new));
    }

    private Teil vergleich() {
        Teil links = summe();
        Token operator = folge.hier();
        switch (operator.art() == Art.TEXT ? "" : operator.text()) {
            case "=", "!=":
                folge.nimm();
                return gleich(links, summe(), operator);
            case "<", "<=", ">", ">=":
                folge.nimm();
                return geordnet(links, operator.text(), summe());
            case "between":
                folge.nimm();
                Teil unten = summe();
                folge.verlange("and");
                return zwischen(links, unten, summe());
            case "in":
                folge.nimm();
                return in(links);
            default:
                return links;
        }
    }

    private Teil summe() {
        return rechnung(STRICH, () -> rechnung(PUNKT, this::vorzeichen));
    }

    private Teil gleich(Teil links, Teil rechts, Token operator) {
        boolean ungleich = operator.text().equals("!=");
        if (links.istNull() || rechts.istNull()) {
            Teil feld = links.istNull() ? rechts : links;
            if (feld.ausdruck() instanceof Bezug bezug) {
                Ausdruck gegeben = new Ausdruck.Gegeben(bezug);
                return typen.baue(ungleich ? gegeben : new Ausdruck.Nicht(gegeben), Typ.WAHRHEIT, links.von(), feld);
            }
            if (!feld.istFalsch()) {
                meldungen.fehler(
                        AusdruckFehler.TYP, feld.von(), "Mit null lassen sich nur Felder und Gruppen vergleichen.");
            }
            return Teil.falsch(links.von());
        }
        Teil l = typen.wert(links);
        Teil r = typen.wert(rechts);
        typen.vergleichbar(l, r);
        Ausdruck gleich = new Vergleich(Vergleich.Art.GLEICH, l.ausdruck(), r.ausdruck());
        return typen.baue(ungleich ? new Ausdruck.Nicht(gleich) : gleich, Typ.WAHRHEIT, links.von(), l, r);
    }

    private Teil geordnet(Teil links, String operator, Teil rechts) {
        Teil l = typen.geordnet(links);
        Teil r = typen.geordnet(rechts);
        typen.vergleichbar(l, r);
        boolean vertauscht = operator.startsWith(">");
        Vergleich.Art art = operator.length() == 1 ? Vergleich.Art.KLEINER : Vergleich.Art.HOECHSTENS;
        return typen.baue(
                vertauscht
                        ? new Vergleich(art, r.ausdruck(), l.ausdruck())
                        : new Vergleich(art, l.ausdruck(), r.ausdruck()),
                Typ.WAHRHEIT,
                links.von(),
                l,
                r);
    }

    private Teil zwischen(Teil wert, Teil unten, Teil oben) {
        Teil ab = geordnet(wert, ">=", unten);
        Teil bis = geordnet(wert, "<=", oben);
        return typen.baue(new Ausdruck.Und(List.of(ab.ausdruck(), bis.ausdruck())), Typ.WAHRHEIT, wert.von(), ab, bis);
    }

    private Teil in(Teil was) {
        boolean eckig = folge.ist("[");
        if (!eckig && !folge.ist("(")) {
            throw folge.erwartet("eine Liste wie (\"001\", \"002\") oder ein Bereich wie [1..5]");
        }
        folge.nimm();
        Teil erster = ausdruck();
        if (eckig && folge.nimm("..")) {
            Teil oben = ausdruck();
            folge.verlange("]");
            return zwischen(was, erster, oben);
        }
        List<Teil> werte = new ArrayList<>(List.of(erster));
        while (folge.nimm(",")) {
            werte.add(ausdruck());
        }
        folge.verlange(eckig ? "]" : ")");
        Teil wert = typen.wert(was);
        List<Ausdruck> worin = new ArrayList<>();
        for (Teil teil : werte) {
            Teil einzelner = typen.wert(teil);
            typen.vergleichbar(wert, einzelner);
            worin.add(einzelner.ausdruck());
        }
        werte.add(wert);
        return typen.baue(
                new Ausdruck.Enthalten(wert.ausdruck(), worin), Typ.WAHRHEIT, was.von(), werte.toArray(Teil[]::new));
    }

    private Teil rechnung(Map<String, Rechnung.Art> arten, Supplier<Teil> darunter) {
        Teil links = darunter.get();
        while (folge.hier().art() == Art.ZEICHEN
                && arten.containsKey(folge.hier().text())) {
            Rechnung.Art art = arten.getOrDefault(folge.nimm().text(), Rechnung.Art.PLUS);
            Teil l = typen.wert(links);
            Teil r = typen.wert(darunter.get());
            links = typen.baue(
                    new Rechnung(art, l.ausdruck(), r.ausdruck()), typen.rechnung(art, l, r), links.von(), l, r);
        }
        return links;
    }

    private Teil vorzeichen() {
        if (!folge.ist("-")) {
            return eigenschaften(grundteil());
        }
        int von = folge.nimm().von();
        Teil teil = typen.vom(Typ.ZAHL, eigenschaften(grundteil()));
        return teil.ausdruck() instanceof Konstante k && k.wert() instanceof BigDecimal zahl
                ? new Teil(new Konstante(zahl.negate()), Typ.ZAHL, von)
                : typen.baue(
                        new Rechnung(Rechnung.Art.MINUS, new Konstante(BigDecimal.ZERO), teil.ausdruck()),
                        teil.typ(),
                        von,
                        teil);
    }

    /** {@code (x).year}: properties of what stands in brackets or is the result of a function. */
    private Teil eigenschaften(Teil teil) {
        Teil wert = teil;
        while (folge.nimm(".")) {
            Token name = folge.nimm();
            Optional<Funktion> funktion = Funktion.von("." + name.text());
            if (funktion.isEmpty()) {
                throw meldungen.abbruch(
                        AusdruckFehler.FUNKTION_UNBEKANNT,
                        name.von(),
                        "Nach einem Punkt stehen hier year, month, day oder days.");
            }
            Teil argument = typen.vom(funktion.get().parameter().get(0), wert);
            wert = typen.baue(
                    new Ausdruck.Aufruf(funktion.get(), List.of(argument.ausdruck())),
                    funktion.get().ergebnis(),
                    teil.von(),
                    argument);
        }
        return wert;
    }

    private Teil grundteil() {
        Token hier = folge.hier();
        if (hier.art() == Art.ZAHL) {
            folge.nimm();
            Object zahl = Typ.ZAHL.lies(hier.text());
            if (zahl == null) {
                meldungen.fehler(AusdruckFehler.KONSTANTE, hier.von(), AusdruckFehler.KONSTANTE.abhilfe());
                return Teil.falsch(hier.von());
            }
            return new Teil(new Konstante(zahl), Typ.ZAHL, hier.von());
        }
        if (hier.art() == Art.TEXT) {
            folge.nimm();
            return new Teil(new Konstante(hier.text()), Typ.TEXT, hier.von());
        }
        if (folge.nimm("true") || folge.nimm("false")) {
            return new Teil(new Konstante(hier.text().equals("true")), Typ.WAHRHEIT, hier.von());
        }
        if (folge.nimm("null")) {
            return new Teil(new Ausdruck.Nichts(), Typ.NICHTS, hier.von());
        }
        if (folge.nimm("(")) {
            Teil innen = ausdruck();
            folge.verlange(")");
            return innen;
        }
        if (folge.istName()) {
            return folge.funktionsname() > 0 ? aufrufe.lies() : namen.element(false);
        }
        throw folge.erwartet("ein Wert");
    }
}
