/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code dienst}. */
@Command(
        name = "dienst",
        description = "OZG-Dienste pruefen, anlegen und drucken.",
        subcommands = {DienstCheck.class, DienstNew.class, DienstDruck.class})
final class DienstBefehl {}
