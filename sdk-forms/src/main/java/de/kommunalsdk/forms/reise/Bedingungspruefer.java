/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.ausdruck.Auswerter;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Bedingung;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Evaluates conditions over answers. */
final class Bedingungspruefer {

    private final Antworten antworten;
    private final LocalDate heute;
    private @Nullable Auswerter auswerter; // made by the first condition: most forms have few

    Bedingungspruefer(Antworten antworten, LocalDate heute) {
        this.antworten = antworten;
        this.heute = heute;
    }

    /** Whether the condition of the element at {@code ort} holds; what is not known does not. */
    boolean gilt(Bedingung bedingung, String ort) {
        Auswerter da = auswerter;
        if (da == null) {
            da = new Auswerter(new Formularangaben(antworten.werte(), antworten.anlagen()), heute);
            auswerter = da;
        }
        return da.wahrheit(bedingung.ausdruck(), ort).orElse(false);
    }
}
