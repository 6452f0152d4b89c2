/* SPDX-License-Identifier: EUPL-1.2 */
/** The Jdbi implementations of the ports over the host's DataSource, the SQL scripts and the migrator. Nobody outside builds on its classes except through KommunalSdk's builder. */
@NullMarked
package de.kommunalsdk.store;

import org.jspecify.annotations.NullMarked;
