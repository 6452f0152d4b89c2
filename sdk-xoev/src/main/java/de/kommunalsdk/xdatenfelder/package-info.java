/* SPDX-License-Identifier: EUPL-1.2 */
/** XDatenfelder (XDF) 2 and 3: reader, immutable model in the standard's own terms, findings. Reads schemas only; it knows no form and no Mandant. */
@NullMarked
package de.kommunalsdk.xdatenfelder;

import org.jspecify.annotations.NullMarked;
