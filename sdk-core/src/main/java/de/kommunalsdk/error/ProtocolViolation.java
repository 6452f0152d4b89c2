/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import org.jspecify.annotations.Nullable;

/** A peer broke its specification; somebody has to look at it. */
public final class ProtocolViolation extends OzgException {

    private static final long serialVersionUID = 1L;

    /** Creates the fault; {@code detail} holds no personal data. */
    public ProtocolViolation(Fehlercode code, String detail) {
        this(code, detail, null);
    }

    /** Creates the fault with its cause. */
    public ProtocolViolation(Fehlercode code, String detail, @Nullable Throwable cause) {
        super(code, detail, false, cause);
    }
}
