/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The drop directory: a way to a Fachverfahren that reads files. A packet becomes a directory that appears at once and
 * complete. Hosts make an {@link de.kommunalsdk.ablage.Ablageverzeichnis}; nothing else is public but its error codes.
 */
@NullMarked
package de.kommunalsdk.ablage;

import org.jspecify.annotations.NullMarked;
