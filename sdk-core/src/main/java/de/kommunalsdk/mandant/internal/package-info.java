/* SPDX-License-Identifier: EUPL-1.2 */
/** Checks of Wappen and design tokens, and the finders. */
@NullMarked
package de.kommunalsdk.mandant.internal;

import org.jspecify.annotations.NullMarked;
