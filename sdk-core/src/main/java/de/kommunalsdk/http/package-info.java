/* SPDX-License-Identifier: EUPL-1.2 */
/** Outgoing HTTP: one factory, one client per peer with its allowed addresses, time limits, answer limit and retry classes. All rooms and modules that speak to a Basisdienst come in here. A fault names the peer and the method, never an address, a header or a body. */
@NullMarked
package de.kommunalsdk.http;

import org.jspecify.annotations.NullMarked;
