/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Simulators of what a portal is connected to, for its own tests: {@code RegisterSimulator.mit("melderegister",
 * "Melderegister").liefert(Map.of("familienname", "Mustermann"))} is given to the builder like the real one. All data in them
 * are the test's own.
 */
@NullMarked
package de.kommunalsdk.testkit.simulator;

import org.jspecify.annotations.NullMarked;
