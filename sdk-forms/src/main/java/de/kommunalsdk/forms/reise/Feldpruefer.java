/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.forms.definition.Iban;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks one answer, given in canonical form or as typed, against its field. */
final class Feldpruefer {

    private static final Pattern ZAHL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern GANZZAHL = Pattern.compile("-?\\d{1,18}");
    private static final Pattern UHRZEIT = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]{1,63}(\\.[^\\s@.]{1,63}){1,8}");
    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final LocalDate heute;

    Feldpruefer(LocalDate heute) {
        this.heute = heute;
    }

    /** The first rule that the answer breaks; {@code wert} is not empty. */
    Optional<Feldfehler> pruefe(Feld feld, String ort, String wert) {
        return switch (feld.anzeige()) {
            case ZEILE, MEHRZEILIG -> zeichen(feld, ort, wert).or(() -> text(feld, ort, wert));
            case GANZZAHL ->
                GANZZAHL.matcher(wert).matches() ? zahl(feld, ort, wert) : fehler(feld, ort, Art.KEINE_GANZZAHL);
            case ZAHL, GELD -> ZAHL.matcher(wert).matches() ? zahl(feld, ort, wert) : fehler(feld, ort, Art.KEINE_ZAHL);
            case DATUM -> datum(feld, ort, wert);
            case TEILDATUM ->
                Datum.spaetestens(wert).isPresent() && feld.muster().stream().allMatch(m -> m.passt(wert))
                        ? Optional.empty()
                        : fehler(feld, ort, Art.KEIN_DATUM);
            case UHRZEIT -> UHRZEIT.matcher(wert).matches() ? Optional.empty() : fehler(feld, ort, Art.KEINE_UHRZEIT);
            case ZEITPUNKT ->
                wert.length() >= 16
                                && wert.charAt(10) == 'T'
                                && Datum.lies(wert.substring(0, 10)).isPresent()
                                && UHRZEIT.matcher(wert.substring(11)).matches()
                        ? Optional.empty()
                        : fehler(feld, ort, Art.KEIN_DATUM);
            case JA_NEIN ->
                wert.equals("true") || wert.equals("false")
                        ? Optional.empty()
                        : fehler(feld, ort, Art.KEIN_WAHRHEITSWERT);
            case RADIO, AUSWAHL ->
                feld.werte().stream().anyMatch(w -> w.code().equals(wert))
                        ? Optional.empty()
                        : fehler(feld, ort, Art.NICHT_IN_LISTE);
            case DATEI, FEST, VERBORGEN -> Optional.empty();
        };
    }

    /** Where the first character stands that DIN 91379 does not allow here, and what to write instead. */
    private static Optional<Feldfehler> zeichen(Feld feld, String ort, String wert) {
        Zeichenpruefung pruefung =
                Din91379.fuer(feld.datenfeld().datentyp().zeichensatz()).pruefe(wert);
        if (pruefung.ok()) {
            return Optional.empty();
        }
        Zeichenbefund erster = pruefung.befunde().get(0);
        List<String> angaben = new ArrayList<>(List.of(
                String.valueOf(erster.zeichen() + 1), gezeigt(erster, wert), String.valueOf(pruefung.anzahl() - 1)));
        erster.vorschlag().ifPresent(angaben::add);
        return fehler(feld, ort, Art.ZEICHEN, angaben.toArray(String[]::new));
    }

    /** What can be seen is shown as it is, all else by its number. */
    private static String gezeigt(Zeichenbefund befund, String wert) {
        boolean sichtbar =
                switch (befund.grund()) {
                    case EMOJI, KOMBINATION, ANDERER_ZEICHENSATZ, ANDERE_AUSGABE, NICHT_IN_DIN_91379 ->
                        befund.bis() - befund.von() <= 20 && !Character.isSpaceChar(befund.codePoint());
                    default -> false;
                };
        return sichtbar ? wert.substring(befund.von(), befund.bis()) : befund.alsUnicode();
    }

    private static Optional<Feldfehler> text(Feld feld, String ort, String wert) {
        Praezisierung grenzen = feld.datenfeld().praezisierung();
        int laenge = wert.codePointCount(0, wert.length());
        int mindestens = grenzen.minLength().orElse(0);
        int hoechstens = feld.hoechstlaenge();
        if (laenge < mindestens) {
            return fehler(feld, ort, Art.ZU_KURZ, String.valueOf(mindestens));
        }
        if (laenge > hoechstens) {
            return fehler(feld, ort, Art.ZU_LANG, String.valueOf(hoechstens));
        }
        if (feld.sonderform() == Sonderform.IBAN && !Iban.istGueltig(wert)) {
            return fehler(feld, ort, Art.IBAN);
        }
        if (feld.sonderform() == Sonderform.EMAIL && !EMAIL.matcher(wert).matches()) {
            return fehler(feld, ort, Art.EMAIL);
        }
        if (feld.muster().isPresent() && !feld.muster().get().passt(wert)) {
            return feld.beispiel().isEmpty()
                    ? fehler(feld, ort, Art.MUSTER)
                    : fehler(feld, ort, Art.MUSTER, feld.beispiel());
        }
        return Optional.empty();
    }

    private static Optional<Feldfehler> zahl(Feld feld, String ort, String wert) {
        Praezisierung grenzen = feld.datenfeld().praezisierung();
        BigDecimal zahl = new BigDecimal(wert);
        if (grenzen.minValue().filter(min -> zahl.compareTo(min) < 0).isPresent()) {
            return fehler(feld, ort, Art.ZU_KLEIN, anzeige(grenzen.minValue().get()));
        }
        if (grenzen.maxValue().filter(max -> zahl.compareTo(max) > 0).isPresent()) {
            return fehler(feld, ort, Art.ZU_GROSS, anzeige(grenzen.maxValue().get()));
        }
        return Optional.empty();
    }

    private Optional<Feldfehler> datum(Feld feld, String ort, String wert) {
        Optional<LocalDate> datum = Datum.lies(wert);
        if (datum.isEmpty() || datum.get().getYear() < 1800) {
            return fehler(feld, ort, Art.KEIN_DATUM);
        }
        Praezisierung grenzen = feld.datenfeld().praezisierung();
        Optional<LocalDate> frueh = Datum.lies(grenzen.minDate());
        Optional<LocalDate> spaet = Datum.lies(grenzen.maxDate());
        if (feld.autocomplete().equals("bday")
                && spaet.filter(s -> s.isBefore(heute)).isEmpty()) {
            spaet = Optional.of(heute);
        }
        if (frueh.filter(f -> datum.get().isBefore(f)).isPresent()) {
            return fehler(feld, ort, Art.DATUM_ZU_FRUEH, frueh.get().format(DEUTSCH));
        }
        if (spaet.filter(s -> datum.get().isAfter(s)).isPresent()) {
            return fehler(feld, ort, Art.DATUM_ZU_SPAET, spaet.get().format(DEUTSCH));
        }
        return Optional.empty();
    }

    private static String anzeige(BigDecimal zahl) {
        return zahl.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static Optional<Feldfehler> fehler(Feld feld, String ort, Art art, String... angaben) {
        return Optional.of(new Feldfehler(ort, art, feld.beschriftung(), List.of(angaben)));
    }
}
