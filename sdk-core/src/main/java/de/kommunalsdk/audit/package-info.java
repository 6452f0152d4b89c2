/* SPDX-License-Identifier: EUPL-1.2 */
/** The audit trail: who did what when to which Antrag, never its content. */
@NullMarked
package de.kommunalsdk.audit;

import org.jspecify.annotations.NullMarked;
