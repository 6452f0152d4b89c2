/* SPDX-License-Identifier: EUPL-1.2 */
/** Walks the portal as citizens, attackers and misfortune do. */
@NullMarked
package de.kommunalsdk.beispiel.musterstadt;

import org.jspecify.annotations.NullMarked;
