/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.pruefung;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfKopf;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.InputStream;
import java.util.List;

/**
 * The result of checking one file. Counts are distinct identifications, id and version; texts that are absent are empty.
 *
 * @param datei name as the caller gave it
 * @param standard {@code xdatenfelder}, or empty when the file is something else
 * @param version version of the standard: {@code 3.0.0} or {@code 2.0} ({@code 1.0} comes with a problem)
 * @param id identification of the schema, or of what else the message carries
 * @param probleme empty when the file is a Stammdatenschema without a finding
 */
public record XdfPruefung(
        String datei,
        String standard,
        String version,
        String id,
        String name,
        int gruppen,
        int felder,
        int regeln,
        int codelisten,
        List<Problem> probleme) {
    public XdfPruefung {
        probleme = List.copyOf(probleme);
    }

    /** The name of the standard. */
    public static final String STANDARD = "xdatenfelder";

    /** Reads and checks a file. Blocks as the stream does; whatever is wrong with the file is in the result. */
    public static XdfPruefung pruefe(String datei, InputStream quelle) {
        XdfErgebnis ergebnis = XdfLeser.lies(datei, quelle);
        XdfKopf kopf = ergebnis.kopf();
        return new XdfPruefung(
                datei,
                kopf.xdfVersion().isEmpty() ? "" : STANDARD,
                kopf.xdfVersion(),
                kopf.id(),
                kopf.name(),
                kopf.gruppen(),
                kopf.felder(),
                kopf.regeln(),
                kopf.codelisten(),
                ergebnis.probleme());
    }
}
