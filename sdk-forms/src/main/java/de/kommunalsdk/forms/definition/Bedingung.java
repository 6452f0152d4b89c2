/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.ausdruck.Ausdruck;

/**
 * A condition over answers; it holds when it is known to be true. A name without indices means the entry of the same
 * repetition as the element that carries the condition.
 */
public record Bedingung(Ausdruck ausdruck) {}
