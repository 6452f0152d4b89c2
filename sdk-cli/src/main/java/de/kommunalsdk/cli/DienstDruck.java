/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.druck.Blankoformular;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.pdf.PdfSatz;
import de.kommunalsdk.schriftstueck.Pdf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dienst druck}: the blank form of a Dienst as an accessible PDF, to be filled in by hand. */
@Command(
        name = "druck",
        description = "Macht aus einem Dienst das Formular zum Ausfuellen von Hand (PDF/UA-1); ueberschreibt nichts.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DienstDruck implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(paramLabel = "DIR", description = "Ordner eines Dienstes.")
    private Path ordner;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Neue PDF-Datei.")
    private Path ziel;

    @Option(
            names = "--mandant",
            paramLabel = "FILE",
            description = "mandant.yaml der Kommune, an die das Formular geht; sonst bleibt die Anschrift frei.")
    private @Nullable Path mandantdatei;

    @Option(names = "--codelisten", paramLabel = "DIR", description = "Verzeichnis mit installierten Codelisten.")
    private @Nullable Path codelisten;

    @Override
    public Integer call() {
        Path ort = ordner.toAbsolutePath().normalize();
        if (!Files.isDirectory(ort)) {
            throw new InvalidInput(CliFehler.DATEI, ordner + " ist kein Ordner");
        }
        Dienstbibliothek bibliothek = Dienstbibliothek.builder().pfad(ort).lade();
        List<OzgDienst> dienste = bibliothek.alle().stream()
                .filter(d -> d.schemaDatei().isPresent())
                .toList();
        Ausgabe ausgabe = new Ausgabe(befehl);
        List<Problem> probleme = new ArrayList<>(bibliothek.probleme());
        if (dienste.size() != 1) {
            probleme.forEach(ausgabe::problem);
            throw new InvalidInput(CliFehler.KEIN_DIENST, ordner + ": gebraucht wird genau einer mit einem Schema");
        }
        CodelistenStore installierte = codelisten == null ? CodelistenStore.leer() : CodelistenStore.ordner(codelisten);
        probleme.addAll(installierte.probleme());
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienste.get(0), installierte, true);
        probleme.addAll(ergebnis.probleme());
        probleme.forEach(ausgabe::problem);
        if (ergebnis.formular().isEmpty()) {
            return Kommandozeile.BEFUNDE;
        }
        Optional<Mandant> mandant = Optional.ofNullable(mandantdatei).map(MandantConfig::lies);
        Pdf pdf = new PdfSatz()
                .setze(Blankoformular.vorlage(
                        ergebnis.formular().get(), mandant, Instant.now().truncatedTo(ChronoUnit.DAYS)));
        Path datei = ziel.toAbsolutePath();
        Ergebnisdatei.schreibe(
                Optional.ofNullable(datei.getParent()).orElse(datei),
                String.valueOf(datei.getFileName()),
                pdf.inhalt());
        ausgabe.zeile("%s: Seiten: %d, Byte: %d".formatted(ziel, pdf.seiten(), pdf.inhalt().length));
        if (!ergebnis.formular().get().synthetischeCodelisten().isEmpty()) {
            ausgabe.hinweis("Codelisten sind nicht installiert; das Formular sagt SYNTHETISCH.");
        }
        return Kommandozeile.OK;
    }
}
