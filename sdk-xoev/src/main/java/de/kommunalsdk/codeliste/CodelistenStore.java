/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.codeliste.internal.Ablagestore;
import de.kommunalsdk.codeliste.internal.Dateienstore;
import de.kommunalsdk.codeliste.internal.Fundorte;
import de.kommunalsdk.codeliste.internal.Kettenstore;
import de.kommunalsdk.codeliste.internal.Versionsfolge;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.listenablage.Listenablage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The installed code lists. Thread-safe. Reads files or the database, never the network: a list that is not installed
 * is not there.
 */
public interface CodelistenStore {

    /**
     * Which of two versions is newer: runs of digits are compared as numbers, everything else as text, part by part; a
     * version that goes on where the other ends is newer. So 1.9 &lt; 1.10, 3 &lt; 4.1, 2023-12-31 &lt; 2024-08-01.
     * Versions of one list that change from numbers to dates and back cannot be told apart by any rule.
     */
    Comparator<String> VERSIONEN = Versionsfolge.ORDNUNG;

    /**
     * Finds a list. May block on a file or the database at the first call; later calls take it from a bounded memory.
     *
     * @param version exactly as published; empty for the newest installed one by {@link #VERSIONEN}
     * @throws de.kommunalsdk.error.InvalidInput when a stored list became unreadable after it was installed
     * @throws de.kommunalsdk.error.ServiceUnavailable when file or database do not answer
     */
    Optional<Codeliste> finde(String urn, String version);

    /** All installed lists, by URN, the newest version first. */
    List<Listenkennung> bestand();

    /** Files that lie there and are no usable code list. */
    default List<Problem> probleme() {
        return List.of();
    }

    /** Opens the bytes of a file; the caller closes the stream. */
    @FunctionalInterface
    interface Quelle {
        InputStream oeffne() throws IOException;
    }

    /** No list at all. */
    static CodelistenStore leer() {
        return dateien(Map.of());
    }

    /** The lists of a directory (files {@code *.xml}, not its subdirectories) as they are now. Reads each file once. */
    static CodelistenStore ordner(Path ordner) {
        return Fundorte.ordner(ordner);
    }

    /** The lists in {@code META-INF/ozg-codelisten/} of a class path, in jars and directories. Reads each file once. */
    static CodelistenStore klassenpfad(ClassLoader lader) {
        return Fundorte.klassenpfad(lader);
    }

    /** The lists among some files, by their names; XML that is no genericode is passed over. Reads each file once. */
    static CodelistenStore dateien(Map<String, Quelle> dateien) {
        return new Dateienstore(dateien, List.of());
    }

    /** The lists in the database. What is newly installed is seen after at most ten seconds. */
    static CodelistenStore ablage(Listenablage ablage, Clock clock) {
        return new Ablagestore(ablage, clock);
    }

    /** Several stores as one: the first that has a version gives it; the newest version is the newest of all. */
    static CodelistenStore kette(CodelistenStore... glieder) {
        return new Kettenstore(Arrays.asList(glieder));
    }
}
