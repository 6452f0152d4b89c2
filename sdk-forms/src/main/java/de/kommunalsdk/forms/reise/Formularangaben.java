/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.ausdruck.Ortsangaben;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Answers of a form for expressions: a day of birth in parts of which some are unknown is read as one. */
final class Formularangaben extends Ortsangaben {

    Formularangaben(SortedMap<String, String> werte, SortedMap<String, ?> anlagen) {
        super(werte, anlagen);
    }

    @Override
    public String wert(String ort) {
        String wert = super.wert(ort);
        boolean gruppe = wert.isEmpty() && ort.startsWith("G", ort.lastIndexOf('.') + 1);
        return gruppe ? ausTeilen(ort) : wert;
    }

    private String ausTeilen(String ort) {
        List<String> teile = Datum.teile(super::wert, ort);
        String bisMonat = teile.get(2) + "-" + zweistellig(teile.get(1));
        String bisTag = bisMonat + "-" + zweistellig(teile.get(0));
        return Stream.of(bisTag, bisMonat, teile.get(2))
                .filter(text -> Datum.spaetestens(text).isPresent())
                .findFirst()
                .orElse("");
    }

    private static String zweistellig(String zahl) {
        return zahl.length() == 1 ? "0" + zahl : zahl;
    }
}
