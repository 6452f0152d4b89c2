/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import org.jspecify.annotations.Nullable;

/** The caller gave something that is not allowed; correct the input. */
public final class InvalidInput extends OzgException {

    private static final long serialVersionUID = 1L;

    /** Creates the fault; {@code detail} holds no personal data. */
    public InvalidInput(Fehlercode code, String detail) {
        this(code, detail, null);
    }

    /** Creates the fault with its cause. */
    public InvalidInput(Fehlercode code, String detail, @Nullable Throwable cause) {
        super(code, detail, false, cause);
    }
}
