/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One call of the command line in this process. */
record Lauf(int code, String ergebnisse, String fehler) {

    static Lauf mit(Object... argumente) {
        return mit(List.of(), argumente);
    }

    /** With further subcommands. */
    static Lauf mit(List<Object> befehle, Object... argumente) {
        StringWriter ergebnisse = new StringWriter();
        StringWriter fehler = new StringWriter();
        CommandLine zeile = Kommandozeile.neu(new PrintWriter(ergebnisse, true), new PrintWriter(fehler, true));
        befehle.forEach(zeile::addSubcommand);
        zeile.setOut(zeile.getOut()).setErr(zeile.getErr());
        zeile.setExecutionExceptionHandler(zeile.getExecutionExceptionHandler());
        int code = zeile.execute(Stream.of(argumente).map(Object::toString).toArray(String[]::new));
        return new Lauf(code, ergebnisse.toString(), fehler.toString());
    }
}
