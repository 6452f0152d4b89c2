/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck;

import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.druck.internal.Druckzeilen;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form of a Dienst on paper: all pages, with boxes to tick and lines to write on. */
public final class Blankoformular {

    private Blankoformular() {}

    /**
     * The template of the blank form.
     *
     * @param mandant whom it is sent to; without one there are lines to write the address on
     * @param stand date in the document's properties
     */
    public static Druckvorlage vorlage(Formular formular, Optional<Mandant> mandant, Instant stand) {
        OzgDienst dienst = formular.dienst();
        boolean synthetisch = !formular.synthetischeCodelisten().isEmpty();
        Map<String, Object> werte = new HashMap<>();
        mandant.ifPresent(m -> {
            werte.put("mandant", m);
            werte.put("stelle", Druckseite.stelle(m, dienst.id()));
        });
        werte.put("synthetisch", synthetisch);
        werte.put("dienst", dienst);
        werte.put(
                "adresse", mandant.map(m -> m.url("/" + dienst.id()).toString()).orElse(""));
        werte.put("zeilen", Druckzeilen.von(formular));
        String herausgeber = mandant.map(Mandant::name).orElse("");
        return new Druckvorlage(
                Druckseite.xhtml("blanko", dienst.ref().toString() + (synthetisch ? " SYNTHETISCH" : ""), werte),
                dienst.titel() + (synthetisch ? " (SYNTHETISCH)" : ""),
                "Formular zum Ausfüllen von Hand, Version " + dienst.ref().version(),
                herausgeber.isEmpty() ? "Kommunal-SDK" : herausgeber,
                Locale.GERMAN,
                "blanko " + dienst.ref() + " " + herausgeber,
                stand,
                List.of());
    }
}
