/* SPDX-License-Identifier: EUPL-1.2 */
/** The readers of single formats. */
@NullMarked
package de.kommunalsdk.dateityp.internal;

import org.jspecify.annotations.NullMarked;
