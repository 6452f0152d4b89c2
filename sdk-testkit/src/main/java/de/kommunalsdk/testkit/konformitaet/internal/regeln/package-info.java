/* SPDX-License-Identifier: EUPL-1.2 */
/** One class for each rule. Only {@link Regelwerk} is known outside. */
@NullMarked
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import org.jspecify.annotations.NullMarked;
