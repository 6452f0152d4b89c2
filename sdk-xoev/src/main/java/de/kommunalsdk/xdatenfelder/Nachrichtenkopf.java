/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/**
 * The header of a message; texts that are absent are empty.
 *
 * @param erstellungszeitpunkt {@code xs:dateTime} as written
 */
public record Nachrichtenkopf(String nachrichtId, String erstellungszeitpunkt, String referenzId) {}
