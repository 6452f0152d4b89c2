/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** The files about accounts of the shared test data: missing ones fail in CI and skip elsewhere. */
public final class Kontodaten {

    private Kontodaten() {}

    public static Path ordner() {
        Path daten =
                Path.of(System.getProperty("shared.data", "../../shared/data")).resolve("identity");
        if (System.getenv("CI") != null) {
            assertThat(daten).as("shared test data").isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(daten), "shared test data (identity) are not here");
        return daten;
    }

    public static byte[] datei(String name) {
        try {
            return Files.readAllBytes(ordner().resolve(name));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    public static String text(String name) {
        return new String(datei(name), StandardCharsets.UTF_8);
    }

    /** Lines of a table without its head, cut at the commas outside of quotes. */
    static List<List<String>> tabelle(String name) {
        List<List<String>> zeilen = new ArrayList<>();
        for (String zeile : text("tables/" + name).lines().skip(1).toList()) {
            zeilen.add(List.of(zeile.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
        }
        return zeilen;
    }

    /** All files of an archive. */
    public static Map<String, byte[]> archiv(String name) {
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(ordner().resolve("vectors/" + name).toFile())) {
            for (ZipEntry eintrag : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                dateien.put(eintrag.getName(), zip.getInputStream(eintrag).readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
        return dateien;
    }
}
