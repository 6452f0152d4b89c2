/* SPDX-License-Identifier: EUPL-1.2 */
/** Port to small values that live for minutes or hours on all nodes: logins under way, sessions, ids that were seen. Filled and emptied by the account services; nothing here belongs to an Antrag. */
@NullMarked
package de.kommunalsdk.kurzablage;

import org.jspecify.annotations.NullMarked;
