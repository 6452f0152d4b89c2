/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/**
 * A rule. FIM publishes rules as free text.
 *
 * @param typ K, M, V or B; empty when absent
 */
public record Regel(String id, String version, String name, String freitext, String typ) {}
