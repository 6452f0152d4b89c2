/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says who acts; it stands in the audit trail. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Bearbeiter {

    private static final int HOECHSTENS = 100; // as the audit trail holds

    @Spec(Spec.Target.MIXEE)
    private CommandSpec befehl;

    @Option(
            names = "--bearbeiter",
            paramLabel = "NAME",
            description = "Anmeldename der handelnden Person fuer das Protokoll; sonst \"system\".")
    private String name = "system";

    String name() {
        if (name.isBlank() || name.length() > HOECHSTENS) {
            throw new ParameterException(befehl.commandLine(), "--bearbeiter: 1 bis " + HOECHSTENS + " Zeichen");
        }
        return name.strip();
    }
}
