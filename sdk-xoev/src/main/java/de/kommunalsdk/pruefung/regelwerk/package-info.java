/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Rules of single standards, written by hand from their published Schematron files, under the ids of those files. A
 * standard is one class here; {@link de.kommunalsdk.pruefung.Nachrichtenpruefung} takes what it is given.
 */
@NullMarked
package de.kommunalsdk.pruefung.regelwerk;

import org.jspecify.annotations.NullMarked;
