/* SPDX-License-Identifier: EUPL-1.2 */
/** The port for attachments and its implementations. Bytes are encrypted before they are at rest. */
@NullMarked
package de.kommunalsdk.blob;

import org.jspecify.annotations.NullMarked;
