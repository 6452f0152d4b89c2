/* SPDX-License-Identifier: EUPL-1.2 */
/** Contract tests of the store, on H2 and on PostgreSQL. */
@NullMarked
package de.kommunalsdk.store;

import org.jspecify.annotations.NullMarked;
