/* SPDX-License-Identifier: EUPL-1.2 */
/** The outbox and its workers. A row written in the Antrag's transaction is the truth; waking a worker is only a hint. */
@NullMarked
package de.kommunalsdk.jobs;

import org.jspecify.annotations.NullMarked;
