/* SPDX-License-Identifier: EUPL-1.2 */
/** Sets documents as PDF. Hosts give {@code PdfSatz} to the builder; everything else is internal. */
@NullMarked
package de.kommunalsdk.pdf;

import org.jspecify.annotations.NullMarked;
