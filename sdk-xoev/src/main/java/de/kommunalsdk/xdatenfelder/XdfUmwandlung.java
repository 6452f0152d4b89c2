/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.internal.Umwandler;
import java.util.List;
import java.util.Optional;

/**
 * Turns a schema of XDatenfelder 2 into XDatenfelder 3.0.0, by the mapping of the FIM-XSLT (XDF2_2_XDF3). Thread-safe.
 *
 * <p>Ids get the sub-range 000 behind their first two digits (F60000227 becomes F60000000227), also where the text of a
 * rule names them; versions get a third number (1.2 becomes 1.2.0). {@code bezug} is split at semicolons; {@code
 * freigabedatum} becomes statusGesetztAm, {@code fachlicherErsteller} statusGesetztDurch, {@code script} skript; the
 * status is 7 for inaktiv, else 6 with version and date of release, else 2; letzteAenderung is the time of the message;
 * every rule is of type K; vorbefuellung is keine; the Dokumentsteckbrief is the standard's default D99000000001.
 *
 * <p>Other than the FIM-XSLT: code lists stay references (nothing is fetched), nothing is written into {@code
 * beschreibung}, no date is taken from a parent, and a group without children is refused instead of getting a field
 * that nobody modelled. What XDatenfelder 3.0.0 has no place for is dropped: the code list's own id, and name for input,
 * status and dates of a rule.
 */
public final class XdfUmwandlung {

    private XdfUmwandlung() {}

    /**
     * The new schema, or why there is none.
     *
     * @param schema empty when there is a problem
     * @param probleme each {@link XdfFehler#NICHT_UMWANDELBAR} with the place in the file that was read
     */
    public record Ergebnis(Optional<Stammdatenschema> schema, List<Problem> probleme) {
        public Ergebnis {
            probleme = List.copyOf(probleme);
        }
    }

    /**
     * Converts what a reader gave; a schema that is 3.0.0 already comes back as it is.
     *
     * @throws IllegalArgumentException when there is no schema in it
     */
    public static Ergebnis nachXdf3(XdfErgebnis gelesen) {
        return Umwandler.wandle(gelesen);
    }
}
