/* SPDX-License-Identifier: EUPL-1.2 */
/** The consent of other people to an Antrag: the round in which it is asked for, each person's link and decision. The store implements the port; the form runtime speaks to it, and all content is opaque bytes here. */
@NullMarked
package de.kommunalsdk.beteiligung;

import org.jspecify.annotations.NullMarked;
