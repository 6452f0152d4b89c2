/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Aufruf;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Ausdruck.Enthalten;
import de.kommunalsdk.ausdruck.Ausdruck.Gegeben;
import de.kommunalsdk.ausdruck.Ausdruck.Konstante;
import de.kommunalsdk.ausdruck.Ausdruck.Nicht;
import de.kommunalsdk.ausdruck.Ausdruck.Oder;
import de.kommunalsdk.ausdruck.Ausdruck.Sicher;
import de.kommunalsdk.ausdruck.Ausdruck.Und;
import de.kommunalsdk.ausdruck.Ausdruck.Vergleich;
import de.kommunalsdk.ausdruck.Funktion;
import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says simple conditions in words; empty for one that is calculated, or too long to be understood in passing. */
final class Bedingungstext {

    private static final int LESBAR = 200;

    private final Map<String, Baustein> elemente = new HashMap<>();

    Bedingungstext(Formular formular) {
        elemente.putAll(formular.gruppen());
        for (Formularseite seite : formular.seiten()) {
            merke(seite.bausteine());
        }
    }

    private void merke(List<Baustein> bausteine) {
        for (Baustein b : bausteine) {
            elemente.put(b.pfad(), b);
            if (b instanceof Gruppe gruppe) {
                merke(gruppe.kinder());
            }
        }
    }

    /** The part after "wenn"; {@code traeger} is the path of the element that carries the condition, empty for a page. */
    Optional<String> von(Bedingung bedingung, String traeger) {
        return Optional.of(worte(bedingung.ausdruck(), traeger, false))
                .filter(t -> !t.isEmpty() && t.length() <= LESBAR);
    }

    private String worte(Ausdruck a, String traeger, boolean verneint) {
        String nicht = verneint ? "nicht " : "";
        if (a instanceof Sicher sicher) {
            return worte(sicher.was(), traeger, verneint);
        } else if (a instanceof Nicht nein) {
            return worte(nein.was(), traeger, !verneint);
        } else if (a instanceof Und und) {
            return viele(und.teile(), traeger, verneint, verneint);
        } else if (a instanceof Oder oder) {
            return viele(oder.teile(), traeger, verneint, !verneint);
        } else if (a instanceof Gegeben gegeben) {
            return name(pfad(gegeben.bezug(), traeger)) + " " + nicht + "ausgefüllt ist";
        } else if (a instanceof Enthalten in && in.was() instanceof Bezug was && sindKonstanten(in.worin())) {
            String pfad = pfad(was, traeger);
            return name(pfad) + " " + nicht
                    + in.worin().stream().map(k -> wert(pfad, (Konstante) k)).collect(Collectors.joining(" oder "))
                    + " ist";
        } else if (a instanceof Vergleich v && v.rechts() instanceof Konstante grenze) {
            return vergleich(v, grenze, traeger, nicht);
        }
        return "";
    }

    private String vergleich(Vergleich v, Konstante grenze, String traeger, String nicht) {
        boolean alter = v.links() instanceof Aufruf ruf && ruf.funktion() == Funktion.AGE;
        Ausdruck links = alter ? v.links().teile().get(0) : v.links();
        if (!(links instanceof Bezug bezug)) {
            return "";
        }
        String pfad = pfad(bezug, traeger);
        String zahl = String.valueOf(grenze.wert()).replace('.', ',');
        return switch (v.art()) {
            case GLEICH -> alter ? "" : name(pfad) + " " + nicht + wert(pfad, grenze) + " ist";
            case KLEINER ->
                alter
                        ? "die Person bei " + name(pfad) + " " + nicht + "jünger als " + zahl + " Jahre ist"
                        : name(pfad) + " " + nicht + "kleiner als " + zahl + " ist";
            case HOECHSTENS -> alter ? "" : name(pfad) + " " + nicht + "höchstens " + zahl + " ist";
        };
    }

    private static boolean sindKonstanten(List<Ausdruck> teile) {
        return teile.stream().allMatch(Konstante.class::isInstance);
    }

    private String viele(List<Ausdruck> teile, String traeger, boolean verneint, boolean oder) {
        List<String> worte =
                teile.stream().map(t -> worte(t, traeger, verneint)).toList();
        return worte.contains("") ? "" : String.join(oder ? " oder wenn " : " und wenn ", worte);
    }

    /** The first steps of the carrier's path, then those of the reference. */
    private static String pfad(Bezug bezug, String traeger) {
        Stream<String> davor = traeger.isEmpty()
                ? Stream.empty()
                : Arrays.stream(traeger.split("\\.", -1)).limit(bezug.ebenen());
        return Stream.concat(davor, bezug.schritte().stream())
                .filter(teil -> !teil.isEmpty())
                .collect(Collectors.joining("."));
    }

    private String name(String pfad) {
        Baustein b = elemente.get(pfad);
        String name = b instanceof Feld f ? f.beschriftung() : b instanceof Gruppe g ? g.titel() : pfad;
        return "„" + name + "“";
    }

    private String wert(String pfad, Konstante konstante) {
        String wert = String.valueOf(konstante.wert());
        if (konstante.wert() instanceof Boolean ja) {
            return ja ? "„Ja“" : "„Nein“";
        }
        return "„"
                + (elemente.get(pfad) instanceof Feld f
                        ? f.werte().stream()
                                .filter(w -> w.code().equals(wert))
                                .map(w -> w.name())
                                .findFirst()
                                .orElse(wert)
                        : wert)
                + "“";
    }
}
