/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code antrag}. */
@Command(
        name = "antrag",
        description = "Auskunft und Loeschung zu einem Antrag (DSGVO Art. 15 und 17).",
        subcommands = {AntragAuskunft.class, AntragLoesche.class})
final class AntragBefehl {}
