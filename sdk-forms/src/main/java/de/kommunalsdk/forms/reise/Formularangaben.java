/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.ausdruck.Ortsangaben;
import de.kommunalsdk.ausdruck.Typ;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Answers of a form for expressions: a day of birth in parts of which some are unknown is read as one. */
final class Formularangaben extends Ortsangaben {

    /** Day, month and year of the harmonised group "Geburtsdatum (teilbekannt)" end in 231, 232, 233: XDF3, XDF2. */
    private static final List<String> TEILE = List.of(".F60000000", ".F60000");

    Formularangaben(SortedMap<String, String> werte, SortedMap<String, ?> anlagen) {
        super(werte, anlagen);
    }

    @Override
    public String wert(String ort) {
        String wert = super.wert(ort);
        return wert.isEmpty() ? ausTeilen(ort) : wert;
    }

    private String ausTeilen(String ort) {
        for (String feld : TEILE) {
            String jahr = super.wert(ort + feld + "233");
            if (jahr.isEmpty()) {
                continue;
            }
            String bisMonat = jahr + "-" + zweistellig(super.wert(ort + feld + "232"));
            String bisTag = bisMonat + "-" + zweistellig(super.wert(ort + feld + "231"));
            return Stream.of(bisTag, bisMonat, jahr)
                    .filter(text -> Typ.TEILDATUM.lies(text) != null)
                    .findFirst()
                    .orElse("");
        }
        return "";
    }

    private static String zweistellig(String zahl) {
        return zahl.length() == 1 ? "0" + zahl : zahl;
    }
}
