/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Versions of the Dienst "Hund anmelden" in folders of their own. */
final class Fassungen {

    private Fassungen() {}

    /** Another version; {@code anders} changes its dienst.yaml and its schema. */
    static Path von(Path ordner, String version, String entwurf, UnaryOperator<String> anders) {
        Path ziel = ordner.resolve("hund-" + version);
        try (Stream<Path> dateien = Files.list(Testportal.hund())) {
            Files.createDirectories(ziel);
            for (Path datei : (List<Path>) dateien.toList()) {
                String text = Files.readString(datei);
                if (datei.getFileName().toString().equals("dienst.yaml")) {
                    text = text.replace("version: 1.0.0", "version: " + version)
                            .replace("entwurf:\n  tage: \"30\"\n", "entwurf:\n  tage: \"30\"\n" + entwurf);
                }
                Files.writeString(ziel.resolve(datei.getFileName()), anders.apply(text));
            }
            return ziel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
