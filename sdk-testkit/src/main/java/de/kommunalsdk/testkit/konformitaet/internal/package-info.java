/* SPDX-License-Identifier: EUPL-1.2 */
/** A small browser, the walk through the pages of a Dienst, and the writers of the reports. */
@NullMarked
package de.kommunalsdk.testkit.konformitaet.internal;

import org.jspecify.annotations.NullMarked;
