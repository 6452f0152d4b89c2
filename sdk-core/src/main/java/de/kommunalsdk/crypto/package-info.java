/* SPDX-License-Identifier: EUPL-1.2 */
/** Encryption at rest: keys by reference, AES-256-GCM with the key id in the header, rotation. */
@NullMarked
package de.kommunalsdk.crypto;

import org.jspecify.annotations.NullMarked;
