/* SPDX-License-Identifier: EUPL-1.2 */
/** The life cycle of an Antrag: draft, attachments, the freeze at submission, states and their allowed moves. The store implements its ports; pages and jobs only speak to these. */
@NullMarked
package de.kommunalsdk.antrag;

import org.jspecify.annotations.NullMarked;
