/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/**
 * A keyword (XDF3).
 *
 * @param uri vocabulary it belongs to, as written; empty when absent
 */
public record Stichwort(String text, String uri) {}
