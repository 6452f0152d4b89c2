/* SPDX-License-Identifier: EUPL-1.2 */
/** Keeps fresh what accounts publish. For the rooms of this module only: the module does not export it. */
@NullMarked
package de.kommunalsdk.auffrischung;

import org.jspecify.annotations.NullMarked;
