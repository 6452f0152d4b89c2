/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.lint.LintBefund;
import de.kommunalsdk.xdatenfelder.lint.LintErgebnis;
import de.kommunalsdk.xdatenfelder.lint.Meldung.Typ;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xdf lint}: the quality of a schema in the numbers of the FIM list xdfm 1.8. */
@Command(
        name = "lint",
        description = {
            "Prueft die Qualitaet von Schemata (XDatenfelder 3.0.0) nach der FIM-Liste xdfm 1.8.",
            "Exit code 1 bei FehlerKritisch oder FehlerMethodisch, nicht bei Warnung oder Hinweis."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class XdfLint implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dateien mit je einem Schema.")
    private List<Path> dateien;

    @Option(names = "--json", description = "Je Datei eine Zeile JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Auch eine Warnung gibt Exit code 1.")
    private boolean streng;

    @Override
    public Integer call() {
        Ausgabe ausgabe = new Ausgabe(befehl);
        return Dateilauf.ueber(dateien, ausgabe, (datei, quelle) -> linte(datei, quelle, ausgabe));
    }

    private int linte(Path datei, InputStream quelle, Ausgabe ausgabe) {
        LintErgebnis ergebnis = de.kommunalsdk.xdatenfelder.lint.XdfLint.pruefe(datei.toString(), quelle);
        if (json) {
            ausgabe.json(Zeile.von(ergebnis));
        } else {
            schreibe(ergebnis, ausgabe);
        }
        return urteil(ergebnis);
    }

    private int urteil(LintErgebnis ergebnis) {
        boolean befunde = ergebnis.hat(Typ.FEHLER_KRITISCH)
                || ergebnis.hat(Typ.FEHLER_METHODISCH)
                || ergebnis.probleme().stream().anyMatch(Problem::istFehler)
                || streng && ergebnis.hat(Typ.WARNUNG);
        return Dateilauf.urteil(ergebnis.probleme(), befunde ? Kommandozeile.BEFUNDE : Kommandozeile.OK);
    }

    private static void schreibe(LintErgebnis ergebnis, Ausgabe ausgabe) {
        ergebnis.probleme().forEach(ausgabe::problem);
        Map<Typ, Integer> anzahl = new EnumMap<>(Typ.class);
        for (LintBefund b : ergebnis.befunde()) {
            anzahl.merge(b.meldung().typ(), 1, Integer::sum);
            ausgabe.zeile("%s: %s %d: %s Abhilfe: %s"
                    .formatted(
                            b.stelle(),
                            b.meldung().typ().code(),
                            b.meldung().nummer(),
                            b.text(),
                            b.meldung().abhilfe()));
        }
        String urteil = anzahl.entrySet().stream()
                .map(e -> e.getKey().code() + ": " + e.getValue())
                .collect(Collectors.joining(", "));
        ausgabe.zeile(ergebnis.datei() + ": "
                + (ergebnis.id().isEmpty()
                        ? "nicht geprueft"
                        : ergebnis.id() + " " + ergebnis.version() + ", "
                                + (urteil.isEmpty() ? "keine Befunde" : urteil)));
    }

    /** One file; names and order of the components are the keys of the JSON. */
    private record Zeile(String file, String id, String version, List<Befund> findings, List<Hindernis> problems) {

        static Zeile von(LintErgebnis ergebnis) {
            return new Zeile(
                    ergebnis.datei(),
                    ergebnis.id(),
                    ergebnis.version(),
                    ergebnis.befunde().stream().map(Befund::von).toList(),
                    ergebnis.probleme().stream()
                            .map(p -> new Hindernis(p.code().code(), p.stelle().zeile(), p.meldung()))
                            .toList());
        }
    }

    private record Befund(
            int number, String type, int line, int column, String element, String message, String remedy) {

        static Befund von(LintBefund b) {
            return new Befund(
                    b.meldung().nummer(),
                    b.meldung().typ().code(),
                    b.stelle().zeile(),
                    b.stelle().spalte(),
                    b.element(),
                    b.text(),
                    b.meldung().abhilfe());
        }
    }

    private record Hindernis(String code, int line, String message) {}
}
