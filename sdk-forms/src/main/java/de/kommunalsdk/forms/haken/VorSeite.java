/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

import de.kommunalsdk.forms.definition.Formularseite;
import java.util.Optional;

/** Called before a page of a form is shown. */
@FunctionalInterface
public non-sealed interface VorSeite extends Haken {

    /** A text to be read above the page, in the language of the context; empty: nothing. A fault is logged as OZG-FORM-0027. */
    Optional<String> hinweis(Kontext kontext, Formularseite seite);
}
