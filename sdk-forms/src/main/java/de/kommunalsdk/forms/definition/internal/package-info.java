/* SPDX-License-Identifier: EUPL-1.2 */
/** Compiling a form: elements, overlay, pages. */
@NullMarked
package de.kommunalsdk.forms.definition.internal;

import org.jspecify.annotations.NullMarked;
