/* SPDX-License-Identifier: EUPL-1.2 */
/** The hand-over to a Fachverfahren: the port, the packet and its outcome. A new way is one class that implements the port. */
@NullMarked
package de.kommunalsdk.uebermittlung;

import org.jspecify.annotations.NullMarked;
