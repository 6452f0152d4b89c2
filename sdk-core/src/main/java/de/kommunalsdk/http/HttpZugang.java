/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ProtocolViolation;
import de.kommunalsdk.error.ServiceUnavailable;

/** The way to one peer. Thread-safe; blocks the caller, at most for the time limit of the request. */
public interface HttpZugang {

    /**
     * Sends a request as often as its retry class allows and gives the last answer, whatever its status.
     *
     * @throws InvalidInput OZG-HTTP-0003 when the address is not allowed
     * @throws ServiceUnavailable OZG-HTTP-0004 and 0005 when the peer surely carried out nothing; for reads and
     *     repeatable writes also 0006, 0007 and 0011; 0010 when the body could not be read
     * @throws ProtocolViolation OZG-HTTP-0009 when the answer is too large
     * @throws AusgangUngewiss OZG-HTTP-0008, instead of all faults after the first byte may have left, for
     *     {@link Wiederholung#EINMAL}
     * @throws OzgException what the source of the body threw
     * @throws IllegalStateException after the factory was closed
     */
    HttpAntwort sende(HttpAnfrage anfrage);
}
