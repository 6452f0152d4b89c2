/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The local portal of the invented town Musterstadt: a plain servlet application on embedded Jetty with its own look.
 * It shows how a portal embeds the SDK; {@link de.kommunalsdk.beispiel.musterstadt.Musterstadt} holds the few lines.
 */
@NullMarked
package de.kommunalsdk.beispiel.musterstadt;

import org.jspecify.annotations.NullMarked;
