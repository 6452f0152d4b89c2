/* SPDX-License-Identifier: EUPL-1.2 */
/** Checks the files of the example Dienst "Hund anmelden". */
@NullMarked
package de.kommunalsdk.beispiel.hund;

import org.jspecify.annotations.NullMarked;
