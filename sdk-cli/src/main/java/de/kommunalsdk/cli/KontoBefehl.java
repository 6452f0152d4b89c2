/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code konto}. */
@Command(
        name = "konto",
        description = "Nutzerkonten, wie sie im Portal eingerichtet sind.",
        subcommands = {KontoDoctor.class, OidcDoctor.class})
final class KontoBefehl {}
