/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of expressions. */
@NullMarked
package de.kommunalsdk.ausdruck;

import org.jspecify.annotations.NullMarked;
