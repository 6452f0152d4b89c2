/* SPDX-License-Identifier: EUPL-1.2 */
/** The linter for XDatenfelder 3: findings with the numbers and types of the FIM list xdfm 1.8. It looks at one file as it is written, also at one that the reader refuses. */
@NullMarked
package de.kommunalsdk.xdatenfelder.lint;

import org.jspecify.annotations.NullMarked;
