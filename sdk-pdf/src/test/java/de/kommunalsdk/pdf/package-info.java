/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of setting documents: every PDF is checked by veraPDF. */
@NullMarked
package de.kommunalsdk.pdf;

import org.jspecify.annotations.NullMarked;
