/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The XOEV files of the shared test data: missing ones fail in CI and skip elsewhere. */
public final class XoevDaten {

    private XoevDaten() {}

    public static Path ordner(String unterordner) {
        Path daten = Path.of(System.getProperty("shared.data", "../../shared/data"));
        Path xoev = daten.resolve("xoev");
        if (System.getenv("CI") != null) {
            assertThat(xoev).as("shared test data").isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(xoev), "shared test data (xoev) are not here");
        return xoev.resolve(unterordner);
    }

    static List<Path> dateien(String unterordner) {
        try (Stream<Path> alle = Files.list(ordner(unterordner))) {
            return alle.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String lies(Path datei) {
        try {
            return Files.readString(datei);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiling takes a second; all tests share it, as a server does. */
    private static final class Einmal {
        private static final Schemasatz XSCHULE =
                satz(Herkunft.amtlich("ThemenfeldBildung/XSchule, CC BY 4.0"), "xschule-1.2-ccby/xsd", "xoev-base");
        private static final Schemasatz XBAU = satz(Herkunft.amtlich("xbau-releases, XBau 2.6"), "xbau-2.6");
        private static final CodelistenStore LISTEN = CodelistenStore.kette(
                CodelistenStore.ordner(ordner("xschule-1.2-ccby/code")),
                CodelistenStore.ordner(ordner("xbau-codelists")));
    }

    /** XSchule 1.2 with the base types it imports by absolute addresses. */
    static Schemasatz xschule() {
        ordner("");
        return Einmal.XSCHULE;
    }

    static Schemasatz xbau() {
        ordner("");
        return Einmal.XBAU;
    }

    static Schemasatz satz(Herkunft herkunft, String... ordner) {
        try {
            return Schemasatz.aus(Stream.of(ordner).map(XoevDaten::ordner).toList(), herkunft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CodelistenStore listen() {
        ordner("");
        return Einmal.LISTEN;
    }

    static Nachrichtenpruefung pruefung(Schemasatz satz, Versionspolitik politik) {
        return Nachrichtenpruefung.fuer(satz).codelisten(listen(), politik).baue();
    }

    static Pruefergebnis pruefe(Nachrichtenpruefung pruefung, String xml) {
        return pruefung.pruefe("test.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** Rule ids of findings that reject, each once. */
    static List<String> regeln(Pruefergebnis ergebnis) {
        return ergebnis.bericht().befunde().stream()
                .filter(b -> b.problem().istFehler())
                .map(Befund::regel)
                .distinct()
                .toList();
    }
}
