/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import de.kommunalsdk.error.OzgException;

/**
 * A write of class {@link Wiederholung#EINMAL} may or may not have happened. The caller asks the peer what became of
 * it; sending again could do it twice, so this fault is not retryable. The cause is the fault that hid the outcome.
 */
public final class AusgangUngewiss extends OzgException {

    private static final long serialVersionUID = 1L;

    /** Creates the fault; {@code detail} holds no personal data. */
    public AusgangUngewiss(String detail, OzgException ursache) {
        super(HttpFehler.AUSGANG_UNGEWISS, detail, false, ursache);
    }
}
