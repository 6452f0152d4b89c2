/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.xdatenfelder.regel.Land;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a citizen can go in a form. All methods are pure functions of the form, the answers and the day. Thread-safe.
 */
public interface Reise {

    /** The journey by the rules of the schema and the conditions of the overlay, in no Land. */
    static Reise standard() {
        return Standardreise.OHNE_LAND;
    }

    /** The same for a Mandant: rules that ask for the Land know it. */
    static Reise fuer(Mandant mandant) {
        return new Standardreise(Land.von(mandant.regionalschluessel()));
    }

    /** The pages that matter for these answers, in order; never empty. */
    List<Formularseite> seiten(Formular formular, Antworten antworten, LocalDate heute);

    /**
     * All errors of one page, in the order of the page; required ones included, and those of rules whose target stands
     * here and whose other answers are given, or were asked for here or before.
     */
    List<Feldfehler> pruefe(Formular formular, Formularseite seite, Antworten antworten, LocalDate heute);

    /** The same when every page was asked: also of rules that look at empty answers of later pages. */
    List<Feldfehler> pruefeAbschliessend(Formular formular, Formularseite seite, Antworten antworten, LocalDate heute);

    /** The first relevant page that still has errors; empty when the Antrag can be reviewed. */
    Optional<Formularseite> ersteUnvollstaendige(Formular formular, Antworten antworten, LocalDate heute);
}
