/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

import de.kommunalsdk.mandant.MandantId;

/** Port for short notices to a citizen, mail in most portals. Thread-safe. Called by jobs, so it may block. */
public interface Benachrichtigung {

    /** Sends a plain text; idempotent by {@code schluessel}. */
    void sende(MandantId mandant, String schluessel, String empfaenger, String betreff, String text);
}
