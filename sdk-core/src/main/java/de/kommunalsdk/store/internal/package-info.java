/* SPDX-License-Identifier: EUPL-1.2 */
/** Jdbi implementations of the ports. Made by Datenhaltung only. */
@NullMarked
package de.kommunalsdk.store.internal;

import org.jspecify.annotations.NullMarked;
