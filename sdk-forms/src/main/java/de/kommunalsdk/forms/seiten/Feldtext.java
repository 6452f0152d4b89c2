/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a template says about a field, whatever was answered. */
public final class Feldtext {

    /** A select with more entries than this can be searched, where scripts run. */
    public static final int LANGE_LISTE = 15;

    private Feldtext() {}

    /** Number of the first entry that a repetition shows. */
    public static int ersterEintrag(String eintrag) {
        return Integer.parseInt(eintrag.substring(eintrag.lastIndexOf('-') + 1));
    }

    /** The class of a field's element. */
    public static String klasse(boolean fehler) {
        return fehler ? "ozg-feld ozg-feld-fehler" : "ozg-feld";
    }

    /** Value of {@code autocomplete}; null when there is none. */
    public static @Nullable String merkmal(Feld feld) {
        return feld.autocomplete().isEmpty() ? null : feld.autocomplete();
    }

    /** Ids of the texts that describe a field, for aria-describedby, in the order of the page; null when there are none. */
    public static @Nullable String beschrieben(Formularansicht f, FeldPlatz platz) {
        String id = f.ansicht().id(platz.ort());
        StringJoiner ids = new StringJoiner(" ");
        haenge(ids, id + "_hilfe", hatHilfe(platz.feld()));
        haenge(ids, id + "_fehler", f.fehler(platz.ort()).isPresent());
        haenge(ids, id + "_herkunft", !f.herkunft(platz.ort()).isEmpty());
        haenge(ids, id + "_zaehler", zaehlt(platz.feld()));
        return ids.length() == 0 ? null : ids.toString();
    }

    private static void haenge(StringJoiner ids, String id, boolean da) {
        if (da) {
            ids.add(id);
        }
    }

    /** Whether a field says how many characters it takes. */
    public static boolean zaehlt(Feld feld) {
        return feld.anzeige() == Feld.Anzeige.MEHRZEILIG
                && feld.datenfeld().praezisierung().maxLength().isPresent();
    }

    /** Whether a field has a help text, an example or limits to be read. */
    public static boolean hatHilfe(Feld feld) {
        return !feld.hilfe().isBlank() || !feld.beispiel().isBlank() || feld.anzeige() == Feld.Anzeige.DATEI;
    }

    /** The limit of a file in whole megabytes of a million bytes, rounded down. */
    public static String megabyte(Feld feld) {
        return String.valueOf(feld.maxBytes() / 1_000_000);
    }

    /** Media types as people know them. */
    public static String dateitypen(Feld feld) {
        return String.join(
                ", ",
                feld.medientypen().stream()
                        .map(typ -> Dateityp.vonMedientyp(typ)
                                .map(Dateityp::bezeichnung)
                                .orElse(typ))
                        .toList());
    }
}
