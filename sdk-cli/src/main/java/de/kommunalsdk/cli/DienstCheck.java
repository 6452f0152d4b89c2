/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dienst check}: reads Dienste as a portal does and compiles their forms. */
@Command(
        name = "check",
        description = "Liest Dienste, baut ihre Formulare und nennt alle Befunde mit Datei, Zeile und Abhilfe.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DienstCheck implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(paramLabel = "PATH|JAR", description = "Ordner eines Dienstes, Ordner mit Diensten oder Jar.")
    private Path pfad;

    @Option(names = "--json", description = "Das Ergebnis als eine Zeile JSON.")
    private boolean json;

    @Option(
            names = "--produktion",
            description = "Codelisten, die nicht installiert sind, sind Fehler; sonst nur Hinweise.")
    private boolean produktion;

    @Option(
            names = "--codelisten",
            paramLabel = "DIR",
            description =
                    "Verzeichnis mit installierten Codelisten; die im Ordner oder Jar eines Dienstes gelten ohnehin.")
    private @Nullable Path codelisten;

    private CodelistenStore installierte = CodelistenStore.leer();

    @Override
    public Integer call() {
        Path ort = pfad.toAbsolutePath().normalize();
        if (!Files.exists(ort)) {
            throw new InvalidInput(CliFehler.DATEI, pfad + " gibt es nicht");
        }
        if (codelisten != null) {
            installierte = CodelistenStore.ordner(codelisten);
        }
        Dienstbibliothek bibliothek = Dienstbibliothek.builder().pfad(ort).lade();
        List<Problem> probleme = new ArrayList<>(bibliothek.probleme());
        probleme.addAll(installierte.probleme());
        List<Dienst> dienste =
                bibliothek.alle().stream().map(d -> pruefe(d, probleme)).toList();
        if (dienste.isEmpty() && probleme.isEmpty()) {
            probleme.add(Problem.fehler(
                    CliFehler.KEIN_DIENST, Fundstelle.in(pfad.toString()), CliFehler.KEIN_DIENST.bedeutung()));
        }
        schreibe(dienste, probleme);
        if (probleme.stream()
                .anyMatch(p -> p.code() == DienstFehler.NICHT_LESBAR || p.code() == CodelisteFehler.ABLAGE)) {
            return Kommandozeile.FEHLSCHLAG;
        }
        return befunde(probleme) == 0 ? Kommandozeile.OK : Kommandozeile.BEFUNDE;
    }

    private Dienst pruefe(OzgDienst dienst, List<Problem> probleme) {
        int seiten = 0;
        if (dienst.leistungsschluessel().stream().anyMatch(s -> s.wert().equals(Dienstgeruest.PLATZHALTER))) {
            probleme.add(new Problem(
                    CliFehler.PLATZHALTER,
                    produktion ? Schwere.FEHLER : Schwere.HINWEIS,
                    Fundstelle.in(dienst.dateien().ort() + "/dienst.yaml"),
                    CliFehler.PLATZHALTER.bedeutung()));
        }
        if (dienst.schemaDatei().isPresent()) {
            FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, installierte, !produktion);
            probleme.addAll(ergebnis.probleme());
            ergebnis.formular().ifPresent(formular -> {
                fehlende(formular, probleme);
                offeneRegeln(formular, probleme);
            });
            seiten = ergebnis.formular().map(f -> f.seiten().size()).orElse(0);
        }
        return new Dienst(dienst.id().wert(), dienst.ref().version(), dienst.titel(), seiten);
    }

    private static void fehlende(Formular formular, List<Problem> probleme) {
        Fundstelle schema = Fundstelle.in(formular.dienst().dateien().ort() + "/"
                + formular.dienst().schemaDatei().orElseThrow());
        for (String urn : formular.synthetischeCodelisten()) {
            probleme.add(new Problem(
                    FormFehler.CODELISTE_FEHLT,
                    Schwere.HINWEIS,
                    schema,
                    "Codeliste " + urn + " ist nicht installiert; in Produktion wird der Dienst nicht angeboten."));
        }
    }

    private static void offeneRegeln(Formular formular, List<Problem> probleme) {
        String schema = formular.dienst().dateien().ort() + "/"
                + formular.dienst().schemaDatei().orElseThrow();
        for (Regel regel : formular.regeln().offene()) {
            probleme.add(new Problem(
                    RegelFehler.NICHT_UEBERSETZT,
                    Schwere.HINWEIS,
                    new Fundstelle(schema, 0, 0, regel.id()),
                    "Regel " + regel.id() + "V" + regel.version() + " ist nicht uebersetzt und wird nicht geprueft: "
                            + regel.freitext().strip().replaceAll("\\s+", " ")));
        }
    }

    private static long befunde(List<Problem> probleme) {
        return probleme.stream().filter(p -> p.schwere() != Schwere.HINWEIS).count();
    }

    private void schreibe(List<Dienst> dienste, List<Problem> probleme) {
        Ausgabe ausgabe = new Ausgabe(befehl);
        if (json) {
            ausgabe.json(new Ergebnis(
                    pfad.toString(), dienste, probleme.stream().map(Befund::von).toList()));
            return;
        }
        probleme.forEach(ausgabe::problem);
        dienste.forEach(
                d -> ausgabe.zeile("%s %s \"%s\", Seiten: %d".formatted(d.id(), d.version(), d.title(), d.pages())));
        long befunde = befunde(probleme);
        ausgabe.zeile(pfad + ": " + (befunde == 0 ? "in Ordnung" : "Befunde: " + befunde));
    }

    /** The result; names and order of the components are the keys of the JSON. */
    private record Ergebnis(String path, List<Dienst> services, List<Befund> problems) {}

    private record Dienst(String id, String version, String title, int pages) {}
}
