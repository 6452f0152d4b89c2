/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Datum;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer as it stands in its control: decimal comma, time without seconds, a date in three boxes. */
final class Eingabetext {

    private static final Pattern TEILDATUM = Pattern.compile("\\d{4}(-\\d{2})?");
    private static final Pattern DEZIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern OHNE_SEKUNDEN = Pattern.compile("\\d\\d:\\d\\d:00");
    private static final Pattern VIER = Pattern.compile("(.{4})(?=.)");

    private Eingabetext() {}

    /** What stands in the controls of a field, one after the other. */
    static String[] teile(Feld feld, String wert) {
        return switch (feld.anzeige()) {
            case DATUM, TEILDATUM -> datumsteile(wert);
            default -> new String[] {von(feld, wert)};
        };
    }

    static String von(Feld feld, String wert) {
        return switch (feld.anzeige()) {
            case ZAHL, GELD -> DEZIMAL.matcher(wert).matches() ? wert.replace('.', ',') : wert;
            case UHRZEIT -> OHNE_SEKUNDEN.matcher(wert).matches() ? wert.substring(0, 5) : wert;
            default ->
                feld.sonderform() == Feld.Sonderform.IBAN ? VIER.matcher(wert).replaceAll("$1 ") : wert;
        };
    }

    /** Day, month, year; as typed when it is no date. */
    static String[] datumsteile(String wert) {
        String[] teile = {"", "", ""};
        if (wert.isEmpty()) {
            return teile;
        }
        Optional<LocalDate> datum = Datum.lies(wert);
        if (datum.isPresent()) {
            LocalDate tag = datum.get();
            teile[0] = String.valueOf(tag.getDayOfMonth());
            teile[1] = String.valueOf(tag.getMonthValue());
            teile[2] = String.valueOf(tag.getYear());
        } else if (TEILDATUM.matcher(wert).matches()) {
            teile[1] = wert.length() > 4 ? wert.substring(5) : "";
            teile[2] = wert.substring(0, 4);
        } else {
            String[] getippt = wert.split("\\.", 3);
            System.arraycopy(getippt, 0, teile, 0, getippt.length);
        }
        return teile;
    }
}
