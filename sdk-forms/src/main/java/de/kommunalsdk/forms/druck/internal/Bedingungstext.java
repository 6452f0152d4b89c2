/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck.internal;

import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Bedingung.Alle;
import de.kommunalsdk.forms.definition.Bedingung.Ausgefuellt;
import de.kommunalsdk.forms.definition.Bedingung.Eine;
import de.kommunalsdk.forms.definition.Bedingung.Gleich;
import de.kommunalsdk.forms.definition.Bedingung.JuengerAls;
import de.kommunalsdk.forms.definition.Bedingung.Kleiner;
import de.kommunalsdk.forms.definition.Bedingung.Nicht;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a condition in words; empty when it is too long to be understood in passing. */
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

    /** The part after "wenn". */
    Optional<String> von(Bedingung bedingung) {
        return Optional.of(worte(bedingung, false)).filter(t -> !t.isEmpty() && t.length() <= LESBAR);
    }

    private String worte(Bedingung b, boolean verneint) {
        String nicht = verneint ? "nicht " : "";
        if (b instanceof Gleich g) {
            return name(g.pfad()) + " " + nicht
                    + g.werte().stream().map(w -> wert(g.pfad(), w)).collect(Collectors.joining(" oder ")) + " ist";
        } else if (b instanceof Ausgefuellt a) {
            return name(a.pfad()) + " " + nicht + "ausgefüllt ist";
        } else if (b instanceof Kleiner k) {
            return name(k.pfad()) + " " + nicht + "kleiner als "
                    + k.grenze().toPlainString().replace('.', ',') + " ist";
        } else if (b instanceof JuengerAls j) {
            return "die Person bei " + name(j.pfad()) + " " + nicht + "jünger als " + j.jahre() + " Jahre ist";
        } else if (b instanceof Nicht n) {
            return worte(n.bedingung(), !verneint);
        } else if (b instanceof Alle alle) {
            return viele(alle.bedingungen(), verneint, verneint);
        } else if (b instanceof Eine eine) {
            return viele(eine.bedingungen(), verneint, !verneint);
        }
        return "";
    }

    private String viele(List<Bedingung> bedingungen, boolean verneint, boolean oder) {
        List<String> teile = bedingungen.stream().map(b -> worte(b, verneint)).toList();
        return teile.contains("") ? "" : String.join(oder ? " oder wenn " : " und wenn ", teile);
    }

    private String name(String pfad) {
        Baustein b = elemente.get(pfad);
        String name = b instanceof Feld f ? f.beschriftung() : b instanceof Gruppe g ? g.titel() : pfad;
        return "„" + name + "“";
    }

    private String wert(String pfad, String wert) {
        if (wert.equals("true") || wert.equals("false")) {
            return wert.equals("true") ? "„Ja“" : "„Nein“";
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
