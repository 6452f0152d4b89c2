/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Expressions: one small typed tree, its text form for authors (a subset of FEEL) and its evaluator. The room knows no
 * form: names mean what an {@link de.kommunalsdk.ausdruck.Umgebung} says, values are texts at places. Forms and the
 * translated rules of FIM come in; there is no script, no reflection and no way to write anything.
 */
@NullMarked
package de.kommunalsdk.ausdruck;

import org.jspecify.annotations.NullMarked;
