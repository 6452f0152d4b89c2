/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

import de.kommunalsdk.mandant.MandantId;

/**
 * Port for short notices to a citizen, mail in most portals. Thread-safe. Called by jobs, so it may block, for less than
 * a minute. A fault that may pass is {@code ServiceUnavailable}: it is tried again, for about two and a half days.
 */
public interface Benachrichtigung {

    /**
     * Sends a plain text.
     *
     * <p>Idempotent by {@code schluessel}: a process that dies between sending and noting it down sends again with the
     * same key. Over SMTP a {@code Message-ID} made of it lets the receiving side drop the second copy.
     *
     * @param empfaenger one address, without a display name
     * @param betreff one line
     */
    void sende(MandantId mandant, String schluessel, String empfaenger, String betreff, String text);
}
