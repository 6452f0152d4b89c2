/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

/**
 * How often a request may reach the peer. Repeated are: no connection, lost connection, time limit of one read, and
 * the answers 429, 502, 503 and 504. {@code Retry-After} is respected; what it asks beyond the longest pause, or
 * beyond the time limit of the call, ends the call with that answer. A failed TLS handshake is not repeated.
 */
public enum Wiederholung {
    /** A request without effect; repeated. */
    LESEN,
    /** A write that the peer recognises by a key and carries out once; repeated. */
    WIEDERHOLBARES_SCHREIBEN,
    /** A write that must not happen twice: sent at most once; see {@link AusgangUngewiss}. */
    EINMAL
}
