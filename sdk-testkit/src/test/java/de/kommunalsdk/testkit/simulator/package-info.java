/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the simulators. */
@NullMarked
package de.kommunalsdk.testkit.simulator;

import org.jspecify.annotations.NullMarked;
