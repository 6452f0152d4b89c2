/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code klaerung}. */
@Command(
        name = "klaerung",
        description = "Klaerungsfaelle: Uebermittlungen, die ein Mensch ansehen muss.",
        subcommands = {KlaerungList.class, KlaerungRetry.class, KlaerungClose.class})
final class KlaerungBefehl {}
