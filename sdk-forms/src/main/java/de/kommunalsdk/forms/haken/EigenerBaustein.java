/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.seiten.Formularansicht;
import java.io.IOException;
import java.io.Writer;

/** Shows a field in place of the SDK, for example a map to choose a point on. Reading and checking stay as they are. */
public non-sealed interface EigenerBaustein extends Haken {

    /** Whether this one shows the field. */
    boolean zeigt(Feld feld);

    /**
     * Writes trusted HTML: a control whose name and id are {@code platz.ort()}, its label, and what {@code
     * ansicht.fehler(platz.ort())} says. Whoever writes it escapes; inline scripts and styles are blocked.
     */
    void schreibe(Formularansicht ansicht, FeldPlatz platz, Writer ziel) throws IOException;
}
