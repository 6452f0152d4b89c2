/* SPDX-License-Identifier: EUPL-1.2 */
/** The compiled, immutable form of a Dienst: FIM schema plus the overlay of dienst.yaml. Compiled once per version; everything else in this module reads it. */
@NullMarked
package de.kommunalsdk.forms.definition;

import org.jspecify.annotations.NullMarked;
