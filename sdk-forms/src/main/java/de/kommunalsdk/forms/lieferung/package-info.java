/* SPDX-License-Identifier: EUPL-1.2 */
/** From answers to what is delivered: the frozen bytes, the packet, the summary for people. */
@NullMarked
package de.kommunalsdk.forms.lieferung;

import org.jspecify.annotations.NullMarked;
