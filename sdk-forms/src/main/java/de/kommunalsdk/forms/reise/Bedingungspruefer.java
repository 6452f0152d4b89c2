/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.ausdruck.Auswerter;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Bedingung;
import java.time.LocalDate;

/** Evaluates conditions over answers. */
final class Bedingungspruefer {

    private final Auswerter auswerter;

    Bedingungspruefer(Antworten antworten, LocalDate heute) {
        this.auswerter = new Auswerter(new Formularangaben(antworten.werte(), antworten.anlagen()), heute);
    }

    /** Whether the condition of the element at {@code ort} holds; what is not known does not. */
    boolean gilt(Bedingung bedingung, String ort) {
        return auswerter.wahrheit(bedingung.ausdruck(), ort).orElse(false);
    }
}
