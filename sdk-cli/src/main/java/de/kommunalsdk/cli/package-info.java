/* SPDX-License-Identifier: EUPL-1.2 */
/** The command line {@code kommunal-sdk}: one class per command. Commands, options, JSON keys and exit codes are stable. It only calls the other rooms; nobody calls it. */
@NullMarked
package de.kommunalsdk.cli;

import org.jspecify.annotations.NullMarked;
