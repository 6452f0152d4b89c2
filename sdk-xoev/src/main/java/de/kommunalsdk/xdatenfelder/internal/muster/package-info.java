/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The pattern engine behind {@link de.kommunalsdk.xdatenfelder.Muster}: a parser into a small tree, a linear-time matcher
 * and writers for other dialects. Only the reader of XDatenfelder and {@code Muster} itself come in.
 */
@NullMarked
package de.kommunalsdk.xdatenfelder.internal.muster;

import org.jspecify.annotations.NullMarked;
