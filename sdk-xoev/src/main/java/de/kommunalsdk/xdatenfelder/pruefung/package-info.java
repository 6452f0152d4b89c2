/* SPDX-License-Identifier: EUPL-1.2 */
/** The facts of {@code xdf check}: what a file is, what it holds, what is wrong with it. */
@NullMarked
package de.kommunalsdk.xdatenfelder.pruefung;

import org.jspecify.annotations.NullMarked;
