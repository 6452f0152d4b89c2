/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** What a command writes: results to its standard output, faults to its standard error, each on one line. */
final class Ausgabe {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STEUERZEICHEN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]+");

    private final PrintWriter ergebnisse;
    private final PrintWriter fehler;

    Ausgabe(CommandSpec befehl) {
        this.ergebnisse = befehl.commandLine().getOut();
        this.fehler = befehl.commandLine().getErr();
    }

    /** A line of text; what a file or a database smuggles in cannot control the terminal. */
    void zeile(String text) {
        ergebnisse.println(sauber(text));
    }

    /** A whole document as it is, for a file or the next program. */
    void roh(String text) {
        ergebnisse.print(text);
        ergebnisse.flush();
    }

    /** A record as one line of JSON, its components in their order. */
    void json(Record inhalt) {
        ergebnisse.println(json((Object) inhalt));
    }

    /** A text between quotation marks, as JSON and YAML read it. */
    static String zitiert(String text) {
        return json((Object) text);
    }

    private static String json(Object inhalt) {
        try {
            return JSON.writeValueAsString(inhalt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Nicht als JSON darstellbar: " + inhalt.getClass(), e);
        }
    }

    void problem(Problem p) {
        zeile(p.stelle() + ": " + p.schwere() + " " + p.code().code() + ": " + meldung(p));
    }

    /** The message with its remedy, once. */
    private static String meldung(Problem p) {
        String abhilfe = p.code().abhilfe();
        return p.meldung().endsWith(abhilfe) ? p.meldung() : p.meldung() + " Abhilfe: " + abhilfe;
    }

    /** A problem beside a result that is itself on the standard output. */
    void diagnose(Problem p) {
        fehler.println("kommunal-sdk: "
                + sauber(p.stelle() + ": " + p.schwere() + " " + p.code().code() + ": " + meldung(p)));
    }

    void hinweis(String text) {
        fehler.println("kommunal-sdk: Hinweis: " + sauber(text));
    }

    void fehler(OzgException e) {
        Fehlercode code = e.fehlercode();
        if (e instanceof ConfigurationError mehrere) {
            fehler.println("kommunal-sdk: " + code.code() + ": " + code.bedeutung());
            mehrere.problems().forEach(p -> fehler.println("  " + sauber(p.toString())));
        } else {
            fehler.println("kommunal-sdk: " + sauber(e.getMessage() + " " + code.abhilfe()));
        }
    }

    private static String sauber(String text) {
        return STEUERZEICHEN.matcher(text).replaceAll(" ");
    }
}
