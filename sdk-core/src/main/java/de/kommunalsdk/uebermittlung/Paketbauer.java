/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.uebermittlung;

import de.kommunalsdk.antrag.Antrag;

/**
 * Port: makes the packet of a frozen Antrag. Implemented by the form runtime, which knows the schema. Deterministic:
 * the same Antrag gives the same bytes. Throws {@code OzgException}; a retryable one is tried again, any other one
 * becomes a Klaerungsfall.
 */
public interface Paketbauer {

    /** The packet for {@code antrag} with the idempotency key {@code schluessel}. */
    Paket baue(Antrag antrag, String schluessel);
}
