/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A field of a page as HTML. */
record Feldinhalt(Formularansicht f, FeldPlatz platz) implements Content {

    @Override
    public void writeTo(TemplateOutput ziel) {
        new Feldstelle(platz).schreibe(f, ziel);
    }
}
