/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Thinks of answers to any field: what a citizen types, and what must be kept of it. */
public final class Antwortgeber {

    private static final String BUCHSTABEN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüÄÖÜßéčşłĀȘ0123456789-'";
    private static final List<String> IBANS = List.of("DE89370400440532013000", "GB82WEST12345698765432");

    private final Random zufall;
    private final LocalDate heute;

    /** The same answers for the same seed. */
    public Antwortgeber(Random zufall, LocalDate heute) {
        this.zufall = zufall;
        this.heute = heute;
    }

    /**
     * An answer.
     *
     * @param felder what a browser sends, by what comes after the place in the name of the control
     * @param wert what is kept
     */
    public record Antwort(Map<String, String> felder, String wert) {

        static Antwort von(String getippt, String wert) {
            return new Antwort(Map.of("", getippt), wert);
        }

        static Antwort von(String tag, String monat, String jahr, String wert) {
            return new Antwort(Map.of(".tag", tag, ".monat", monat, ".jahr", jahr), wert);
        }

        /** What a browser sends for this at a place. */
        public Map<String, String> an(String ort) {
            Map<String, String> dort = new LinkedHashMap<>();
            felder.forEach((teil, text) -> dort.put(ort + teil, text));
            return dort;
        }
    }

    /** No answer, where one stood perhaps. */
    public static Antwort keine(Feld feld) {
        return switch (feld.anzeige()) {
            case DATUM, TEILDATUM -> Antwort.von("", "", "", "");
            default -> Antwort.von("", "");
        };
    }

    /** A right answer; a field whose pattern is none that is known here has none. */
    public Optional<Antwort> richtige(Feld feld) {
        Praezisierung grenzen = feld.datenfeld().praezisierung();
        return switch (feld.anzeige()) {
            case ZEILE, MEHRZEILIG -> text(feld);
            case GANZZAHL, ZAHL, GELD -> Optional.of(zahl(feld, grenzen));
            case DATUM -> Optional.of(datum(feld, grenzen));
            case TEILDATUM -> Optional.of(Antwort.von("", "2", "2004", "2004-02"));
            case UHRZEIT -> Optional.of(Antwort.von("08:15", "08:15:00"));
            case ZEITPUNKT -> Optional.of(Antwort.von("2026-11-23T08:15", "2026-11-23T08:15:00"));
            case JA_NEIN -> Optional.of(gleich(String.valueOf(zufall.nextBoolean())));
            case RADIO, AUSWAHL ->
                Optional.of(gleich(
                        feld.werte().get(zufall.nextInt(feld.werte().size())).code()));
            case DATEI, FEST, VERBORGEN -> Optional.empty();
        };
    }

    /** A wrong answer of which every character is kept; of what cannot be typed, a forged one. */
    public Optional<Antwort> falsche(Feld feld) {
        return switch (feld.anzeige()) {
            case ZEILE, MEHRZEILIG -> Optional.of(gleich(falscherText(feld)));
            case GANZZAHL -> Optional.of(gleich(List.of("zwölf", "1,5", "-").get(zufall.nextInt(3))));
            case ZAHL, GELD ->
                Optional.of(gleich(List.of("viel", "1,2,3", "1e3").get(zufall.nextInt(3))));
            case DATUM, TEILDATUM ->
                Optional.of(
                        zufall.nextBoolean()
                                ? Antwort.von("31", "2", "2024", "31.2.2024")
                                : Antwort.von("heute", "", "", "heute.."));
            case UHRZEIT, ZEITPUNKT -> Optional.of(gleich("bald"));
            case JA_NEIN, RADIO, AUSWAHL -> Optional.of(gleich("gibtesnicht"));
            case DATEI, FEST, VERBORGEN -> Optional.empty();
        };
    }

    private static Antwort gleich(String text) {
        return Antwort.von(text, text);
    }

