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
 * Where a citizen can go in a form: pure functions of the form, the answers and the day. Who asks more than once for the
 * same answers takes a {@link #lage Lage}, which works each thing out only once. Thread-safe.
 */
public final class Reise {

    private static final Reise OHNE_LAND = new Reise(Optional.empty());

    private final Optional<Land> land;

    Reise(Optional<Land> land) {
        this.land = land;
    }

    /** The journey by the rules of the schema and the conditions of the overlay, in no Land. */
    public static Reise standard() {
        return OHNE_LAND;
    }

    /** The same for a Mandant: rules that ask for the Land know it. */
    public static Reise fuer(Mandant mandant) {
        return new Reise(Land.von(mandant.regionalschluessel()));
    }

    /** All that follows from these answers. */
    public Lage lage(Formular formular, Antworten antworten, LocalDate heute) {
        return new Lage(formular, antworten, heute, land);
    }

    /** See {@link Lage#seiten}. */
    public List<Formularseite> seiten(Formular formular, Antworten antworten, LocalDate heute) {
        return lage(formular, antworten, heute).seiten();
    }

    /** See {@link Lage#fehler}. */
    public List<Feldfehler> pruefe(Formular formular, Formularseite seite, Antworten antworten, LocalDate heute) {
        return lage(formular, antworten, heute).fehler(seite);
    }

    /** See {@link Lage#alleFehler}. */
    public List<Feldfehler> pruefeAbschliessend(
            Formular formular, Formularseite seite, Antworten antworten, LocalDate heute) {
        return lage(formular, antworten, heute).alleFehler(seite);
    }

    /** See {@link Lage#ersteUnvollstaendige}. */
    public Optional<Formularseite> ersteUnvollstaendige(Formular formular, Antworten antworten, LocalDate heute) {
        return lage(formular, antworten, heute).ersteUnvollstaendige();
    }
}
