/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.reise.Auswertung;
import java.time.LocalDate;

/** The only one who writes answers into a draft: what is stored is always calculated. */
final class Entwurfsschreiber {

    private final AntragStore antraege;

    Entwurfsschreiber(AntragStore antraege) {
        this.antraege = antraege;
    }

    /**
     * What became of a write.
     *
     * @param antworten what was to be stored, with the calculated fields
     */
    record Ergebnis(Speicherergebnis speicherung, Antworten antworten) {}

    /** Writes answers over those that the draft had when it was read. */
    Ergebnis schreibe(Vorgang v, Antworten neu) {
        Antworten berechnet =
                Auswertung.nach(v.formular(), v.antworten(), neu, v.heute()).antworten();
        return new Ergebnis(antraege.speichern(v.entwurf(), AntwortenFormat.schreibe(berechnet)), berechnet);
    }

    /** Brings a draft into another version; nothing of it was calculated there yet. */
    Speicherergebnis stelleUm(Entwurf entwurf, Formular nach, Antworten neu, LocalDate heute) {
        return antraege.umstellen(
                entwurf, nach.dienst().ref(), AntwortenFormat.schreibe(Auswertung.alle(nach, neu, heute)));
    }
}
