/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.internal.Schemaschreiber;
import de.kommunalsdk.xml.XmlFehler;
import java.io.OutputStream;

/** Writes XDatenfelder 3.0.0 in canonical form. Thread-safe. */
public final class XdfSchreiber {

    private XdfSchreiber() {}

    /**
     * Writes the message {@code xdatenfelder.stammdatenschema.0102} in UTF-8 and flushes; the stream stays the caller's
     * to close. Elements stand in the order of the standard, one on a line; what is absent in the model is left out. The
     * same model gives the same bytes, and {@link XdfLeser} gives an equal model back. An element that is used twice is
     * written twice, as the standard has it; there are no relations in the model, so none are written.
     *
     * @throws InvalidInput {@link XdfFehler#NICHT_3_0_0} for a schema of another version, {@link
     *     XmlFehler#VERBOTENES_ZEICHEN} for a text that XML cannot carry
     * @throws ServiceUnavailable {@link XmlFehler#SCHREIBFEHLER} when the stream fails
     */
    public static void schreibe(Stammdatenschema schema, Nachrichtenkopf kopf, OutputStream ziel) {
        Schemaschreiber.schreibe(schema, kopf, ziel);
    }
}
