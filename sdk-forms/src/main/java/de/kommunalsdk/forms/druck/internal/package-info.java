/* SPDX-License-Identifier: EUPL-1.2 */
/** The lines of a blank form and its conditions in words. */
@NullMarked
package de.kommunalsdk.forms.druck.internal;

import org.jspecify.annotations.NullMarked;
