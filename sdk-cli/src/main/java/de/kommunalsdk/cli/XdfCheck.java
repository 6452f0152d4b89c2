/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.xdatenfelder.pruefung.XdfPruefung;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xdf check}: what a schema is, what it holds, what is wrong with it. */
@Command(
        name = "check",
        description = "Liest Schemata (XDatenfelder 2 und 3.0.0), zaehlt ihren Inhalt und nennt alle Befunde.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class XdfCheck implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dateien mit je einem Schema.")
    private List<Path> dateien;

    @Option(names = "--json", description = "Je Datei eine Zeile JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Ausgabe ausgabe = new Ausgabe(befehl);
        return Dateilauf.ueber(dateien, ausgabe, (datei, quelle) -> pruefe(datei, quelle, ausgabe));
    }

    private int pruefe(Path datei, InputStream quelle, Ausgabe ausgabe) {
        XdfPruefung pruefung = XdfPruefung.pruefe(datei.toString(), quelle);
        if (json) {
            ausgabe.json(Zeile.von(pruefung));
        } else {
            schreibe(pruefung, ausgabe);
        }
        return Dateilauf.urteil(
                pruefung.probleme(), pruefung.probleme().isEmpty() ? Kommandozeile.OK : Kommandozeile.BEFUNDE);
    }

    private static void schreibe(XdfPruefung p, Ausgabe ausgabe) {
        p.probleme().forEach(ausgabe::problem);
        String urteil = p.probleme().isEmpty()
                ? "in Ordnung"
                : "Befunde: " + p.probleme().size();
        ausgabe.zeile(
                p.standard().isEmpty()
                        ? p.datei() + ": kein XDatenfelder, " + urteil
                        : "%s: %s %s, %s \"%s\", Gruppen: %d, Felder: %d, Regeln: %d, Codelisten: %d, %s"
                                .formatted(
                                        p.datei(),
                                        p.standard(),
                                        p.version(),
                                        p.id(),
                                        p.name(),
                                        p.gruppen(),
                                        p.felder(),
                                        p.regeln(),
                                        p.codelisten(),
                                        urteil));
    }

    /** One file; names and order of the components are the keys of the JSON. */
    private record Zeile(
            String file,
            String standard,
            String version,
            String id,
            String name,
            int groups,
            int fields,
            int rules,
            int codelists,
            List<Befund> problems) {

        static Zeile von(XdfPruefung p) {
            return new Zeile(
                    p.datei(),
                    p.standard(),
                    p.version(),
                    p.id(),
                    p.name(),
                    p.gruppen(),
                    p.felder(),
                    p.regeln(),
                    p.codelisten(),
                    p.probleme().stream()
                            .map(b -> new Befund(b.code().code(), b.stelle().zeile(), b.meldung()))
                            .toList());
        }
    }

    private record Befund(String code, int line, String message) {}
}
