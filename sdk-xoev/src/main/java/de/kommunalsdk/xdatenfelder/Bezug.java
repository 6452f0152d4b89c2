/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/**
 * What an element or its use rests on, mostly a law.
 *
 * @param link address of the source; empty when absent, always empty in XDF2
 */
public record Bezug(String text, String link) {}
