/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.InvalidInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klaerung close}: ends a case without another attempt. */
@Command(name = "close", description = "Schliesst einen Fall ohne weiteren Versuch; das Protokoll haelt es fest.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KlaerungClose implements Callable<Integer> {

    private static final int IM_PROTOKOLL = 30; // what the store keeps of a reason

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Datenbankzugang zugang;

    @Mixin
    private Bearbeiter bearbeiter;

    @Parameters(paramLabel = "ID", description = "Id des Falls, wie \"klaerung list\" sie nennt.")
    private String id;

    @Option(
            names = "--grund",
            required = true,
            paramLabel = "TEXT",
            description = "Grund fuer das Protokoll, ohne personenbezogene Angaben.")
    private String grund;

    @Override
    public Integer call() {
        if (grund.isBlank()) {
            throw new ParameterException(befehl.commandLine(), "--grund: der Grund ist leer");
        }
        String handelnder = bearbeiter.name();
        Ausgabe ausgabe = new Ausgabe(befehl);
        if (!zugang.datenhaltung().klaerungsfaelle().schliessen(id, handelnder, grund.strip())) {
            ausgabe.fehler(new InvalidInput(CliFehler.KEIN_FALL, id));
            return Kommandozeile.BEFUNDE;
        }
        if (grund.strip().length() > IM_PROTOKOLL) {
            ausgabe.hinweis("Im Protokoll stehen die ersten " + IM_PROTOKOLL + " Zeichen des Grundes.");
        }
        ausgabe.zeile("Klaerungsfall " + id + " ist geschlossen.");
        return Kommandozeile.OK;
    }
}
