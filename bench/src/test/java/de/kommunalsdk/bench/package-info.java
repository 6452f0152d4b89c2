/* SPDX-License-Identifier: EUPL-1.2 */
/** Gates on allocation: bytes per operation repeat from run to run, times on a shared machine do not. */
@NullMarked
package de.kommunalsdk.bench;

import org.jspecify.annotations.NullMarked;
