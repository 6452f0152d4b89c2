/* SPDX-License-Identifier: EUPL-1.2 */
/** Outgoing HTTP: one factory for clients with time limits, retry classes, answer limit and one-shot writes. */
@NullMarked
package de.kommunalsdk.http;

import org.jspecify.annotations.NullMarked;
