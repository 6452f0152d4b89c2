/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.XdfFehler;

/** Why a pattern is not taken. */
public final class Abgelehnt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final XdfFehler fehler;
    private final String grund;

    private Abgelehnt(XdfFehler fehler, String grund) {
        super(grund);
        this.fehler = fehler;
        this.grund = grund;
    }

    static Abgelehnt nichtErlaubt(String was, int index) {
        return new Abgelehnt(XdfFehler.MUSTER_NICHT_ERLAUBT, was + ", Stelle " + (index + 1));
    }

    static Abgelehnt ungueltig(String was, int index) {
        return new Abgelehnt(XdfFehler.MUSTER_UNGUELTIG, was + ", Stelle " + (index + 1));
    }

    static Abgelehnt zuGross(String was, int index) {
        return new Abgelehnt(XdfFehler.MUSTER_ZU_GROSS, was + ", Stelle " + (index + 1));
    }

    static Abgelehnt zuTief(int index) {
        return new Abgelehnt(
                XdfFehler.MUSTER_ZU_TIEF, "mehr als " + Musterleser.MAX_TIEFE + " Ebenen, Stelle " + (index + 1));
    }

    /** The code of the refusal. */
    public XdfFehler fehler() {
        return fehler;
    }

    /** What is refused, by its name, and where: the first character of the pattern is position 1. */
    public String grund() {
        return grund;
    }
}
