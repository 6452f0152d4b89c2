/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import picocli.CommandLine.Command;

/** The group {@code text}. */
@Command(name = "text", description = "Texte nach DIN 91379.", subcommands = TextCheck.class)
final class TextBefehl {}
