/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.listenablage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the files of installed code lists, for all Mandanten together. Blocks; thread-safe. */
public interface Listenablage {

    /** Longest URN. */
    int MAX_URN = 400;

    /** Longest version. */
    int MAX_VERSION = 100;

    /**
     * A file that is kept.
     *
     * @param sha256 of its bytes, 64 lower case hex digits
     * @param groesse bytes
     * @param installiertVon who put it there, as the caller said
     */
    record Listendatei(
            String urn, String version, String sha256, long groesse, Instant installiertAm, String installiertVon) {}

    /** A file to put. */
    record Eingang(String urn, String version, byte[] inhalt) {}

    /** What putting a file did. */
    enum Ergebnis {
        /** There was none under this URN and version. */
        NEU,
        /** The same bytes are there already. */
        UNVERAENDERT,
        /** Other bytes were there; these hold now, the others stay as history. */
        ERSETZT,
        /** Other bytes are there and hold on. */
        ABGELEHNT
    }

    /** All files that hold, by URN and version. */
    List<Listendatei> liste();

    /** The bytes that hold under a URN and version. */
    Optional<byte[]> lies(String urn, String version);

    /**
     * Puts files, all or none: if one is {@link Ergebnis#ABGELEHNT}, nothing is put. Putting the same again changes
     * nothing.
     *
     * @param ersetzen whether other bytes under the same URN and version are replaced
     * @param handelnder who does it, without personal data beyond an account name; at most 100 characters are kept
     * @return one result for each file, in their order
     */
    List<Ergebnis> lege(List<Eingang> eingaenge, boolean ersetzen, String handelnder);
}
