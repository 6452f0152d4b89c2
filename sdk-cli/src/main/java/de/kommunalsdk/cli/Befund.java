/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Problem;

/** A finding in the output; names and order of the components are the keys of the JSON. */
record Befund(String file, int line, int column, String code, String severity, String message, String remedy) {

    static Befund von(Problem p) {
        return new Befund(
                p.stelle().datei(),
                p.stelle().zeile(),
                p.stelle().spalte(),
                p.code().code(),
                p.schwere().name(),
                p.meldung(),
                p.code().abhilfe());
    }
}
