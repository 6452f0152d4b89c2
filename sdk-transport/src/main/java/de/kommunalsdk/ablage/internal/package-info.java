/* SPDX-License-Identifier: EUPL-1.2 */
/** Files of the drop directory: packet, manifest, receipt. Nobody else's business. */
@NullMarked
package de.kommunalsdk.ablage.internal;

import org.jspecify.annotations.NullMarked;
