/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The conformance kit: checks a running portal over HTTP against the Eckpunkte of the state-wide portal offer. A portal
 * extends {@link de.kommunalsdk.testkit.konformitaet.PortalConformance} in its own tests, or calls {@link
 * de.kommunalsdk.testkit.konformitaet.Konformitaetspruefung}. It begins drafts and never submits one.
 */
@NullMarked
package de.kommunalsdk.testkit.konformitaet;

import org.jspecify.annotations.NullMarked;
