/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the command line, in this process and as the jar that people run. */
@NullMarked
package de.kommunalsdk.cli;

import org.jspecify.annotations.NullMarked;
