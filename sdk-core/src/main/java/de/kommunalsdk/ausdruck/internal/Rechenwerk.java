/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.Ausdruck.Aggregat;
import de.kommunalsdk.ausdruck.Ausdruck.Rechnung;
import de.kommunalsdk.ausdruck.Ausdruck.Vergleich;
import de.kommunalsdk.ausdruck.Auswerter;
import de.kommunalsdk.ausdruck.Funktion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on values. Null is unknown: values of types that do not fit give it, and so does what is too large. */
public final class Rechenwerk {

    // FEEL: numbers are decimals of 34 digits
    private static final MathContext GENAU = MathContext.DECIMAL128;
    private static final int DEZIMALEN = 30;

    private Rechenwerk() {}

    /** Whether a relation holds. */
    public static @Nullable Boolean vergleiche(Vergleich.Art art, Object links, @Nullable Object rechts) {
        if (rechts == null || links.getClass() != rechts.getClass()) {
            return null;
        }
        if (links instanceof BigDecimal l && rechts instanceof BigDecimal r) {
            return erfuellt(art, l.compareTo(r));
        } else if (links instanceof LocalDate l && rechts instanceof LocalDate r) {
            return erfuellt(art, l.compareTo(r));
        } else if (links instanceof LocalTime l && rechts instanceof LocalTime r) {
            return erfuellt(art, l.compareTo(r));
        } else if (links instanceof LocalDateTime l && rechts instanceof LocalDateTime r) {
            return erfuellt(art, l.compareTo(r));
        }
        return art == Vergleich.Art.GLEICH ? links.equals(rechts) : null;
    }

    private static boolean erfuellt(Vergleich.Art art, int ordnung) {
        return switch (art) {
            case GLEICH -> ordnung == 0;
            case KLEINER -> ordnung < 0;
            case HOECHSTENS -> ordnung <= 0;
        };
    }

    /** Arithmetic of numbers, days and texts. */
    public static @Nullable Object rechne(Rechnung.Art art, Object links, @Nullable Object rechts) {
        if (rechts == null) {
            return null;
        }
        try {
            if (links instanceof BigDecimal l && rechts instanceof BigDecimal r) {
                return zahlen(art, l, r);
            } else if (links instanceof LocalDate l && rechts instanceof LocalDate r && art == Rechnung.Art.MINUS) {
                return Period.ofDays(Math.toIntExact(ChronoUnit.DAYS.between(r, l)));
            } else if (links instanceof LocalDate l && rechts instanceof Period r) {
                return art == Rechnung.Art.PLUS ? l.plus(r) : art == Rechnung.Art.MINUS ? l.minus(r) : null;
            } else if (links instanceof String l && rechts instanceof String r && art == Rechnung.Art.PLUS) {
                return l.length() + r.length() > Auswerter.MAX_TEXT ? null : l + r;
            }
        } catch (DateTimeException | ArithmeticException e) {
            return null; // beyond the last day there is
        }
        return null;
    }

    private static @Nullable BigDecimal zahlen(Rechnung.Art art, BigDecimal l, BigDecimal r) {
        return switch (art) {
            case PLUS -> begrenzt(l.add(r, GENAU));
            case MINUS -> begrenzt(l.subtract(r, GENAU));
            case MAL -> begrenzt(l.multiply(r, GENAU));
            case GETEILT -> r.signum() == 0 ? null : begrenzt(l.divide(r, GENAU));
        };
    }

    private static @Nullable BigDecimal begrenzt(BigDecimal zahl) {
        if (zahl.precision() - zahl.scale() > Auswerter.GROESSTE) {
            return null;
        }
        return zahl.scale() > 2 * DEZIMALEN ? zahl.setScale(2 * DEZIMALEN, RoundingMode.HALF_EVEN) : zahl;
    }

    /** One value of many. */
    public static @Nullable Object fasseZusammen(Aggregat.Art art, List<Object> werte) {
        return switch (art) {
            case ANZAHL -> BigDecimal.valueOf(werte.size());
            case SUMME -> summe(werte);
            case MITTEL -> werte.isEmpty() ? null : mittel(werte);
            case KLEINSTES -> aeusserstes(werte, true);
            case GROESSTES -> aeusserstes(werte, false);
        };
    }

    private static @Nullable Object summe(List<Object> werte) {
        Object summe = BigDecimal.ZERO;
        for (Object wert : werte) {
            summe = summe == null ? null : rechne(Rechnung.Art.PLUS, summe, wert);
        }
        return summe;
    }

    private static @Nullable Object mittel(List<Object> werte) {
        Object summe = summe(werte);
        return summe == null ? null : rechne(Rechnung.Art.GETEILT, summe, BigDecimal.valueOf(werte.size()));
    }

    private static @Nullable Object aeusserstes(List<Object> werte, boolean kleinstes) {
        Object bisher = null;
        for (Object wert : werte) {
            if (bisher == null) {
                bisher = wert;
                continue;
            }
            Boolean kleiner = vergleiche(Vergleich.Art.KLEINER, wert, bisher);
            if (kleiner == null) {
                return null;
            }
            bisher = kleiner == kleinstes ? wert : bisher;
        }
        return bisher;
    }

    /** A function of known arguments. */
    public static @Nullable Object rufe(Funktion funktion, List<Object> a, LocalDate heute) {
        if (funktion == Funktion.TODAY) {
            return heute;
        }
        if (a.size() == 2 && a.get(0) instanceof String text && a.get(1) instanceof String teil) {
            return switch (funktion) {
                case CONTAINS -> text.contains(teil);
                case STARTS_WITH -> text.startsWith(teil);
                case ENDS_WITH -> text.endsWith(teil);
                default -> null;
            };
        }
        Object erstes = a.isEmpty() ? null : a.get(0);
        if (erstes instanceof BigDecimal zahl) {
            return zahl(funktion, zahl, a);
        } else if (erstes instanceof LocalDate tag) {
            return switch (funktion) {
                case AGE -> BigDecimal.valueOf(Period.between(tag, heute).getYears());
                case YEAR -> BigDecimal.valueOf(tag.getYear());
                case MONTH -> BigDecimal.valueOf(tag.getMonthValue());
                case DAY -> BigDecimal.valueOf(tag.getDayOfMonth());
                default -> null;
            };
        } else if (erstes instanceof String text && funktion == Funktion.STRING_LENGTH) {
            return BigDecimal.valueOf(text.codePointCount(0, text.length()));
        } else if (erstes instanceof Period dauer && funktion == Funktion.DAYS && dauer.toTotalMonths() == 0) {
            return BigDecimal.valueOf(dauer.getDays());
        }
        return null;
    }

    private static @Nullable BigDecimal zahl(Funktion funktion, BigDecimal zahl, List<Object> a) {
        return switch (funktion) {
            case FLOOR -> zahl.setScale(0, RoundingMode.FLOOR);
            case CEILING -> zahl.setScale(0, RoundingMode.CEILING);
            case ABS -> zahl.abs();
            case MIN -> a.size() == 2 && a.get(1) instanceof BigDecimal andere ? zahl.min(andere) : null;
            case MAX -> a.size() == 2 && a.get(1) instanceof BigDecimal andere ? zahl.max(andere) : null;
            case ROUND_HALF_UP ->
                a.size() == 2
                                && a.get(1) instanceof BigDecimal stellen
                                && stellen.abs().compareTo(BigDecimal.valueOf(DEZIMALEN)) <= 0
                                && stellen.stripTrailingZeros().scale() <= 0
                        ? zahl.setScale(stellen.intValueExact(), RoundingMode.HALF_UP)
                        : null;
            default -> null;
        };
    }
}
