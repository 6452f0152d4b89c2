/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Ergebnis;

/** Says that a page could not be had, so that a rule cannot be checked. Not a fault: it has no stack trace. */
public final class NichtMoeglich extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String grund;
    private final boolean imWeg;

    public NichtMoeglich(String code, String grund) {
        this(code, grund, true);
    }

    private NichtMoeglich(String code, String grund, boolean imWeg) {
        super(code, null, false, false);
        this.code = code;
        this.grund = grund;
        this.imWeg = imWeg;
    }

    /** Says that there is nothing that the rule speaks of. */
    public static NichtMoeglich nichtGeprueft(String code, String grund) {
        return new NichtMoeglich(code, grund, false);
    }

    public Ergebnis ergebnis() {
        return imWeg ? new Ergebnis.NichtPruefbar(code, grund) : new Ergebnis.NichtGeprueft(code, grund);
    }

    /** Stable, for example {@code zeitgrenze}. */
    public String code() {
        return code;
    }

    /** What was in the way, for people. */
    public String grund() {
        return grund;
    }
}
