/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.lint.internal.Lauf;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Lints one message of XDatenfelder 3.0.0: a Stammdatenschema, a Datenfeldgruppe, a Datenfeld or a Dokumentsteckbrief.
 * Thread-safe.
 */
public final class XdfLint {

    /** After so many findings the rest is only counted as one. */
    public static final int MAX_BEFUNDE = 10_000;

    private XdfLint() {}

    /** Lints within {@link XmlGrenzen#STANDARD}; see {@link #pruefe(String, InputStream, XmlGrenzen)}. */
    public static LintErgebnis pruefe(String datei, InputStream quelle) {
        return pruefe(datei, quelle, XmlGrenzen.STANDARD);
    }

    /**
     * Lints a file. It is held in memory up to the limit of bytes, because it is read twice: as it is written for the
     * numbers, and by {@link de.kommunalsdk.xdatenfelder.XdfLeser} for all else. Blocks as the stream does; the stream
     * stays the caller's to close. Nothing is thrown for what is wrong with the file; a file that is no XML has no
     * findings, only a problem.
     *
     * @param datei name of the file for the findings
     */
    public static LintErgebnis pruefe(String datei, InputStream quelle, XmlGrenzen grenzen) {
        byte[] inhalt;
        try {
            inhalt = quelle.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, grenzen.maxBytes() + 1));
        } catch (IOException e) {
            Problem problem = Problem.fehler(
                    XmlFehler.LESEFEHLER,
                    Fundstelle.in(datei),
                    XmlFehler.LESEFEHLER.bedeutung() + " " + XmlFehler.LESEFEHLER.abhilfe());
            return new LintErgebnis(datei, "", "", List.of(), List.of(problem));
        }
        return Lauf.pruefe(datei, inhalt, grenzen);
    }
}
