/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.OzgException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command {@code kommunal-sdk}: its subcommands, and what they share. */
@Command(
        name = "kommunal-sdk",
        description = "Werkzeuge fuer OZG-Dienste auf dem Kommunal-SDK.",
        subcommands = {
            XdfBefehl.class,
            XoevBefehl.class,
            TextBefehl.class,
            CodelisteBefehl.class,
            DienstBefehl.class,
            KlaerungBefehl.class,
            AntragBefehl.class,
            SamlBefehl.class,
            OidcBefehl.class,
            KontoBefehl.class,
            Conformance.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:in Ordnung",
            "1:Befunde",
            "2:falscher Aufruf",
            "3:Fehlschlag (Datei nicht lesbar, Datenbank nicht erreichbar, interner Fehler)"
        })
public final class Kommandozeile {

    static final int OK = 0;
    static final int BEFUNDE = 1;
    static final int FEHLSCHLAG = 3; // 2, a wrong call, is picocli's own

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Bei einem Fehlschlag den Weg durch das Programm zeigen.")
    private boolean stacktrace;

    private Kommandozeile() {}

    /** Runs one command and ends the process with its exit code. Writes UTF-8 whatever the platform's locale. */
    public static void main(String[] args) {
        PrintWriter ergebnisse = utf8(FileDescriptor.out);
        PrintWriter fehler = utf8(FileDescriptor.err);
        int code;
        try {
            code = neu(ergebnisse, fehler).execute(args);
        } catch (Error e) { // out of memory or stack; the machine's own exit code 1 would mean findings
            fehler.println("kommunal-sdk: " + CliFehler.INTERN.code() + ": "
                    + (e instanceof OutOfMemoryError
                            ? "Der Speicher reicht nicht; mit mehr wiederholen, etwa java -Xmx2g -jar kommunal-sdk.jar"
                            : e.getClass().getName()));
            code = FEHLSCHLAG;
        }
        if (ergebnisse.checkError()) {
            fehler.println("kommunal-sdk: " + CliFehler.AUSGABE.code() + ": " + CliFehler.AUSGABE.bedeutung() + " "
                    + CliFehler.AUSGABE.abhilfe());
            code = FEHLSCHLAG;
        }
        System.exit(code);
    }

    /** The command line on these streams. Not thread-safe. */
    static CommandLine neu(PrintWriter ergebnisse, PrintWriter fehler) {
        Kommandozeile wurzel = new Kommandozeile();
        return new CommandLine(wurzel)
                .setOut(ergebnisse)
                .setErr(fehler)
                .setExecutionExceptionHandler(wurzel::fehlschlag);
    }

    private int fehlschlag(Exception e, CommandLine befehl, ParseResult aufruf) {
        // The message of an unexpected exception may quote data, its class does not.
        new Ausgabe(befehl.getCommandSpec())
                .fehler(
                        e instanceof OzgException bekannt
                                ? bekannt
                                : new InternerFehler(e.getClass().getName(), e));
        if (stacktrace) {
            e.printStackTrace(befehl.getErr());
        }
        return FEHLSCHLAG;
    }

    private static PrintWriter utf8(FileDescriptor strom) {
        return new PrintWriter(new FileOutputStream(strom), true, StandardCharsets.UTF_8);
    }

    /** A fault of this program. */
    private static final class InternerFehler extends OzgException {
        private static final long serialVersionUID = 1L;

        InternerFehler(String art, Exception ursache) {
            super(CliFehler.INTERN, art, false, ursache);
        }
    }
}
