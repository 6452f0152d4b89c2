/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code xdf}. */
@Command(
        name = "xdf",
        description = "FIM-Schemata im Standard XDatenfelder.",
        subcommands = {XdfCheck.class, XdfLint.class, XdfConvert.class, XdfSchema.class, XdfJsonSchema.class})
final class XdfBefehl {}
