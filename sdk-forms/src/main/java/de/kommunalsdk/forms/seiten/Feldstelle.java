/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import gg.jte.TemplateOutput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a field stands on a page, and the pattern that it had last. Thread-safe. */
final class Feldstelle {

    private final FeldPlatz platz;
    private volatile @Nullable Gemerkt gemerkt;

    /** The pattern of a field in which something is chosen, or that is typed. */
    private record Gemerkt(@Nullable String wahl, Feldmuster muster) {}

    Feldstelle(FeldPlatz platz) {
        this.platz = platz;
    }

    /** Writes the field: the host's own, by its pattern when only the answer is to be put in, or by its template. */
    void schreibe(Formularansicht f, TemplateOutput ziel) {
        String eigen = f.eigenerBaustein(platz);
        if (eigen != null) {
            ziel.writeContent(eigen);
            return;
        }
        String wert = f.antworten().wert(platz.ort());
        Feldmuster muster =
                Musterbuch.istSchlicht(f, platz, wert) ? muster(f, Musterbuch.wahl(platz.feld(), wert)) : null;
        if (muster == null) {
            f.teil("feld", platz).writeTo(ziel);
        } else {
            muster.schreibe(Eingabetext.teile(platz.feld(), wert), ziel);
        }
    }

    private @Nullable Feldmuster muster(Formularansicht f, @Nullable String wahl) {
        Gemerkt bisher = gemerkt;
        if (bisher != null && Objects.equals(bisher.wahl, wahl)) {
            return bisher.muster;
        }
        Feldmuster muster = f.ansicht().vorlagen().muster().zu(f, platz, wahl);
        if (muster != null) {
            gemerkt = new Gemerkt(wahl, muster);
        }
        return muster;
    }
}
