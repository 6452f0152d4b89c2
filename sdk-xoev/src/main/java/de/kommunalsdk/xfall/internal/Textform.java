/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xfall.XfallFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Checks and normalises the text of a field by its data type. */
final class Textform {

    private static final Pattern GANZZAHL = Pattern.compile("[+-]?\\d{1,100}");
    private static final Pattern ZAHL = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");

    private Textform() {}

    /** The text in the form that XML Schema expects of its type. */
    static String geprueft(Datenfeld feld, String text, String pfad) {
        if (!text.codePoints().allMatch(SecureXml::istZeichen)) {
            throw Instanzbauer.abgelehnt(XfallFehler.VERBOTENES_ZEICHEN, pfad, "");
        }
        if (istText(feld)) {
            return zeichen(feld, text, pfad);
        }
        try {
            return switch (feld.datentyp()) {
                case NUM_INT -> zahl(text, GANZZAHL);
                case NUM, NUM_CURRENCY -> zahl(text, ZAHL);
                case BOOL -> wahrheitswert(text);
                case DATE -> LocalDate.parse(text).toString();
                case TIME -> LocalTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_TIME);
                case DATETIME -> zeitpunkt(text);
                default -> zeichen(feld, text, pfad);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            // the cause would quote the value
            throw Instanzbauer.abgelehnt(XfallFehler.FALSCHE_FORM, pfad, "");
        }
    }

    /** The text in NFC, if DIN 91379 allows all of it. */
    private static String zeichen(Datenfeld feld, String text, String pfad) {
        Din91379 din = Din91379.fuer(feld.datentyp().zeichensatz());
        String normal = din.normalisiere(text);
        Zeichenpruefung pruefung = din.pruefe(normal);
        if (!pruefung.ok()) {
            throw Instanzbauer.abgelehnt(
                    XfallFehler.NICHT_DIN_91379, pfad, pruefung.befunde().get(0).toString());
        }
        return normal;
    }

    /** Whether the value travels as a text: the code of a list does, whatever its data type says. */
    static boolean istText(Datenfeld feld) {
        return feld.feldart() == Datenfeld.Feldart.SELECT;
    }

    private static String zahl(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("number");
        }
        return new BigDecimal(text).toPlainString();
    }

    private static String wahrheitswert(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("bool");
        }
        return text;
    }

    private static String zeitpunkt(String text) {
        boolean mitZone = text.endsWith("Z") || text.matches(".{16,}[+-]\\d{2}:\\d{2}");
        return mitZone
                ? OffsetDateTime.parse(text).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                : LocalDateTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
