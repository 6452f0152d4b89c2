/* SPDX-License-Identifier: EUPL-1.2 */
/** A virus scanner that asks a ClamAV daemon (clamd) over TCP or a Unix socket, by its command INSTREAM. */
@NullMarked
package de.kommunalsdk.virenscan.clamav;

import org.jspecify.annotations.NullMarked;
