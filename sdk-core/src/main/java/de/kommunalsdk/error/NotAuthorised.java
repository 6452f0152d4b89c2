/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import org.jspecify.annotations.Nullable;

/** The caller may not do this. */
public final class NotAuthorised extends OzgException {

    private static final long serialVersionUID = 1L;

    /** Creates the fault; {@code detail} holds no personal data. */
    public NotAuthorised(Fehlercode code, String detail) {
        this(code, detail, null);
    }

    /** Creates the fault with its cause. */
    public NotAuthorised(Fehlercode code, String detail, @Nullable Throwable cause) {
        super(code, detail, false, cause);
    }
}
