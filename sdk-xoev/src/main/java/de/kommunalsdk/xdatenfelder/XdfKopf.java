/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/**
 * What a file says about itself, as far as it could be read; texts that are absent are empty. The counts are distinct
 * identifications (id and version) read so far.
 *
 * @param xdfVersion {@code 2.0}, {@code 3.0.0}, {@code 1.0} (which is refused) or empty
 * @param wurzel local name of the root element
 * @param codelisten referenced code lists; values inside the schema are none
 * @param relationen relations that were passed over, each counted
 */
public record XdfKopf(
        String xdfVersion,
        String wurzel,
        Nachrichtenkopf nachricht,
        String id,
        String version,
        String name,
        int gruppen,
        int felder,
        int regeln,
        int codelisten,
        int relationen) {}