    private String falscherText(Feld feld) {
        int hoechstens = feld.hoechstlaenge();
        return hoechstens <= 300 && zufall.nextBoolean() ? "x".repeat(hoechstens + 1) : "Hund \uD83D\uDC15";
    }

    private Optional<Antwort> text(Feld feld) {
        if (feld.sonderform() == Sonderform.EMAIL) {
            return Optional.of(gleich("erika" + zufall.nextInt(1_000_000) + "@example.org"));
        }
        if (feld.sonderform() == Sonderform.IBAN) {
            String iban = IBANS.get(zufall.nextInt(IBANS.size()));
            return Optional.of(
                    Antwort.von(iban.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 "), iban));
        }
        if (feld.muster().isPresent()) {
            return Optional.of(String.valueOf(10_000 + zufall.nextInt(89_999)))
                    .filter(feld.muster().get()::passt)
                    .map(Antwortgeber::gleich);
        }
        Praezisierung grenzen = feld.datenfeld().praezisierung();
        int min = Math.max(1, grenzen.minLength().orElse(1));
        int max = Math.min(feld.hoechstlaenge(), min + 40);
        StringBuilder text = new StringBuilder();
        for (int i = min + zufall.nextInt(max - min + 1); i > 0; i--) {
            boolean rand = text.isEmpty() || i == 1 || text.charAt(text.length() - 1) <= ' ';
            boolean leer = !rand && zufall.nextInt(8) == 0;
            text.append(
                    !leer
                            ? BUCHSTABEN.charAt(zufall.nextInt(BUCHSTABEN.length()))
                            : feld.anzeige() == Feld.Anzeige.MEHRZEILIG && zufall.nextBoolean() ? '\n' : ' ');
        }
        String wert = text.toString();
        return Optional.of(Antwort.von(getippt(wert), wert));
    }

    /** As browsers and systems send it: lines with CR LF, blanks at the ends, letters and their marks apart. */
    private String getippt(String wert) {
        String text = wert.replace("\n", "\r\n");
        return switch (zufall.nextInt(4)) {
            case 0 -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case 1 -> " " + text + " ";
            default -> text;
        };
    }

    private Antwort zahl(Feld feld, Praezisierung grenzen) {
        BigDecimal min = grenzen.minValue().orElse(BigDecimal.ZERO);
        BigDecimal max = grenzen.maxValue().orElse(min.max(BigDecimal.ZERO).add(new BigDecimal(99_999)));
        if (feld.pfad().matches(".*G60000(000)?083\\.F[0-9]+") && max.intValue() == 31) {
            max = new BigDecimal(28); // a day that each month has
        }
        int stellen = feld.anzeige() == Feld.Anzeige.GANZZAHL ? 0 : 2;
        BigDecimal zahl = min.add(max.subtract(min).multiply(BigDecimal.valueOf(zufall.nextDouble())))
                .setScale(stellen, RoundingMode.HALF_EVEN)
                .max(min)
                .min(max)
                .setScale(stellen, RoundingMode.DOWN);
        String wert = zahl.toPlainString();
        String deutsch = wert.replace('.', ',');
        return Antwort.von(feld.anzeige() == Feld.Anzeige.GELD ? deutsch + " €" : deutsch, wert);
    }

    private Antwort datum(Feld feld, Praezisierung grenzen) {
        LocalDate ab = grenzen.minDate().isEmpty() ? LocalDate.of(1900, 1, 1) : LocalDate.parse(grenzen.minDate());
        LocalDate bis = grenzen.maxDate().isEmpty()
                ? feld.autocomplete().equals("bday") ? heute : ab.plusYears(150)
                : LocalDate.parse(grenzen.maxDate());
        LocalDate tag = LocalDate.ofEpochDay(zufall.nextLong(ab.toEpochDay(), bis.toEpochDay() + 1));
        return Antwort.von(
                String.valueOf(tag.getDayOfMonth()),
                String.valueOf(tag.getMonthValue()),
                String.valueOf(tag.getYear()),
                tag.toString());
    }
}
