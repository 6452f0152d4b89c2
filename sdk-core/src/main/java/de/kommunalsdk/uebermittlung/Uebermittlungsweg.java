/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.uebermittlung;

/**
 * Port: one way to a Fachverfahren. Thread-safe, blocking. Called by a job, again and again until it gives a final
 * outcome, so it must be idempotent by {@link Paket#schluessel()}: the same key never delivers twice.
 */
public interface Uebermittlungsweg {

    /** Id that a Dienst or a Mandant names in its configuration, for example {@code ablage}. */
    String id();

    /** Delivers a packet. Throws nothing for expected outcomes. */
    Uebermittlungsergebnis uebermitteln(Paket paket);
}
