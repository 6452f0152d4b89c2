/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code xoev}. */
@Command(name = "xoev", description = "Nachrichten von XOEV-Standards.", subcommands = XoevValidate.class)
final class XoevBefehl {}
