/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of what cannot be seen through a portal on plain http. */
@NullMarked
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import org.jspecify.annotations.NullMarked;
