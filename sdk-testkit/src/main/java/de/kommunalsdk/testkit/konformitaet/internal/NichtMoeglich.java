/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

/** Says that a page could not be had, so that a rule cannot be checked. Not a fault: it has no stack trace. */
public final class NichtMoeglich extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String grund;

    public NichtMoeglich(String code, String grund) {
        super(code, null, false, false);
        this.code = code;
        this.grund = grund;
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
