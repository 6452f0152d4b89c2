/* SPDX-License-Identifier: EUPL-1.2 */
/** The port to a virus scanner; fail closed. What has no answer yet is scanned again by {@code Nachpruefung}. */
@NullMarked
package de.kommunalsdk.virenscan;

import org.jspecify.annotations.NullMarked;
