/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.error.Fehlercode;

/** Ends a request with an error page. Not a fault: it has no stack trace. */
final class Abbruch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Fehlercode fehler;
    private final String text;

    Abbruch(int status, Fehlercode fehler, String text) {
        super(fehler.code(), null, false, false);
        this.status = status;
        this.fehler = fehler;
        this.text = text;
    }

    int status() {
        return status;
    }

    Fehlercode fehler() {
        return fehler;
    }

    /** Key of the text that the citizen reads. */
    String text() {
        return text;
    }
}
