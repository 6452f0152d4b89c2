/* SPDX-License-Identifier: EUPL-1.2 */
/** Synthetic forms for the tests of this module: schemas of the made-up range S05999 and the Dienst around them. */
@NullMarked
package de.kommunalsdk.forms.probe;

import org.jspecify.annotations.NullMarked;
