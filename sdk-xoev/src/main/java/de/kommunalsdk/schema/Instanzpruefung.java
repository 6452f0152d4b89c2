/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.schema.internal.Pruefer;
import de.kommunalsdk.xfall.Gruppenwert;
import java.util.List;

/**
 * Checks the values of an instance against its schema: it finds something exactly when XSD or JSON Schema of the same
 * {@link Bauplan} would. Thread-safe.
 *
 * <p>Values are taken as they would stand in a file: an empty text or a group without what it demands is a finding, though
 * the writers would leave it out. Lengths count code points. Not the schema's part, and so not checked here: rules, the
 * characters of DIN 91379, media types and sizes of files.
 */
public final class Instanzpruefung {

    private Instanzpruefung() {}

    /**
     * Checks all values in the order of the schema.
     *
     * @param datei name of the instance for the problems, may be empty; their path names the element with the number of
     *     its repetition from 1 on, for example {@code /G1[2]/F1[1]}
     * @return empty when all is right, else problems with codes of {@link SchemaFehler} from FEHLT on, without a value; at
     *     most 100 and one that says there are more
     */
    public static List<Problem> pruefe(Bauplan plan, String datei, Gruppenwert werte) {
        return Pruefer.pruefe(plan.wurzel(), datei, werte);
    }
}
