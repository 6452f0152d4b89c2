/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.store.Auskunft;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code antrag loesche}: erases one Antrag with all that belongs to it. */
@Command(
        name = "loesche",
        description = "Loescht einen Antrag mit Anlagen, uebermittelt oder nicht; das Protokoll haelt es fest.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AntragLoesche implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Datenbankzugang zugang;

    @Mixin
    private Bearbeiter bearbeiter;

    @Mixin
    private Antragswahl wahl;

    @Option(names = "--endgueltig", description = "Bestaetigt, dass geloescht werden soll.")
    private boolean bestaetigt;

    @Override
    public Integer call() {
        if (!bestaetigt) {
            throw new ParameterException(befehl.commandLine(), "--endgueltig fehlt: Geloeschtes kommt nicht zurueck");
        }
        Ausgabe ausgabe = new Ausgabe(befehl);
        String handelnder = bearbeiter.name();
        Auskunft auskunft = zugang.datenhaltung().auskunft();
        boolean geloescht = wahl.finde(auskunft)
                .filter(id -> auskunft.loesche(wahl.mandant(), id, handelnder))
                .isPresent();
        if (!geloescht) {
            ausgabe.fehler(new InvalidInput(CliFehler.KEIN_ANTRAG, wahl.bezeichnung()));
            return Kommandozeile.BEFUNDE;
        }
        ausgabe.zeile("Antrag " + wahl.bezeichnung() + " ist geloescht.");
        return Kommandozeile.OK;
    }
}
