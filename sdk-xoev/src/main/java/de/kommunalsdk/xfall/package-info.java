/* SPDX-License-Identifier: EUPL-1.2 */
/** Answers as XFall XML and JSON: writers, readers, and the names that FIM gives to elements. It takes a neutral tree of values and a Stammdatenschema; it knows no form, no Antrag and no way to a Fachverfahren. */
@NullMarked
package de.kommunalsdk.xfall;

import org.jspecify.annotations.NullMarked;
