/* SPDX-License-Identifier: EUPL-1.2 */
/** Checks and orders a tree of values by its schema before a byte is written. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.xfall.internal;

import org.jspecify.annotations.NullMarked;
