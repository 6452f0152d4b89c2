/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Code lists: read from genericode, found by URN and version in a {@link de.kommunalsdk.codeliste.CodelistenStore},
 * installed beforehand. Nothing here asks the network; the readers and stores live in {@code internal}.
 */
@NullMarked
package de.kommunalsdk.codeliste;

import org.jspecify.annotations.NullMarked;
