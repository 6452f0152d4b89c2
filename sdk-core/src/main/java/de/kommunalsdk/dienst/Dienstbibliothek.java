/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import de.kommunalsdk.dienst.internal.Quellen;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The OZG-Dienste of a portal, from the class path and from mounted directories. A broken Dienst is left out and
 * reported; the others work. Immutable, thread-safe.
 */
public final class Dienstbibliothek {

    /** The order of versions: by their three numbers. */
    public static final Comparator<String> VERSION = (a, b) -> Arrays.compare(zahlen(a), zahlen(b));

    private final Map<DienstRef, OzgDienst> dienste;
    private final List<Problem> probleme;

    private Dienstbibliothek(Map<DienstRef, OzgDienst> dienste, List<Problem> probleme) {
        this.dienste = new LinkedHashMap<>(dienste);
        this.probleme = List.copyOf(probleme);
    }

    /** Begins a library without any source. */
    public static Builder builder() {
        return new Builder();
    }

    /** The newest version of a Dienst. */
    public Optional<OzgDienst> dienst(DienstId id) {
        return dienste.values().stream()
                .filter(d -> d.id().equals(id))
                .max(Comparator.comparing(d -> d.ref().version(), VERSION));
    }

    /** A Dienst in one version. */
    public Optional<OzgDienst> dienst(DienstRef ref) {
        return Optional.ofNullable(dienste.get(ref));
    }

    /** All Dienste in all versions, in the order of their sources. */
    public Collection<OzgDienst> alle() {
        return java.util.Collections.unmodifiableCollection(dienste.values());
    }

    /** What is wrong, of all sources. */
    public List<Problem> probleme() {
        return probleme;
    }

    private static int[] zahlen(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Collects sources. Not thread-safe. */
    public static final class Builder {

        private final Map<DienstRef, OzgDienst> dienste = new LinkedHashMap<>();
        private final List<Problem> probleme = new ArrayList<>();

        private Builder() {}

        /** The Dienste in {@code META-INF/ozg-dienst/} of the class path of the calling thread. */
        public Builder klassenpfad() {
            ClassLoader lader = Thread.currentThread().getContextClassLoader();
            return lade(
                    "Klassenpfad",
                    () -> Quellen.klassenpfad(lader == null ? Dienstbibliothek.class.getClassLoader() : lader));
        }

        /** A directory: a Dienst itself, or with a folder for each Dienst. */
        public Builder verzeichnis(Path pfad) {
            return lade(String.valueOf(pfad.getFileName()), () -> Quellen.verzeichnis(pfad));
        }

        /** A directory or a jar. */
        public Builder pfad(Path pfad) {
            return Files.isDirectory(pfad)
                    ? verzeichnis(pfad)
                    : lade(String.valueOf(pfad.getFileName()), () -> Quellen.jar(pfad));
        }

        private Builder lade(String name, Quelle quelle) {
            try {
                quelle.lies().forEach(this::nimm);
            } catch (IOException e) {
                probleme.add(Problem.fehler(
                        DienstFehler.NICHT_LESBAR,
                        Fundstelle.in(name),
                        "Nicht lesbar (" + e.getClass().getSimpleName() + ")."));
            }
            return this;
        }

        private void nimm(Dienstdateien dateien) {
            DienstLeser.lies(dateien, probleme).ifPresent(dienst -> {
                if (dienste.putIfAbsent(dienst.ref(), dienst) != null) {
                    probleme.add(Problem.fehler(
                            DienstFehler.DOPPELT,
                            Fundstelle.in(dateien.ort()),
                            dienst.ref() + " gibt es schon; der frueher gefundene gilt."));
                }
            });
        }

        /** The library. */
        public Dienstbibliothek lade() {
            return new Dienstbibliothek(dienste, probleme);
        }

        private interface Quelle {
            List<Dienstdateien> lies() throws IOException;
        }
    }
}
