/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The store over the host's {@code DataSource}: {@link de.kommunalsdk.store.Datenhaltung} opens it and gives the ports.
 * The Jdbi implementations and the migrator live in {@code internal}; the SQL scripts beside them are resources.
 */
@NullMarked
package de.kommunalsdk.store;

import org.jspecify.annotations.NullMarked;
