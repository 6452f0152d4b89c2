/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the compiled form on real schemas. */
@NullMarked
package de.kommunalsdk.forms.definition;

import org.jspecify.annotations.NullMarked;
