/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of keys and encryption. */
@NullMarked
package de.kommunalsdk.crypto;

import org.jspecify.annotations.NullMarked;
