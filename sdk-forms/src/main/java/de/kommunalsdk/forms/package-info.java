/* SPDX-License-Identifier: EUPL-1.2 */
/** The runtime of OZG-Dienste: hosts build a {@link de.kommunalsdk.forms.KommunalSdk} and mount its servlet. */
@NullMarked
package de.kommunalsdk.forms;

import org.jspecify.annotations.NullMarked;
