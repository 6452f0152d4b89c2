/* SPDX-License-Identifier: EUPL-1.2 */
/** The passes behind {@link de.kommunalsdk.pruefung.Nachrichtenpruefung} and {@link de.kommunalsdk.pruefung.Schemasatz}. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.pruefung.internal;

import org.jspecify.annotations.NullMarked;
