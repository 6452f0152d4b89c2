/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.blob;

import java.io.InputStream;

/** Clear bytes that are stored; any number of streams, from any place, one after the other or at once. */
public interface Inhalt {

    /** All bytes. */
    long groesse();

    /**
     * The bytes from {@code stelle} on, none beyond the end. The caller closes the stream. What reading throws:
     * {@link Anlagenspeicher#oeffnen}.
     */
    InputStream ab(long stelle);
}
