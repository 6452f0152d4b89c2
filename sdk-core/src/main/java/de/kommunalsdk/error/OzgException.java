/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Root of all faults of the SDK. Expected outcomes are values; an exception means that the caller cannot go on as
 * planned. The message holds the code and a fixed text, never personal data.
 */
public abstract class OzgException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fehlercode fehlercode;
    private final String code;
    private final boolean retryable;
    private final String correlationId;

    /**
     * Creates a fault.
     *
     * @param fehlercode the stable code
     * @param detail technical detail without personal data; may be empty
     * @param retryable whether the same call may succeed later
     * @param cause the cause, or null
     */
    protected OzgException(Fehlercode fehlercode, String detail, boolean retryable, @Nullable Throwable cause) {
        super(fehlercode.code() + ": " + fehlercode.bedeutung() + (detail.isEmpty() ? "" : " (" + detail + ")"), cause);
        this.fehlercode = fehlercode;
        this.code = fehlercode.code();
        this.retryable = retryable;
        this.correlationId = UUID.randomUUID().toString();
    }

    /** The stable code with its texts. */
    public Fehlercode fehlercode() {
        return fehlercode;
    }

    /** The stable code, for example {@code OZG-MANDANT-0003}. */
    public String code() {
        return code;
    }

    /** Whether the same call may succeed later without a change. */
    public boolean retryable() {
        return retryable;
    }

    /** A random id that stands in the log and on the page, so that both can be matched. */
    public String correlationId() {
        return correlationId;
    }
}
