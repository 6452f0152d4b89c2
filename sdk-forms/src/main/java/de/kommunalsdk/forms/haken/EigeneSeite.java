/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.seiten.Formularansicht;
import java.io.IOException;
import java.io.Writer;

/**
 * Shows all fields of a page in place of the SDK. Heading, errors, buttons and hidden fields of the form stay those of the
 * SDK, and so do reading, checking and saving.
 */
public non-sealed interface EigeneSeite extends Haken {

    /** Whether this one shows the page. */
    boolean zeigt(Formular formular, Formularseite seite);

    /** Writes trusted HTML: controls whose names and ids are the places of {@code ansicht.plaetze()}. */
    void schreibe(Formularansicht ansicht, Writer ziel) throws IOException;
}
