/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import de.kommunalsdk.error.ServiceUnavailable;

/**
 * Port to a place that wraps keys with a key of its own, which never leaves it: a hardware security module or the key
 * service of a data centre. Thread-safe; blocks the caller.
 */
public interface Schluesselschutz {

    /**
     * Wraps a key, so that it may be stored.
     *
     * @param schluessel the clear key; not kept and not changed
     * @return a form that only {@link #auswickeln} of the same place reads; may differ at each call
     * @throws ServiceUnavailable when the place does not answer
     */
    byte[] einwickeln(byte[] schluessel);

    /**
     * Unwraps a key.
     *
     * @return the clear key in a new array
     * @throws IllegalArgumentException when it was not wrapped here or was changed
     * @throws ServiceUnavailable when the place does not answer
     */
    byte[] auswickeln(byte[] eingewickelt);
}
