/* SPDX-License-Identifier: EUPL-1.2 */
/** What the linter reads and checks. Each topic is one class with its list of {@link de.kommunalsdk.xdatenfelder.lint.internal.Pruefung}; a new number is one row in {@code meldungen.txt} and one entry there. */
@NullMarked
package de.kommunalsdk.xdatenfelder.lint.internal;

import org.jspecify.annotations.NullMarked;
