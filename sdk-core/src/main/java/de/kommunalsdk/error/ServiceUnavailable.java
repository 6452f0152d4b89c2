/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import org.jspecify.annotations.Nullable;

/** A service, disk or database does not answer; try again later. */
public final class ServiceUnavailable extends OzgException {

    private static final long serialVersionUID = 1L;

    /** Creates the fault; {@code detail} holds no personal data. */
    public ServiceUnavailable(Fehlercode code, String detail) {
        this(code, detail, null);
    }

    /** Creates the fault with its cause. */
    public ServiceUnavailable(Fehlercode code, String detail, @Nullable Throwable cause) {
        super(code, detail, true, cause);
    }
}
