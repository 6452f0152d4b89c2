/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The 396 municipalities of Nordrhein-Westfalen as of 2026-06-30, by ARS. Thread-safe. Source: Destatis. */
public final class Gemeindeverzeichnis {

    /** Date of the list. */
    public static final String STAND = "2026-06-30";

    /** The Land whose municipalities it lists; about those of another one it says nothing. */
    public static final String LAND = "05";

    private static final class Tabelle {
        private static final Map<String, String> NAMEN = lies();
        private static final Map<String, Regionalschluessel> NACH_AGS = NAMEN.keySet().stream()
                .map(Regionalschluessel::new)
                .collect(Collectors.toUnmodifiableMap(Regionalschluessel::ags, ars -> ars));
    }

    private Gemeindeverzeichnis() {}

    /** The official name, for example {@code Düsseldorf, Stadt}; empty when no municipality has this key. */
    public static Optional<String> name(Regionalschluessel ars) {
        return Optional.ofNullable(Tabelle.NAMEN.get(ars.wert()));
    }

    /** The ARS of a municipality; empty when none has this AGS. */
    public static Optional<Regionalschluessel> ars(Gemeindeschluessel ags) {
        return Optional.ofNullable(Tabelle.NACH_AGS.get(ags.wert()));
    }

    /** How many municipalities the list has. */
    public static int anzahl() {
        return Tabelle.NAMEN.size();
    }

    private static Map<String, String> lies() {
        try (InputStream quelle = Gemeindeverzeichnis.class.getResourceAsStream("gemeinden-nrw.csv")) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt gemeinden-nrw.csv");
            }
            return new BufferedReader(new InputStreamReader(quelle, StandardCharsets.UTF_8))
                    .lines()
                    .filter(zeile -> !zeile.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(z -> z.substring(0, 12), z -> z.substring(13)));
        } catch (IOException e) {
            throw new IllegalStateException("gemeinden-nrw.csv ist nicht lesbar", e);
        }
    }
}
