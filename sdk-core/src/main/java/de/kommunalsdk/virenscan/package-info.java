/* SPDX-License-Identifier: EUPL-1.2 */
/** The port to a virus scanner; fail closed. */
@NullMarked
package de.kommunalsdk.virenscan;

import org.jspecify.annotations.NullMarked;
