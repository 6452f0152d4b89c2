/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code dienst}. */
@Command(
        name = "dienst",
        description = "OZG-Dienste pruefen und anlegen.",
        subcommands = {DienstCheck.class, DienstNew.class})
final class DienstBefehl {}
