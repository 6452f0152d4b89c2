/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.mandant.Mandant;
import java.util.Locale;

/**
 * What a hook is called about.
 *
 * @param antworten all answers of the draft, also those of pages that are not relevant; personal data, not to be logged
 * @param sprache of the citizen's page
 */
public record Kontext(Mandant mandant, AntragId antrag, Formular formular, Antworten antworten, Locale sprache) {

    /** Without the answers. */
    @Override
    public String toString() {
        return "Kontext[" + mandant.id() + " " + formular.dienst().ref() + "]";
    }
}
