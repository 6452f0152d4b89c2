/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import de.kommunalsdk.error.Problem;

/**
 * One finding of the chain.
 *
 * @param regel id of the broken rule: of XML Schema ({@code cvc-...}), of the standard ({@code sch-xbau-001}), or our code
 * @param problem code, severity, place and message; the code holds the remedy. The path of the place names elements by
 *     their local names; {@code [2]} is the second of its name, no number the first.
 */
public record Befund(Pruefschritt schritt, String regel, Problem problem) {}
