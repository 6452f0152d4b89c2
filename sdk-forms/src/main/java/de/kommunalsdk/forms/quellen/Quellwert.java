/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Datum;
import de.kommunalsdk.forms.reise.Feldpruefer;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts the value of a source into a field, as though it had been typed there. */
final class Quellwert {

    private static final int HOECHSTENS = 200_000; // characters of one answer of a port

    private Quellwert() {}

    /** Whether a port sent more than anybody could have typed. */
    static boolean zuGross(Collection<String> werte) {
        return werte.stream().anyMatch(wert -> wert.length() > Eingabe.MAX_ZEICHEN)
                || werte.stream().mapToLong(String::length).sum() > HOECHSTENS;
    }

    /**
     * The answers with the value and its provenance. A value that breaks a rule of the field is kept and may be changed, so
     * that the citizen can correct it; empty when the field cannot even show it.
     */
    static Optional<Antworten> setze(Antworten antworten, Feld feld, String wert, Herkunft herkunft, LocalDate heute) {
        String ort = feld.pfad();
        String text = wert.strip();
        boolean zeigbar =
                switch (feld.anzeige()) {
                    case JA_NEIN -> text.equals("true") || text.equals("false");
                    case RADIO, AUSWAHL ->
                        feld.werte().stream().anyMatch(w -> w.code().equals(text));
                    default -> true;
                };
        if (!zeigbar) {
            return Optional.empty();
        }
        Antworten neu = Eingabe.lies(
                List.of(new FeldPlatz(ort, feld, false)), antworten.mit(ort, ""), name -> getippt(feld, name, text));
        String kanonisch = neu.wert(ort);
        if (kanonisch.isEmpty()) {
            return Optional.empty();
        }
        boolean gueltig = new Feldpruefer(heute).pruefe(feld, ort, kanonisch).isEmpty();
        return Optional.of(neu.mit(neu.nachweise().mit(ort, gueltig ? herkunft : herkunft.aenderbar())));
    }

    private static String getippt(Feld feld, String name, String text) {
        return switch (feld.anzeige()) {
            case DATUM -> datumsteil(name, text);
            // a comma, as people type it: a point alone could be read as one between thousands
            case GANZZAHL, ZAHL, GELD -> text.matches("-?\\d+\\.\\d+") ? text.replace('.', ',') : text;
            default -> text;
        };
    }

    private static String datumsteil(String name, String text) {
        List<String> teile = Datum.lies(text)
                .map(d -> List.of(
                        String.valueOf(d.getDayOfMonth()),
                        String.valueOf(d.getMonthValue()),
                        String.format("%04d", d.getYear())))
                .orElseGet(() -> Arrays.asList(Arrays.copyOf(text.split("\\.", 3), 3)));
        String teil = teile.get(name.endsWith(".tag") ? 0 : name.endsWith(".monat") ? 1 : 2);
        return teil == null ? "" : teil;
    }

    /** The answers without one that a source gave and nobody changed; what the citizen typed since stays. */
    static Antworten ohne(Antworten antworten, String ort, Herkunft herkunft) {
        Antworten neu = herkunft.geaendert() ? antworten : antworten.mit(ort, "");
        return neu.mit(neu.nachweise().ohne(ort));
    }

    /** The same for all that one source gave. */
    static Antworten ohne(Antworten antworten, String quelle) {
        Antworten[] neu = {antworten};
        antworten.nachweise().herkunft().forEach((ort, h) -> {
            if (h.quelle().equals(quelle)) {
                neu[0] = ohne(neu[0], ort, h);
            }
        });
        return neu[0];
    }
}
