/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.schema.internal.Plan;
import de.kommunalsdk.schema.internal.Planer;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.Namensgebung;
import java.util.List;

/** What an instance of a schema may look like: names, multiplicities and limits, made once. Immutable and thread-safe. */
public final class Bauplan {

    private final Stammdatenschema schema;
    private final Namensgebung namen;
    private final Plan.Gruppe wurzel;
    private final List<CodelisteReferenz> fehlendeListen;

    private Bauplan(Stammdatenschema schema, Namensgebung namen, Planer planer) {
        namen.wurzel(schema); // refuses what is no name
        this.schema = schema;
        this.namen = namen;
        this.wurzel = planer.plane(schema);
        this.fehlendeListen = planer.fehlendeListen();
    }

    /** With the names of the FIM-XSLT and without external code lists. */
    public static Bauplan von(Stammdatenschema schema) {
        return von(schema, Namensgebung.FIM_XSLT, Listenquelle.KEINE);
    }

    /**
     * Makes the plan.
     *
     * @param listen asked once per field; a list that it does not have is noted in {@link #fehlendeListen}
     * @throws InvalidInput with a code of {@link SchemaFehler} (MEHRDEUTIG, ZU_GROSS, UNERFUELLBAR), of
     *     {@link de.kommunalsdk.xdatenfelder.XdfFehler} for a pattern that cannot be written for all three, or
     *     {@link de.kommunalsdk.xfall.XfallFehler#NAME}
     */
    public static Bauplan von(Stammdatenschema schema, Namensgebung namen, Listenquelle listen) {
        return new Bauplan(schema, namen, new Planer(listen));
    }

    public Stammdatenschema schema() {
        return schema;
    }

    public Namensgebung namen() {
        return namen;
    }

    /** The code lists that the schema refers to and that were not at hand, each once: their fields take every code. */
    public List<CodelisteReferenz> fehlendeListen() {
        return fehlendeListen;
    }

    Plan.Gruppe wurzel() {
        return wurzel;
    }
}
