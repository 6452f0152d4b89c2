/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.anmeldung;

import de.kommunalsdk.postfach.Postfachadresse;
import java.util.Optional;

/**
 * What a login leaves with the Antrag that was handed in with it.
 *
 * @param bericht who was identified how and when, JSON for the Fachverfahren; empty array: none
 * @param postfach for the mailbox only; never delivered
 */
public record Anmeldenachweis(byte[] bericht, Optional<Postfachadresse> postfach) {

    /** Without the report, which is personal data. */
    @Override
    public String toString() {
        return "Anmeldenachweis[" + bericht.length + " Byte, " + postfach + "]";
    }
}
