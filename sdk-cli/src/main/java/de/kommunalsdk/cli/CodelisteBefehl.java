/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code codeliste}. */
@Command(
        name = "codeliste",
        description = "Codelisten (genericode): vorab installieren und ansehen.",
        subcommands = {CodelisteInstall.class, CodelisteShow.class})
final class CodelisteBefehl {}
