/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.InvalidInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klaerung retry}: puts a job back into the outbox; a running portal takes it up. */
@Command(name = "retry", description = "Stellt einen Fall zur erneuten Uebermittlung; das Protokoll haelt es fest.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KlaerungRetry implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Mixin
    private Datenbankzugang zugang;

    @Mixin
    private Bearbeiter bearbeiter;

    @Parameters(paramLabel = "ID", description = "Id des Falls, wie \"klaerung list\" sie nennt.")
    private String id;

    @Override
    public Integer call() {
        String handelnder = bearbeiter.name();
        Ausgabe ausgabe = new Ausgabe(befehl);
        if (!zugang.datenhaltung().klaerungsfaelle().wiederholen(id, handelnder)) {
            ausgabe.fehler(new InvalidInput(CliFehler.KEIN_FALL, id));
            return Kommandozeile.BEFUNDE;
        }
        ausgabe.zeile("Klaerungsfall " + id + " wird erneut uebermittelt.");
        return Kommandozeile.OK;
    }
}
