/* SPDX-License-Identifier: EUPL-1.2 */
/** Rate limits: the port and the implementation in the database. */
@NullMarked
package de.kommunalsdk.grenze;

import org.jspecify.annotations.NullMarked;
