/* SPDX-License-Identifier: EUPL-1.2 */
/** Walks the pages over HTTP: as a citizen, as an attacker, and when something breaks. */
@NullMarked
package de.kommunalsdk.forms.servlet;

import org.jspecify.annotations.NullMarked;
