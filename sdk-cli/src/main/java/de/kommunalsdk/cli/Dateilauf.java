/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.XmlFehler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** One command over several files: the worst exit code counts, and a file that fails does not stop the others. */
final class Dateilauf {

    private Dateilauf() {}

    /** What is done with one open file; gives its exit code. */
    interface Schritt {
        int bearbeite(Path datei, InputStream quelle) throws IOException;
    }

    /** The exit code of all files together. */
    static int ueber(List<Path> dateien, Ausgabe ausgabe, Schritt schritt) {
        int code = Kommandozeile.OK;
        for (Path datei : dateien) {
            code = Math.max(code, einer(datei, ausgabe, schritt));
        }
        return code;
    }

    /** The exit code of a file: {@code sonst}, unless reading it broke off. */
    static int urteil(List<Problem> probleme, int sonst) {
        return probleme.stream().anyMatch(p -> p.code() == XmlFehler.LESEFEHLER) ? Kommandozeile.FEHLSCHLAG : sonst;
    }

    private static int einer(Path datei, Ausgabe ausgabe, Schritt schritt) {
        try (InputStream quelle = Eingabe.oeffne(datei)) {
            return schritt.bearbeite(datei, quelle);
        } catch (OzgException e) {
            ausgabe.fehler(e);
        } catch (IOException e) {
            ausgabe.fehler(Eingabe.nichtLesbar(datei, e));
        }
        return Kommandozeile.FEHLSCHLAG;
    }
}
