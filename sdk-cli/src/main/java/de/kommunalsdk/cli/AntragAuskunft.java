/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.store.Auskunft;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code antrag auskunft}: all that is stored about one Antrag, in a zip. */
@Command(
        name = "auskunft",
        description = "Schreibt alle Daten eines Antrags in eine Zip-Datei; das Protokoll haelt es fest.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AntragAuskunft implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Datenbankzugang zugang;

    @Mixin
    private Bearbeiter bearbeiter;

    @Mixin
    private Antragswahl wahl;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Neue Zip-Datei; sie enthaelt personenbezogene Daten im Klartext.")
    private Path ziel;

    @Override
    public Integer call() {
        if (Files.exists(ziel)) {
            throw new ParameterException(befehl.commandLine(), "--out: " + ziel + " gibt es schon");
        }
        Ausgabe ausgabe = new Ausgabe(befehl);
        String handelnder = bearbeiter.name();
        Auskunft auskunft = zugang.datenhaltung().auskunft();
        Optional<AntragId> antrag = wahl.finde(auskunft);
        if (antrag.isEmpty() || !schreibe(auskunft, antrag.get(), handelnder)) {
            ausgabe.fehler(new InvalidInput(CliFehler.KEIN_ANTRAG, wahl.bezeichnung()));
            return Kommandozeile.BEFUNDE;
        }
        ausgabe.zeile("Auskunft zu " + wahl.bezeichnung() + " steht in " + ziel + ".");
        return Kommandozeile.OK;
    }

    /** A file that did not become whole is taken away again. */
    private boolean schreibe(Auskunft auskunft, AntragId antrag, String handelnder) {
        boolean ganz = false;
        try {
            try (OutputStream datei = Files.newOutputStream(ziel)) {
                ganz = auskunft.exportiere(wahl.mandant(), antrag, handelnder, datei);
            }
            if (!ganz) {
                Files.delete(ziel);
            }
            return ganz;
        } catch (IOException e) {
            ziel.toFile().delete();
            throw Eingabe.nichtLesbar(ziel, e);
        }
    }
}
