/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of prefill and look-ups. */
@NullMarked
package de.kommunalsdk.forms.quellen;

import org.jspecify.annotations.NullMarked;
