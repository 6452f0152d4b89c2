/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dienst new}: a folder with a dienst.yaml and the schema, ready for {@code dienst check}. */
@Command(name = "new", description = "Legt einen Dienst aus einem FIM-Schema an; ueberschreibt nichts.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DienstNew implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Parameters(paramLabel = "DIR", description = "Neuer oder leerer Ordner.")
    private Path ordner;

    @Option(names = "--schema", required = true, paramLabel = "FILE", description = "XDatenfelder 2 oder 3.0.0.")
    private Path schemadatei;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Kennung aus a-z, 0-9 und -, beginnend mit einem Buchstaben; sonst der Name des Ordners.")
    private @Nullable String id;

    @Option(names = "--titel", paramLabel = "TEXT", description = "Titel; sonst die Bezeichnung des Schemas.")
    private @Nullable String titel;

    @Override
    public Integer call() {
        String kennung = kennung();
        pruefeOrdner();
        byte[] bytes = Eingabe.lies(schemadatei);
        XdfErgebnis gelesen = XdfLeser.lies(schemadatei.toString(), new ByteArrayInputStream(bytes));
        Ausgabe ausgabe = new Ausgabe(befehl);
        Optional<Stammdatenschema> schema = gelesen.schema();
        if (schema.isEmpty()) {
            gelesen.probleme().forEach(ausgabe::problem);
            return Kommandozeile.BEFUNDE;
        }
        Dienstgeruest geruest = new Dienstgeruest(kennung, titel(schema.get()), schema.get());
        schreibe(geruest, bytes);
        ausgabe.zeile("Angelegt: " + ordner.resolve(DienstLeser.DATEI) + ", " + ordner.resolve(geruest.schemaname()));
        ausgabe.zeile("Noch einzutragen: leistungsschluessel und beschreibung in " + DienstLeser.DATEI + ".");
        ausgabe.zeile("Pruefen: kommunal-sdk dienst check " + ordner);
        return Kommandozeile.OK;
    }

    private String kennung() {
        String kennung =
                id == null ? String.valueOf(ordner.toAbsolutePath().normalize().getFileName()) : id;
        if (!DienstId.istGueltig(kennung)) {
            throw falscherAufruf("--id: \"" + kennung
                    + "\" ist keine Kennung; erlaubt sind 1 bis 60 Zeichen aus a-z, 0-9 und -, beginnend mit einem"
                    + " Buchstaben");
        }
        return kennung;
    }

    private String titel(Stammdatenschema schema) {
        return Stream.of(titel == null ? "" : titel, schema.bezeichnung(), schema.name(), schema.id())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private void pruefeOrdner() {
        if (!Files.exists(ordner)) {
            return;
        }
        if (!Files.isDirectory(ordner)) {
            throw falscherAufruf("DIR: " + ordner + " ist eine Datei");
        }
        try (Stream<Path> inhalt = Files.list(ordner)) {
            if (inhalt.findAny().isPresent()) {
                throw falscherAufruf("DIR: " + ordner + " ist nicht leer; es wird nichts ueberschrieben");
            }
        } catch (IOException e) {
            throw Eingabe.nichtLesbar(ordner, e);
        }
    }

    private void schreibe(Dienstgeruest geruest, byte[] schema) {
        try {
            Files.createDirectories(ordner);
            Files.write(ordner.resolve(geruest.schemaname()), schema, StandardOpenOption.CREATE_NEW);
            Files.writeString(ordner.resolve(DienstLeser.DATEI), geruest.yaml(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new ServiceUnavailable(
                    CliFehler.NICHT_GESCHRIEBEN, ordner + ": " + e.getClass().getSimpleName(), e);
        }
    }

    private ParameterException falscherAufruf(String meldung) {
        return new ParameterException(befehl.commandLine(), meldung);
    }
}
