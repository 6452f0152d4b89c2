/* SPDX-License-Identifier: EUPL-1.2 */
/** The error model: codes, problems with their place, and the exceptions of the SDK. Every room uses it; it uses no other room. A room lists its own codes in one enum that implements {@link de.kommunalsdk.error.Fehlercode}. */
@NullMarked
package de.kommunalsdk.error;

import org.jspecify.annotations.NullMarked;
