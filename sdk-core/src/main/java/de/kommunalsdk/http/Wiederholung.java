/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

/**
 * How often a request may reach the peer. Repeated are: no connection, lost connection, time limit of one read, and
 * the answers 429, 502, 503 and 504. {@code Retry-After} is respected; when it asks for more than the longest pause or
 * the rest of the time limit, the call ends with that answer.
 */
public enum Wiederholung {
    /** A request without effect; repeated. */
    LESEN,
    /** A write that the peer recognises by a key and carries out once; repeated. */
    WIEDERHOLBARES_SCHREIBEN,
    /** A write that must not happen twice: sent at most once; see {@link AusgangUngewiss}. */
    EINMAL
}
