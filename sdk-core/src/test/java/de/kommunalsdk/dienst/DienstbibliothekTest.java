/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import static de.kommunalsdk.dienst.DienstDatei.GUELTIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.Befunde;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DienstbibliothekTest {

    private static final DienstId HUND = new DienstId("hund-anmelden");
    private static final DienstId KATZE = new DienstId("katze-anmelden");
    private static final DienstDatei KATZENDIENST = GUELTIG.mit("id: hund-anmelden", "id: katze-anmelden");

    @TempDir
    private Path ordner;

    private static void istGanz(Dienstbibliothek bibliothek, DienstId id) throws IOException {
        assertThat(bibliothek.probleme()).isEmpty();
        OzgDienst dienst = bibliothek.dienst(id).orElseThrow();
        try (InputStream schema = dienst.dateien().oeffnen("hund.xdf3.xml").orElseThrow()) {
            assertThat(schema).hasContent(DienstDatei.SCHEMA);
        }
        assertThat(dienst.dateien().oeffnen("fehlt.xml")).isEmpty();
    }

    /** The library of a class path of its own. */
    private static Dienstbibliothek ausKlassenpfad(Path... teile) throws IOException {
        URL[] urls = new URL[teile.length];
        for (int i = 0; i < teile.length; i++) {
            urls[i] = teile[i].toUri().toURL();
        }
        ClassLoader vorher = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader lader = new URLClassLoader(urls, null)) {
            Thread.currentThread().setContextClassLoader(lader);
            return Dienstbibliothek.builder().klassenpfad().lade();
        } finally {
            Thread.currentThread().setContextClassLoader(vorher);
        }
    }

    @Test
    void readsADirectoryThatIsADienst() throws IOException {
        Path dienst = GUELTIG.inOrdner(ordner.resolve("hund"));
        istGanz(Dienstbibliothek.builder().verzeichnis(dienst).lade(), HUND);
        istGanz(Dienstbibliothek.builder().pfad(dienst).lade(), HUND);
    }

    @Test
    void readsADirectoryOfDiensteInTheOrderOfTheirNames() throws IOException {
        KATZENDIENST.inOrdner(ordner.resolve("b"));
        GUELTIG.inOrdner(ordner.resolve("a"));
        Files.createDirectories(ordner.resolve("leer"));
        Files.writeString(ordner.resolve("liesmich.txt"), "x");
        Dienstbibliothek bibliothek =
                Dienstbibliothek.builder().verzeichnis(ordner).lade();
        istGanz(bibliothek, HUND);
        assertThat(bibliothek.alle()).extracting(OzgDienst::id).containsExactly(HUND, KATZE);
        assertThat(bibliothek.dienst(new DienstId("fehlt"))).isEmpty();
    }

    @Test
    void readsAJar() throws IOException {
        Path jar = GUELTIG.inJar(ordner.resolve("hund.jar"), "hund-anmelden");
        Dienstbibliothek bibliothek = Dienstbibliothek.builder().pfad(jar).lade();
        istGanz(bibliothek, HUND);
        assertThat(bibliothek.dienst(HUND).orElseThrow().dateien().ort()).isEqualTo("hund.jar!/hund-anmelden");
    }

    @Test
    void readsTheClassPathInJarsAndDirectories() throws IOException {
        Path jar = GUELTIG.inJar(ordner.resolve("hund.jar"), "hund-anmelden");
        KATZENDIENST.inOrdner(ordner.resolve("klassen/META-INF/ozg-dienst/katze-anmelden"));
        Dienstbibliothek bibliothek = ausKlassenpfad(jar, ordner.resolve("klassen"));
        istGanz(bibliothek, HUND);
        istGanz(bibliothek, KATZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mit leer", "Grüße", "100%20", "a+b#c"})
    void readsAClassPathWithUnusualNames(String name) throws IOException {
        Path unter = Files.createDirectories(ordner.resolve(name));
        Path jar = GUELTIG.inJar(unter.resolve("hund.jar"), "hund-anmelden");
        KATZENDIENST.inOrdner(unter.resolve("klassen/META-INF/ozg-dienst/katze-anmelden"));
        Dienstbibliothek bibliothek = ausKlassenpfad(jar, unter.resolve("klassen"));
        istGanz(bibliothek, HUND);
        istGanz(bibliothek, KATZE);
    }

    @Test
    void anEmptyClassPathHasNoDienste() throws IOException {
        Dienstbibliothek bibliothek = ausKlassenpfad(ordner);
        assertThat(bibliothek.alle()).isEmpty();
        assertThat(bibliothek.probleme()).isEmpty();
    }

    @Test
    void leavesOutABrokenDienstAndOffersTheOthers() throws IOException {
        GUELTIG.mit("version: 1.0.0", "version: neu").inOrdner(ordner.resolve("a"));
        KATZENDIENST.inOrdner(ordner.resolve("b"));
        Dienstbibliothek bibliothek =
                Dienstbibliothek.builder().verzeichnis(ordner).lade();
        assertThat(bibliothek.dienst(HUND)).isEmpty();
        assertThat(bibliothek.dienst(KATZE)).isPresent();
        Befunde.genau(bibliothek.probleme(), "OZG-CONFIG-0005 2 /version");
        assertThat(bibliothek.probleme().get(0).stelle().datei()).isEqualTo("a/dienst.yaml");
    }

    @Test
    void offersTheNewestVersionAndKeepsTheOthers() throws IOException {
        for (String version : new String[] {"1.9.0", "1.10.0", "1.2.30", "0.99.99"}) {
            GUELTIG.mit("version: 1.0.0", "version: " + version).inOrdner(ordner.resolve(version));
        }
        Dienstbibliothek bibliothek =
                Dienstbibliothek.builder().verzeichnis(ordner).lade();
        assertThat(bibliothek.probleme()).isEmpty();
        assertThat(bibliothek.alle()).hasSize(4);
        assertThat(bibliothek.dienst(HUND).orElseThrow().ref().version()).isEqualTo("1.10.0");
        assertThat(bibliothek.dienst(new DienstRef(HUND, "1.9.0"))).isPresent();
        assertThat(bibliothek.dienst(new DienstRef(HUND, "2.0.0"))).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoDiensteOfTheSameVersion() throws IOException {
        GUELTIG.inOrdner(ordner.resolve("a"));
        GUELTIG.mit("titel: Hund anmelden", "titel: Zweiter").inOrdner(ordner.resolve("b"));
        Dienstbibliothek bibliothek =
                Dienstbibliothek.builder().verzeichnis(ordner).lade();
        assertThat(bibliothek.dienst(HUND).orElseThrow().titel()).isEqualTo("Hund anmelden");
        Befunde.genau(bibliothek.probleme(), "OZG-DIENST-0004 0");
        assertThat(bibliothek.probleme().get(0).stelle().datei()).isEqualTo("b");
    }

    @Test
    void reportsSourcesThatCannotBeRead() throws IOException {
        Path text = Files.writeString(ordner.resolve("text.jar"), "kein Archiv");
        Dienstbibliothek bibliothek = Dienstbibliothek.builder()
                .verzeichnis(ordner.resolve("fehlt"))
                .pfad(ordner.resolve("fehlt.jar"))
                .pfad(text)
                .verzeichnis(text)
                .lade();
        Befunde.genau(
                bibliothek.probleme(),
                "OZG-DIENST-0001 0",
                "OZG-DIENST-0001 0",
                "OZG-DIENST-0001 0",
                "OZG-DIENST-0001 0");
        assertThat(bibliothek.probleme()).allMatch(p -> !p.toString().contains(ordner.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../geheim.txt",
                "..",
                ".",
                "",
                "/geheim.txt",
                "./dienst.yaml",
                "unter/../dienst.yaml",
                "..\\geheim.txt",
                ".geheim",
                "dienst.yaml\u0000",
                "dienst.yaml/"
            })
    void opensNothingBeyondItsFolder(String name) throws IOException {
        Files.writeString(ordner.resolve("geheim.txt"), "GEHEIM");
        Path dienst = GUELTIG.inOrdner(ordner.resolve("hund"));
        Files.createDirectories(dienst.resolve("unter"));
        Files.writeString(dienst.resolve(".geheim"), "GEHEIM");
        Path jar = GUELTIG.inJar(ordner.resolve("hund.jar"), "hund-anmelden");
        for (Path quelle : new Path[] {dienst, jar}) {
            Dienstdateien dateien = Dienstbibliothek.builder()
                    .pfad(quelle)
                    .lade()
                    .dienst(HUND)
                    .orElseThrow()
                    .dateien();
            assertThat(dateien.oeffnen(name)).isEmpty();
        }
    }

    @Test
    void doesNotTakeAFolderForAFile() throws IOException {
        Path dienst = GUELTIG.inOrdner(ordner.resolve("hund"));
        Files.createDirectories(dienst.resolve("bilder"));
        OzgDienst gelesen =
                Dienstbibliothek.builder().pfad(dienst).lade().dienst(HUND).orElseThrow();
        assertThatThrownBy(() -> gelesen.dateien().oeffnen("bilder")).isInstanceOf(IOException.class);
    }

    @Test
    void followsLinksAsAMountedConfigMapHasThem() throws IOException {
        Path daten = GUELTIG.inOrdner(ordner.resolve("hund/..2026"));
        Path dienst = ordner.resolve("hund");
        for (String name : new String[] {"dienst.yaml", "hund.xdf3.xml"}) {
            Files.createSymbolicLink(dienst.resolve(name), daten.resolve(name));
        }
        istGanz(Dienstbibliothek.builder().pfad(dienst).lade(), HUND);
    }

    @Test
    void takesOnlyEntriesOfItsOwnPlaceFromAJar() throws IOException {
        Path jar = ordner.resolve("fremd.jar");
        try (OutputStream ziel = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(ziel)) {
            for (String id : new String[] {"..", "Hund", "a/b", "hund_1"}) {
                zip.putNextEntry(new JarEntry("META-INF/ozg-dienst/" + id + "/dienst.yaml"));
            }
            zip.putNextEntry(new JarEntry("ozg-dienst/hund/dienst.yaml"));
        }
        Dienstbibliothek bibliothek = Dienstbibliothek.builder().pfad(jar).lade();
        assertThat(bibliothek.alle()).isEmpty();
        assertThat(bibliothek.probleme()).isEmpty();
    }

    @Test
    void refusesAHugeEntryOfAJarWithoutReadingIt() throws IOException {
        Path jar = ordner.resolve("bombe.jar");
        byte[] mebibyte = new byte[1 << 20];
        try (OutputStream ziel = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(ziel)) {
            zip.putNextEntry(new JarEntry("META-INF/ozg-dienst/hund/dienst.yaml"));
            for (int i = 0; i < 65; i++) {
                zip.write(mebibyte);
            }
        }
        assertThat(Files.size(jar)).isLessThan(2 << 20);
        Befunde.genau(Dienstbibliothek.builder().pfad(jar).lade().probleme(), "OZG-DIENST-0001 0");
    }

    @Test
    void cannotBeChangedFromOutside() throws IOException {
        Dienstbibliothek bibliothek = Dienstbibliothek.builder()
                .verzeichnis(GUELTIG.inOrdner(ordner.resolve("a")))
                .lade();
        assertThatThrownBy(() -> bibliothek.alle().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bibliothek.probleme().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
