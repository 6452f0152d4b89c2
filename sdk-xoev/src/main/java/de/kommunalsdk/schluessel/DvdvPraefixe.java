/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schluessel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The prefixes of DVDV keys as of one version of their list. Thread-safe. Source: BMI/ITZBund. */
public final class DvdvPraefixe {

    /** URN of the list. */
    public static final String LISTE = "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix";

    /** Version of the list. */
    public static final String VERSION = "51";

    /** From when this version is valid. */
    public static final String STAND = "2025-08-06";

    private static final class Tabelle {
        private static final Map<String, String> KATEGORIEN = lies();
    }

    private DvdvPraefixe() {}

    /** The kind of authority, for example {@code Bauaufsichtsbehörde}; empty when no prefix is written like this. */
    public static Optional<String> kategorie(String praefix) {
        return Optional.ofNullable(Tabelle.KATEGORIEN.get(praefix));
    }

    /** How many prefixes the list has. */
    public static int anzahl() {
        return Tabelle.KATEGORIEN.size();
    }

    private static Map<String, String> lies() {
        try (InputStream quelle = DvdvPraefixe.class.getResourceAsStream("dvdv-praefixe.csv")) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt dvdv-praefixe.csv");
            }
            return new BufferedReader(new InputStreamReader(quelle, StandardCharsets.UTF_8))
                    .lines()
                    .filter(zeile -> !zeile.startsWith("#"))
                    .map(zeile -> zeile.split(";", 2))
                    .collect(Collectors.toUnmodifiableMap(z -> z[0], z -> z[1]));
        } catch (IOException e) {
            throw new IllegalStateException("dvdv-praefixe.csv ist nicht lesbar", e);
        }
    }
}
