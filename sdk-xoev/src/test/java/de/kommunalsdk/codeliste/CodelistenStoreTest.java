/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import static de.kommunalsdk.codeliste.Probelisten.URN;
import static de.kommunalsdk.codeliste.Probelisten.liste;
import static de.kommunalsdk.codeliste.Probelisten.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.listenablage.Listenablage.Ergebnis;
import de.kommunalsdk.xml.XmlFehler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodelistenStoreTest {

    @TempDir
    private Path ordner;

    @ParameterizedTest
    @CsvSource({
        "1.9,1.10",
        "3,4.1",
        "2023-12-31,2024-08-01",
        "1.0,1.0.1",
        "9,10",
        "2,2.0",
        "1.0-alpha,1.0-beta",
        "1.01,1.1.0",
        "99999999999999999999,100000000000000000000"
    })
    void theOrderOfVersionsIsByNumbers(String alt, String neu) {
        assertThat(CodelistenStore.VERSIONEN.compare(alt, neu)).isNegative();
        assertThat(CodelistenStore.VERSIONEN.compare(neu, alt)).isPositive();
        assertThat(CodelistenStore.VERSIONEN.compare(alt, alt)).isZero();
    }

    @Test
    void aDirectoryGivesItsListsAndSaysWhatIsBroken() throws IOException {
        schreibe("a.xml", liste("1.9", zeile("1", "alt")));
        schreibe("b.xml", liste("1.10", zeile("1", "neu")));
        schreibe("c.xml", liste("1.10", zeile("1", "doppelt")));
        schreibe("leer.xml", liste("2", ""));
        schreibe("fremd.xml", "<fremd/>");
        schreibe("notiz.txt", "kein XML");
        CodelistenStore store = CodelistenStore.ordner(ordner);

        assertThat(store.bestand()).extracting(Listenkennung::version).containsExactly("1.10", "1.9");
        assertThat(name(store, "")).isEqualTo("neu");
        assertThat(name(store, "1.9")).isEqualTo("alt");
        assertThat(store.finde(URN, "1.1")).isEmpty();
        assertThat(store.finde("urn:anders", "")).isEmpty();
        assertThat(store.probleme())
                .extracting(Problem::code)
                .containsExactly(CodelisteFehler.ZWEIMAL_DA, CodelisteFehler.LEER);
    }

    @Test
    void aDirectoryThatIsNotThereIsAProblemAndNoFault() {
        CodelistenStore store = CodelistenStore.ordner(ordner.resolve("fehlt"));

        assertThat(store.bestand()).isEmpty();
        assertThat(store.probleme()).extracting(Problem::code).containsExactly(CodelisteFehler.ABLAGE);
    }

    @Test
    void theClassPathGivesListsFromJarsAndDirectories() throws IOException {
        Path jar = ordner.resolve("mit Leerzeichen.jar");
        try (JarOutputStream ziel = new JarOutputStream(Files.newOutputStream(jar))) {
            ziel.putNextEntry(new JarEntry("META-INF/ozg-codelisten/"));
            ziel.putNextEntry(new JarEntry("META-INF/ozg-codelisten/farbe.xml"));
            ziel.write(liste("1", zeile("1", "Jar")).getBytes(StandardCharsets.UTF_8));
        }
        Path klassen = Files.createDirectories(ordner.resolve("klassen/META-INF/ozg-codelisten"));
        Files.writeString(klassen.resolve("farbe.xml"), liste("2", zeile("1", "Ordner")));
        try (URLClassLoader lader = new URLClassLoader(
                new URL[] {
                    jar.toUri().toURL(), ordner.resolve("klassen/").toUri().toURL()
                },
                null)) {
            CodelistenStore store = CodelistenStore.klassenpfad(lader);

            assertThat(store.probleme()).isEmpty();
            assertThat(name(store, "1")).isEqualTo("Jar");
            assertThat(name(store, "")).isEqualTo("Ordner");
        }
    }

    @Test
    void aChainGivesTheNewestOfAllAndTheFirstOfEqualOnes() {
        CodelistenStore kette = CodelistenStore.kette(
                store("1", "erster"), store("1", "zweiter"), store("2", "neuer"), CodelistenStore.leer());

        assertThat(name(kette, "1")).isEqualTo("erster");
        assertThat(name(kette, "")).isEqualTo("neuer");
        assertThat(kette.bestand()).extracting(Listenkennung::version).containsExactly("2", "1");
        assertThat(kette.finde("urn:anders", "")).isEmpty();
    }

    @Test
    void anInstallationIsWholeOrNotAtAll() throws IOException {
        Path ziel = ordner.resolve("ziel");
        Listenablage ablage = Listeninstallation.ordner(ziel);
        Map<String, byte[]> gut = dateien("1", "Rot");

        assertThat(installiere(gut, ablage, false)).containsExactly(Ergebnis.NEU);
        assertThat(installiere(gut, ablage, false)).containsExactly(Ergebnis.UNVERAENDERT);
        assertThat(name(CodelistenStore.ordner(ziel), "1")).isEqualTo("Rot");

        Map<String, byte[]> gemischt = new TreeMap<>(dateien("2", "Neu"));
        gemischt.putAll(dateien("1", "Anders"));
        Listeninstallation.Bericht abgelehnt = Listeninstallation.installiere(gemischt, ablage, false, "test");
        assertThat(abgelehnt.istInstalliert()).isFalse();
        assertThat(abgelehnt.probleme()).extracting(Problem::code).containsExactly(CodelisteFehler.ANDERER_INHALT);
        assertThat(CodelistenStore.ordner(ziel).bestand()).hasSize(1);

        Map<String, byte[]> mitFehler = new TreeMap<>(dateien("2", "Neu"));
        mitFehler.put("kaputt.xml", liste("3", "").getBytes(StandardCharsets.UTF_8));
        assertThat(Listeninstallation.installiere(mitFehler, ablage, true, "test")
                        .probleme())
                .extracting(Problem::code)
                .containsExactly(CodelisteFehler.LEER);
        assertThat(CodelistenStore.ordner(ziel).bestand()).hasSize(1);

        assertThat(installiere(gemischt, ablage, true)).containsExactly(Ergebnis.ERSETZT, Ergebnis.NEU);
        assertThat(name(CodelistenStore.ordner(ziel), "1")).isEqualTo("Anders");
        assertThat(ablage.lies(URN, "1").orElseThrow())
                .isEqualTo(dateien("1", "Anders").get("1.xml"));
        try (Stream<Path> alle = Files.list(ziel)) {
            assertThat(alle).hasSize(2).allMatch(p -> p.toString().endsWith(".xml"));
        }
    }

    @Test
    void theDatabaseIsAskedAgainAfterTenSeconds() {
        Listenablage ablage = Listeninstallation.ordner(ordner);
        Instant[] jetzt = {Instant.parse("2026-01-01T00:00:00Z")};
        Clock uhr = uhr(jetzt);
        CodelistenStore store = CodelistenStore.ablage(ablage, uhr);
        assertThat(store.finde(URN, "1")).isEmpty();
        installiere(dateien("1", "Rot"), ablage, false);
        assertThat(store.finde(URN, "1")).isEmpty();

        jetzt[0] = jetzt[0].plus(Duration.ofSeconds(11));
        assertThat(name(store, "1")).isEqualTo("Rot");
        installiere(dateien("1", "Blau"), ablage, true);
        jetzt[0] = jetzt[0].plus(Duration.ofSeconds(11));
        assertThat(name(store, "")).as("known by its hash, not by its name").isEqualTo("Blau");
        assertThat(store.bestand()).hasSize(1);
    }

    private static Clock uhr(Instant[] jetzt) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return jetzt[0];
            }
        };
    }

    @Test
    void aListReplacedWhileItIsReadIsNotTakenForTheOldOne() {
        Listenablage ablage = Listeninstallation.ordner(ordner);
        installiere(dateien("1", "Rot"), ablage, false);
        Instant[] jetzt = {Instant.parse("2026-01-01T00:00:00Z")};
        CodelistenStore store = CodelistenStore.ablage(
                new Listenablage() {
                    @Override
                    public List<Listendatei> liste() {
                        return ablage.liste();
                    }

                    @Override
                    public Optional<byte[]> lies(String urn, String version) {
                        if (jetzt[0].equals(Instant.parse("2026-01-01T00:00:00Z"))) {
                            installiere(dateien("1", "Blau"), ablage, true);
                        }
                        return ablage.lies(urn, version);
                    }

                    @Override
                    public List<Ergebnis> lege(List<Eingang> eingaenge, boolean ersetzen, String handelnder) {
                        return ablage.lege(eingaenge, ersetzen, handelnder);
                    }
                },
                uhr(jetzt));
        assertThat(name(store, "1")).isEqualTo("Blau");

        installiere(dateien("1", "Rot"), ablage, true);
        jetzt[0] = jetzt[0].plus(Duration.ofSeconds(11));
        assertThat(name(store, "1")).isEqualTo("Rot");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndNeverHeldInMemory() throws IOException {
        schreibe("a.xml", liste("1", zeile("1", "Rot")));
        String anfang = liste("2", zeile("1", "Rot")).stripTrailing();
        byte[] leer = new byte[1 << 20];
        Arrays.fill(leer, (byte) ' ');
        try (OutputStream ziel = Files.newOutputStream(ordner.resolve("gross.xml"))) {
            ziel.write(anfang.getBytes(StandardCharsets.UTF_8));
            for (long n = 0; n <= GenericodeLeser.GRENZEN.maxBytes(); n += leer.length) {
                ziel.write(leer);
            }
        }
        ThreadMXBean zaehler = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long vorher = zaehler.getCurrentThreadAllocatedBytes();
        List<Listenablage.Listendatei> listen =
                Listeninstallation.ordner(ordner).liste();
        long bytes = zaehler.getCurrentThreadAllocatedBytes() - vorher;

        assertThat(listen).extracting(Listenablage.Listendatei::version).containsExactly("1");
        assertThat(bytes).isLessThan(32 << 20);
        assertThat(CodelistenStore.ordner(ordner).probleme())
                .extracting(Problem::code)
                .containsExactly(XmlFehler.ZU_VIELE_BYTES);
    }

    @Test
    void aReferenceMayHaveItsVersionInTheVersionUrnOnly() {
        assertThat(Listenkennung.aus("urn:a", "", "urn:a_2")).isEqualTo(new Listenkennung("urn:a", "2"));
        assertThat(Listenkennung.aus("urn:a", "1", "urn:a_2").version()).isEqualTo("1");
        assertThat(Listenkennung.aus("urn:a", "", "urn:b_2").version()).isEmpty();
    }

    private static CodelistenStore store(String version, String name) {
        byte[] bytes = liste(version, zeile("1", name)).getBytes(StandardCharsets.UTF_8);
        return CodelistenStore.dateien(Map.of("a.xml", () -> new ByteArrayInputStream(bytes)));
    }

    private static Map<String, byte[]> dateien(String version, String name) {
        return Map.of(version + ".xml", liste(version, zeile("1", name)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Ergebnis> installiere(Map<String, byte[]> dateien, Listenablage ablage, boolean ersetzen) {
        Listeninstallation.Bericht bericht = Listeninstallation.installiere(dateien, ablage, ersetzen, "test");
        assertThat(bericht.istInstalliert()).isTrue();
        return bericht.listen().stream()
                .map(Listeninstallation.Eintrag::ergebnis)
                .toList();
    }

    private static String name(CodelistenStore store, String version) {
        return store.finde(URN, version)
                .orElseThrow()
                .eintrag("1")
                .orElseThrow()
                .name();
    }

    private void schreibe(String name, String inhalt) throws IOException {
        Files.writeString(ordner.resolve(name), inhalt);
    }
}
