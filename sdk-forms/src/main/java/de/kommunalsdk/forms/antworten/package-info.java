/* SPDX-License-Identifier: EUPL-1.2 */
/** The answers of a citizen: an immutable map from place in the form to text, and its bytes in the draft. */
@NullMarked
package de.kommunalsdk.forms.antworten;

import org.jspecify.annotations.NullMarked;
