/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import de.kommunalsdk.xfall.Wertart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random valid values of a schema, made from the schema itself and not from the plan that is under test. */
final class Instanzgenerator {

    private static final String ZEICHEN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÄÖÜäöüßéšłØĀ <&>'\"-,.\n";

    private final Random zufall;
    private final Listenquelle listen;
    private final Mustergenerator muster;

    Instanzgenerator(Random zufall, Listenquelle listen) {
        this.zufall = zufall;
        this.listen = listen;
        this.muster = new Mustergenerator(zufall);
    }

    Gruppenwert instanz(Stammdatenschema schema) {
        return gruppe(schema.struktur(), false);
    }

    private Gruppenwert gruppe(List<Struktur> struktur, boolean auswahl) {
        Map<String, List<Wert>> kinder = new HashMap<>();
        List<Struktur> teile = struktur.stream().filter(t -> !istLabel(t)).toList();
        Struktur gewaehlt = auswahl ? teile.get(zufall.nextInt(teile.size())) : null;
        for (Struktur teil : teile) {
            int min = teil == gewaehlt
                    ? Math.max(1, teil.anzahl().min())
                    : teil.anzahl().min();
            int max = Math.min(teil.anzahl().max(), min + 2);
            int anzahl = !auswahl || teil == gewaehlt ? min + zufall.nextInt(max - min + 1) : 0;
            kinder.put(
                    teil.element().id(),
                    IntStream.range(0, anzahl).mapToObj(i -> wert(teil)).toList());
        }
        return new Gruppenwert(kinder);
    }

    static boolean istLabel(Struktur teil) {
        return teil.element() instanceof Datenfeld feld && feld.feldart() == Datenfeld.Feldart.LABEL;
    }

    Wert wert(Struktur teil) {
        if (teil.element() instanceof Datenfeldgruppe gruppe) {
            return gruppe(gruppe.struktur(), gruppe.auswahlgruppe());
        }
        Datenfeld feld = (Datenfeld) teil.element();
        return switch (Wertart.von(feld)) {
            case ANLAGE -> new Anlagewert("anlage-" + zufall.nextInt(99) + ".pdf", "", "");
            case CODE -> new Feldwert(code(feld));
            case WAHRHEITSWERT -> new Feldwert(String.valueOf(zufall.nextBoolean()));
            case DATUM -> new Feldwert(tag(feld.praezisierung()).toString());
            case ZEIT -> new Feldwert(zeit());
            case ZEITPUNKT -> new Feldwert(tag(Praezisierung.KEINE) + "T" + zeit() + zone());
            case GANZZAHL -> new Feldwert(zahl(feld.praezisierung(), 0));
            case ZAHL -> new Feldwert(zahl(feld.praezisierung(), zufall.nextInt(5)));
            case TEXT -> new Feldwert(text(feld.praezisierung()));
        };
    }

    boolean hatListe(Datenfeld feld) {
        return !liste(feld).isEmpty();
    }

    private List<Datenfeld.Wert> liste(Datenfeld feld) {
        return !feld.werte().isEmpty()
                ? feld.werte()
                : feld.codeliste().flatMap(c -> listen.finde(c, feld.spalten())).orElse(List.of());
    }

    private String code(Datenfeld feld) {
        List<Datenfeld.Wert> werte = liste(feld);
        return werte.isEmpty()
                ? "frei " + zufall.nextInt(1000)
                : werte.get(zufall.nextInt(werte.size())).code();
    }

    private LocalDate tag(Praezisierung grenzen) {
        long ab = LocalDate.parse(grenzen.minDate().isEmpty() ? "1000-01-01" : grenzen.minDate())
                .toEpochDay();
        long bis = LocalDate.parse(grenzen.maxDate().isEmpty() ? "9999-12-31" : grenzen.maxDate())
                .toEpochDay();
        return LocalDate.ofEpochDay(
                zufall.nextInt(8) == 0 ? ab : zufall.nextInt(8) == 0 ? bis : zufall.nextLong(ab, bis + 1));
    }

    private String zeit() {
        String zeit = LocalTime.ofSecondOfDay(zufall.nextInt(86_400)).toString();
        return zeit.length() == 5 ? zeit + ":00" : zeit;
    }

    private String zone() {
        return List.of("", "Z", "+01:00", "-05:30", "+14:00").get(zufall.nextInt(5));
    }

    private String zahl(Praezisierung grenzen, int stellen) {
        BigDecimal min = grenzen.minValue().orElse(new BigDecimal("-99999999999999999999"));
        BigDecimal max =
                grenzen.maxValue().orElse(min.max(BigDecimal.ZERO).add(new BigDecimal("99999999999999999999")));
        BigDecimal zahl =
                switch (zufall.nextInt(8)) {
                    case 0 -> min;
                    case 1 -> max;
                    default ->
                        min.add(max.subtract(min).multiply(BigDecimal.valueOf(zufall.nextDouble())))
                                .setScale(stellen, RoundingMode.HALF_EVEN)
                                .max(min)
                                .min(max);
                };
        if (stellen == 0) {
            zahl = zahl.setScale(0, zahl.equals(min) ? RoundingMode.CEILING : RoundingMode.FLOOR);
        }
        return zahl.toPlainString();
    }

    private String text(Praezisierung grenzen) {
        int min = Math.max(1, grenzen.minLength().orElse(1));
        int max = grenzen.maxLength().orElse(min + 40);
        if (!grenzen.pattern().isEmpty()) {
            return muster.text(grenzen.pattern(), min, max);
        }
        int laenge =
                switch (zufall.nextInt(6)) {
                    case 0 -> min;
                    case 1 -> max;
                    default -> min + zufall.nextInt(Math.min(max - min, 30) + 1);
                };
        return text(laenge);
    }

    String text(int laenge) {
        StringBuilder text = new StringBuilder(laenge);
        for (int i = 0; i < laenge; i++) {
            text.append(ZEICHEN.charAt(zufall.nextInt(ZEICHEN.length())));
        }
        return text.toString();
    }
}
