/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.forms.definition.Iban;
import de.kommunalsdk.forms.definition.Wertpruefung;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.zeichen.Din91379;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compiles the quick check of a field: limits become numbers, lists become sets, patterns automata, once. */
final class Pruefungsbau {

    private static final int FRUEHESTENS = 1800_00_00;
    private static final Pattern VERAENDERLICH = Pattern.compile("[*+?]|\\{\\d+,\\d*}");
    private static final int HOECHSTENS_VERAENDERLICH = 3;
    private static final int KURZ = 200;

    private Pruefungsbau() {}

    static Wertpruefung fuer(Feld feld) {
        Praezisierung grenzen = feld.datenfeld().praezisierung();
        return switch (feld.anzeige()) {
            case ZEILE, MEHRZEILIG ->
                feld.sonderform() == Sonderform.EMAIL
                        ? (wert, heute) -> false // rare, and said by the slow check alone
                        : Wertpruefung.text(grenzen.minLength().orElse(0), feld.hoechstlaenge(), inhalt(feld));
            case GANZZAHL -> zahl(grenzen, false);
            case ZAHL, GELD -> zahl(grenzen, true);
            case DATUM -> datum(grenzen, feld.autocomplete().equals("bday"));
            case JA_NEIN -> (wert, heute) -> wert.equals("true") || wert.equals("false");
            case RADIO, AUSWAHL ->
                Wertpruefung.codes(
                        feld.werte().stream().map(Datenfeld.Wert::code).collect(Collectors.toSet()));
            case DATEI, FEST, VERBORGEN -> Wertpruefung.KEINE;
            case UHRZEIT, ZEITPUNKT, TEILDATUM -> (wert, heute) -> false;
        };
    }

    private static Predicate<String> inhalt(Feld feld) {
        Din91379 din = Din91379.fuer(feld.datenfeld().datentyp().zeichensatz());
        Predicate<String> passt = feld.muster().map(Pruefungsbau::muster).orElse(wert -> true);
        return feld.sonderform() == Sonderform.IBAN
                ? wert -> Iban.istGueltig(wert) && passt.test(wert)
                : wert -> din.istSauber(wert) && passt.test(wert);
    }

    /**
     * A short text and a pattern without nested repetitions and with few of varying length cost a backtracking matcher
     * little; for all others there is the automaton, linear whatever the text.
     */
    private static Predicate<String> muster(Muster muster) {
        String quelle = muster.quelle();
        String ohneKlassen = quelle.replaceAll("\\\\.", "x").replaceAll("\\[[^\\]]*]", "x");
        boolean harmlos = !ohneKlassen.matches("(?s).*\\)[*+?{].*")
                && VERAENDERLICH.matcher(ohneKlassen).results().count() <= HOECHSTENS_VERAENDERLICH;
        if (!harmlos) {
            return muster::passt;
        }
        Pattern java = Pattern.compile(muster.alsJava());
        return wert -> wert.length() <= KURZ ? java.matcher(wert).matches() : muster.passt(wert);
    }

    /** Up to 18 digits before the point; limits that are no whole numbers are left to the slow check. */
    private static Wertpruefung zahl(Praezisierung grenzen, boolean bruch) {
        Optional<Long> min = ganz(grenzen.minValue());
        Optional<Long> max = ganz(grenzen.maxValue());
        boolean genau = min.isPresent() == grenzen.minValue().isPresent()
                && max.isPresent() == grenzen.maxValue().isPresent();
        long kleinste = min.orElse(Long.MIN_VALUE);
        long groesste = max.orElse(Long.MAX_VALUE);
        return (wert, heute) -> {
            int ende = wert.length();
            boolean negativ = wert.charAt(0) == '-';
            int i = negativ ? 1 : 0;
            int anfang = i;
            long ganz = 0;
            while (i < ende && ziffer(wert, i)) {
                ganz = ganz * 10 + (wert.charAt(i++) - '0');
                if (i - anfang > 18) {
                    return false;
                }
            }
            boolean rest = false;
            if (i < ende && i > anfang && bruch && wert.charAt(i) == '.') {
                int punkt = i++;
                while (i < ende && ziffer(wert, i)) {
                    rest |= wert.charAt(i++) != '0';
                }
                if (i == punkt + 1 || i - punkt > 19) {
                    return false;
                }
            }
            long unten = negativ ? -ganz - (rest ? 1 : 0) : ganz;
            long oben = negativ ? -ganz : ganz + (rest ? 1 : 0);
            return genau && i == ende && i > anfang && unten >= kleinste && oben <= groesste;
        };
    }

    private static Optional<Long> ganz(Optional<BigDecimal> grenze) {
        return grenze.filter(g -> g.stripTrailingZeros().scale() <= 0 && g.precision() - g.scale() <= 18)
                .map(BigDecimal::longValue);
    }

    private static Wertpruefung datum(Praezisierung grenzen, boolean geburt) {
        int frueh = Math.max(FRUEHESTENS, Math.max(0, alsZahl(grenzen.minDate())));
        int grenze = alsZahl(grenzen.maxDate());
        int spaet = grenze < 0 ? Integer.MAX_VALUE : grenze;
        return (wert, heute) -> {
            int tag = alsZahl(wert);
            return tag >= frueh && tag <= spaet && (!geburt || tag <= heute);
        };
    }

    /** A date of the calendar as {@code yyyymmdd}, -1 for anything else. */
    private static int alsZahl(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return -1;
        }
        int zahl = 0;
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7) {
                if (!ziffer(text, i)) {
                    return -1;
                }
                zahl = zahl * 10 + (text.charAt(i) - '0');
            }
        }
        int tag = zahl % 100;
        int monat = zahl / 100 % 100;
        int jahr = zahl / 10_000;
        return monat >= 1 && monat <= 12 && tag >= 1 && tag <= tage(jahr, monat) ? zahl : -1;
    }

    private static int tage(int jahr, int monat) {
        return switch (monat) {
            case 2 -> jahr % 4 == 0 && (jahr % 100 != 0 || jahr % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean ziffer(String text, int stelle) {
        char zeichen = text.charAt(stelle);
        return zeichen >= '0' && zeichen <= '9';
    }
}
