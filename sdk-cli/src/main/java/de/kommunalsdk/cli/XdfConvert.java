/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import de.kommunalsdk.xdatenfelder.XdfSchreiber;
import de.kommunalsdk.xdatenfelder.XdfUmwandlung;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xdf convert}: a schema as XDatenfelder 3.0.0 in canonical form. */
@Command(
        name = "convert",
        description = {
            "Schreibt Schemata (XDatenfelder 2 und 3.0.0) als XDatenfelder 3.0.0 in kanonischer Form.",
            "Relationen werden nicht uebernommen; ihre Zahl wird genannt."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class XdfConvert implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dateien mit je einem Schema.")
    private List<Path> dateien;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Ordner fuer <id>V<version>.xdf3.xml; ueberschreibt nichts. Ohne: eine Datei nach stdout.")
    private @Nullable Path ziel;

    @Option(names = "--json", description = "Je Datei eine Zeile JSON; nur mit --out.")
    private boolean json;

    @Override
    public Integer call() {
        if (ziel == null && (json || dateien.size() > 1)) {
            throw new ParameterException(
                    befehl.commandLine(), "Ohne --out DIR geht genau eine Datei nach stdout, ohne --json");
        }
        Ausgabe ausgabe = new Ausgabe(befehl);
        return Dateilauf.ueber(dateien, ausgabe, (datei, quelle) -> wandle(datei, quelle, ausgabe));
    }

    private int wandle(Path datei, InputStream quelle, Ausgabe ausgabe) {
        XdfErgebnis gelesen = XdfLeser.lies(datei.toString(), quelle);
        XdfUmwandlung.@Nullable Ergebnis neu = gelesen.schema().isPresent() ? XdfUmwandlung.nachXdf3(gelesen) : null;
        List<Problem> probleme = neu == null
                ? gelesen.probleme()
                : Stream.concat(gelesen.probleme().stream(), neu.probleme().stream())
                        .toList();
        @Nullable Stammdatenschema schema = neu == null ? null : neu.schema().orElse(null);
        String geschrieben = schema == null ? "" : schreibe(schema, gelesen, ausgabe);
        melde(datei, gelesen, schema != null, geschrieben, probleme, ausgabe);
        return Dateilauf.urteil(probleme, schema == null ? Kommandozeile.BEFUNDE : Kommandozeile.OK);
    }

    /** The file that was written; empty for the standard output. */
    private String schreibe(Stammdatenschema schema, XdfErgebnis gelesen, Ausgabe ausgabe) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        XdfSchreiber.schreibe(schema, gelesen.kopf().nachricht(), xml);
        if (ziel == null) {
            ausgabe.roh(xml.toString(StandardCharsets.UTF_8));
            return "";
        }
        return Ergebnisdatei.schreibe(ziel, schema.kennung() + ".xdf3.xml", xml.toByteArray())
                .toString();
    }

    private void melde(
            Path datei,
            XdfErgebnis gelesen,
            boolean umgewandelt,
            String geschrieben,
            List<Problem> probleme,
            Ausgabe ausgabe) {
        int relationen = gelesen.kopf().relationen();
        if (json) {
            ausgabe.json(new Zeile(
                    datei.toString(),
                    gelesen.kopf().xdfVersion(),
                    geschrieben,
                    relationen,
                    probleme.stream().map(Befund::von).toList()));
        } else if (ziel == null) {
            probleme.forEach(ausgabe::diagnose);
            if (umgewandelt) {
                ausgabe.hinweis(datei + ": Relationen nicht uebernommen: " + relationen);
            }
        } else {
            probleme.forEach(ausgabe::problem);
            ausgabe.zeile(datei + ": "
                    + (umgewandelt
                            ? geschrieben + ", Relationen nicht uebernommen: " + relationen
                            : "nicht umgewandelt"));
        }
    }

    /** One file; names and order of the components are the keys of the JSON. */
    private record Zeile(String file, String version, String written, int relations, List<Befund> problems) {}
}
