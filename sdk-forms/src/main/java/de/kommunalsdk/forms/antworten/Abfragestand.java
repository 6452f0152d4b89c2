/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import java.time.Instant;

/**
 * What a look-up of a page last gave.
 *
 * @param abfrage its id in dienst.yaml
 * @param eingaben hash of the inputs it was asked with; with other inputs the result does not hold
 * @param zeit when
 * @param text what the page shows, may be empty
 * @param code why there is no result: a code of the room {@code quellen}; empty when there is one
 */
public record Abfragestand(String abfrage, String eingaben, Instant zeit, String text, String code) {

    /** Without the text, which may be personal data. */
    @Override
    public String toString() {
        return "Abfragestand[" + abfrage + ", " + code + "]";
    }
}
