/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.regel.internal.Dateileser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads a rule file: a JSON object whose keys are {@link Regelschluessel} and whose values are the lists that the FIM
 * portal answers. Strict: an unknown member or operator, a member that stands twice or a wrong number of operands is a
 * problem. Thread-safe.
 */
public final class RegelLeser {

    /** Bytes of a file. */
    public static final int MAX_BYTES = 1 << 20;

    /** Rules of a file. */
    public static final int MAX_REGELN = 5_000;

    /** After so many problems the rest is only counted as one. */
    public static final int MAX_PROBLEME = 500;

    private RegelLeser() {}

    /**
     * What reading gave.
     *
     * @param datei empty when there is a problem
     * @param probleme all problems in the order of the file, each with line, column and JSON Pointer
     */
    public record Ergebnis(Optional<Regeldatei> datei, List<Problem> probleme) {
        public Ergebnis {
            probleme = List.copyOf(probleme);
        }
    }

    /**
     * Reads a file. Blocks as the stream does; the stream stays the caller's to close. What is wrong with the file is in
     * the result; an exception means that the stream failed.
     *
     * @param datei name of the file for the problems
     */
    public static Ergebnis lies(String datei, InputStream quelle) throws IOException {
        return Dateileser.lies(datei, quelle.readNBytes(MAX_BYTES + 1));
    }
}
