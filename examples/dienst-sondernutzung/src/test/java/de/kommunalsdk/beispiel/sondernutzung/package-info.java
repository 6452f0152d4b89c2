/* SPDX-License-Identifier: EUPL-1.2 */
/** Checks the files of the example Dienst "Sondernutzung". */
@NullMarked
package de.kommunalsdk.beispiel.sondernutzung;

import org.jspecify.annotations.NullMarked;
