/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Notices to citizens (mail): the portal's own way to send them, the outbox they wait in, and the addresses that were
 * given for drafts. The store implements the two latter.
 */
@NullMarked
package de.kommunalsdk.benachrichtigung;

import org.jspecify.annotations.NullMarked;
