/* SPDX-License-Identifier: EUPL-1.2 */
/** Reading the text form: tokens, grammar, functions, types. */
@NullMarked
package de.kommunalsdk.ausdruck.internal;

import org.jspecify.annotations.NullMarked;
