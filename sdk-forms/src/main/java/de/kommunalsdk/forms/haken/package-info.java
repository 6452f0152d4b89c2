/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Where a host takes part in the way of an Antrag: small interfaces, given to the builder of the SDK. They are called by
 * the servlet, on the thread of the request; they must be thread-safe and quick.
 */
@NullMarked
package de.kommunalsdk.forms.haken;

import org.jspecify.annotations.NullMarked;
