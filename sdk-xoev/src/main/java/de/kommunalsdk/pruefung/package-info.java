/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Checks XOEV messages before they leave and after they arrive: limits, XML Schema, code lists, characters, empty
 * elements, rules of the standard; one report. Schemas and code lists come from the caller, rules of known standards
 * live in {@link de.kommunalsdk.pruefung.regelwerk}. Forms and transport may come in; nothing here knows them.
 */
@NullMarked
package de.kommunalsdk.pruefung;

import org.jspecify.annotations.NullMarked;
