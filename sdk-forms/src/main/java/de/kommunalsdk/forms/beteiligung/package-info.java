/* SPDX-License-Identifier: EUPL-1.2 */
/** What others see and say before an Antrag is submitted: the content of a round, the view of one person, what follows a decision, and the notices. Free of the servlet API; pages and the job of the deadlines use it. */
@NullMarked
package de.kommunalsdk.forms.beteiligung;

import org.jspecify.annotations.NullMarked;
