/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AblageverzeichnisTest {

    private static final Instant JETZT = Instant.parse("2026-11-23T10:15:30Z");
    private static final Clock UHR = Clock.fixed(JETZT, ZoneOffset.UTC);

    @TempDir
    Path verzeichnis;

    @Test
    void theManifestSaysWhenCodeListsWereGenerated() throws Exception {
        Paket echt = Musterpaket.mit("antrag-1", Musterpaket.teil("fachdaten.xml", "<a/>"));
        Paket synthetisch = new Paket(
                "antrag-2",
                echt.mandant(),
                echt.ars(),
                echt.antrag(),
                echt.dienst(),
                echt.leistungsschluessel(),
                echt.vorgangsnummer(),
                echt.eingegangenAm(),
                List.of("urn:de:beispiel:farbe_1"),
                echt.teile());
        weg().uebermitteln(echt);
        weg().uebermitteln(synthetisch);

        assertThat(verzeichnis.resolve("musterstadt/antrag-1/manifest.json"))
                .content()
                .doesNotContain("SYNTHETISCH", "synthetisch");
        JsonNode manifest = new ObjectMapper()
                .readTree(verzeichnis
                        .resolve("musterstadt/antrag-2/manifest.json")
                        .toFile());
        assertThat(manifest.get("hinweis").asText()).startsWith("SYNTHETISCH");
        assertThat(manifest.get("synthetischeCodelisten"))
                .extracting(JsonNode::asText)
                .containsExactly("urn:de:beispiel:farbe_1");
    }

    @Test
    void deliversAllFilesWithAManifestThatHoldsTheirHashes() throws Exception {
        var ergebnis = weg().uebermitteln(Musterpaket.mit(
                "antrag-1", Musterpaket.teil("fachdaten.xml", "<a/>"), Musterpaket.teil("anlage-1.pdf", "%PDF")));

        assertThat(ergebnis).isEqualTo(new Uebermittlungsergebnis.Uebermittelt("musterstadt/antrag-1", JETZT));
        Path ordner = verzeichnis.resolve("musterstadt/antrag-1");
        JsonNode manifest =
                new ObjectMapper().readTree(ordner.resolve("manifest.json").toFile());
        assertThat(manifest.get("vorgangsnummer").asText()).isEqualTo("MS-2026-0001");
        assertThat(manifest.get("ars").asText()).isEqualTo("051110000000");
        for (JsonNode teil : manifest.get("teile")) {
            byte[] bytes =
                    Files.readAllBytes(ordner.resolve(teil.get("dateiname").asText()));
            assertThat(Musterpaket.sha256(bytes)).isEqualTo(teil.get("sha256").asText());
            assertThat(bytes).hasSize(teil.get("groesse").asInt());
        }
        assertThat(dateien(ordner)).containsExactlyInAnyOrder("manifest.json", "fachdaten.xml", "anlage-1.pdf");
        assertThat(dateien(verzeichnis.resolve(".arbeit"))).isEmpty();
    }

    @Test
    void deliversAKeyOnceEvenWhenTheReaderHasTakenThePacketAway() throws Exception {
        Paket paket = Musterpaket.mit("antrag-1", Musterpaket.teil("fachdaten.xml", "<a/>"));
        var erstes = weg().uebermitteln(paket);
        Files.move(verzeichnis.resolve("musterstadt/antrag-1"), verzeichnis.resolve(".abgeholt"));

        assertThat(weg().uebermitteln(paket)).isEqualTo(erstes);
        assertThat(verzeichnis.resolve("musterstadt/antrag-1")).doesNotExist();
    }

    @Test
    void publishesWhatAKilledProcessHadAnnounced() throws Exception {
        Paket paket = Musterpaket.mit("antrag-1", Musterpaket.teil("fachdaten.xml", "<a/>"));
        weg().uebermitteln(paket);
        String arbeitsname =
                Files.readAllLines(verzeichnis.resolve(".belege/antrag-1")).get(0);
        Files.move(
                verzeichnis.resolve("musterstadt/antrag-1"),
                verzeichnis.resolve(".arbeit").resolve(arbeitsname));

        weg().uebermitteln(paket);

        assertThat(verzeichnis.resolve("musterstadt/antrag-1/manifest.json")).exists();
    }

    @Test
    void manyNodesDeliverOnePacketOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int runde = 0; runde < 20; runde++) {
                Paket paket = Musterpaket.mit("antrag-" + runde, Musterpaket.teil("fachdaten.xml", "<a/>"));
                List<Callable<Uebermittlungsergebnis>> knoten = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    knoten.add(() -> weg().uebermitteln(paket));
                }
                for (Future<Uebermittlungsergebnis> ergebnis : pool.invokeAll(knoten)) {
                    assertThat(ergebnis.get()).isInstanceOf(Uebermittlungsergebnis.Uebermittelt.class);
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(dateien(verzeichnis.resolve("musterstadt"))).hasSize(20);
        assertThat(dateien(verzeichnis.resolve(".arbeit"))).isEmpty();
        assertThat(dateien(verzeichnis.resolve(".belege"))).hasSize(20);
    }

    @Test
    void aFaultWhileReadingLeavesNothingAndIsTriedAgain() throws Exception {
        AtomicInteger versuch = new AtomicInteger();
        Paket.Teil teil = Musterpaket.teil("fachdaten.xml", "<a/>", () -> {
            if (versuch.incrementAndGet() == 1) {
                throw new IOException("No space left on device");
            }
            return Musterpaket.strom("<a/>");
        });
        Paket paket = Musterpaket.mit("antrag-1", teil);

        var erstes = weg().uebermitteln(paket);

        assertThat(erstes).isInstanceOfSatisfying(Uebermittlungsergebnis.Wiederholen.class, w -> assertThat(w.code())
                .isEqualTo("OZG-ABLAGE-0001"));
        assertThat(dateien(verzeichnis.resolve(".arbeit"))).isEmpty();
        assertThat(verzeichnis.resolve("musterstadt")).doesNotExist();
        assertThat(weg().uebermitteln(paket)).isInstanceOf(Uebermittlungsergebnis.Uebermittelt.class);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTriedAgain() throws Exception {
        Path datei = Files.createFile(verzeichnis.resolve("keinordner"));

        var ergebnis = new Ablageverzeichnis("ablage", datei, UHR)
                .uebermitteln(Musterpaket.mit("a", Musterpaket.teil("f.xml", "<a/>")));

        assertThat(ergebnis).isInstanceOf(Uebermittlungsergebnis.Wiederholen.class);
    }

    @Test
    void aPartThatIsNotAsAnnouncedIsRefused() {
        Paket.Teil teil = Musterpaket.teil("fachdaten.xml", "<a/>", () -> Musterpaket.strom("<b/>"));

        assertThat(code(weg().uebermitteln(Musterpaket.mit("antrag-1", teil)))).isEqualTo("OZG-ABLAGE-0003");
        assertThat(verzeichnis.resolve("musterstadt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../boese.xml", ".versteckt", "manifest.json", "MANIFEST.json", "a/b", "", "a b"})
    void aNameThatLeavesTheDirectoryIsRefused(String name) {
        assertThat(code(weg().uebermitteln(Musterpaket.mit("antrag-1", Musterpaket.teil(name, "x")))))
                .isEqualTo("OZG-ABLAGE-0004");
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        Paket paket = Musterpaket.mit("antrag-1", Musterpaket.teil("a.xml", "x"), Musterpaket.teil("A.xml", "y"));

        assertThat(code(weg().uebermitteln(paket))).isEqualTo("OZG-ABLAGE-0004");
    }

    @Test
    void removesWhatAKilledProcessHadNotAnnounced() throws Exception {
        Path verwaist =
                Files.createDirectories(verzeichnis.resolve(".arbeit/antrag-0~00000000-0000-0000-0000-000000000000"));
        Files.writeString(verwaist.resolve("manifest.json"), "{}");
        Files.setLastModifiedTime(verwaist, FileTime.from(JETZT.minus(Duration.ofDays(2))));
        Path frisch =
                Files.createDirectories(verzeichnis.resolve(".arbeit/antrag-9~00000000-0000-0000-0000-000000000009"));
        Files.setLastModifiedTime(frisch, FileTime.from(JETZT));

        weg().uebermitteln(Musterpaket.mit("antrag-1", Musterpaket.teil("fachdaten.xml", "<a/>")));

        assertThat(verwaist).doesNotExist();
        assertThat(frisch).exists();
    }

    @Test
    void aDamagedAnnouncementIsNotTakenForADelivery() throws Exception {
        Files.createDirectories(verzeichnis.resolve(".belege"));
        Files.writeString(verzeichnis.resolve(".belege/antrag-1"), "../../etc\n");

        assertThat(weg().uebermitteln(Musterpaket.mit("antrag-1", Musterpaket.teil("f.xml", "<a/>"))))
                .isInstanceOf(Uebermittlungsergebnis.Wiederholen.class);
    }

    @Test
    void aKeyThatIsNoFileNameIsRefusedByThePort() {
        assertThatThrownBy(() -> new Vorgangsnummer("klein")).isInstanceOf(IllegalArgumentException.class);
        assertThat(code(weg().uebermitteln(Musterpaket.mit("../x", Musterpaket.teil("f.xml", "<a/>")))))
                .isEqualTo("OZG-ABLAGE-0004");
    }

    private Ablageverzeichnis weg() {
        return new Ablageverzeichnis("ablage", verzeichnis, UHR);
    }

    private static String code(Uebermittlungsergebnis ergebnis) {
        return assertThat(ergebnis)
                .isInstanceOf(Uebermittlungsergebnis.Abgewiesen.class)
                .extracting(e -> ((Uebermittlungsergebnis.Abgewiesen) e).code())
                .actual();
    }

    private static List<String> dateien(Path ordner) throws IOException {
        try (Stream<Path> liste = Files.list(ordner)) {
            return liste.map(p -> p.getFileName().toString()).toList();
        }
    }
}
