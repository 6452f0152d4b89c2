/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import de.kommunalsdk.FimDaten;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The 13 real schemata, which all passed the official check before they were published. */
class EchteSchemataTest {

    /** Findings per number. */
    private static final Map<String, String> GOLDEN = new TreeMap<>(Map.ofEntries(
            Map.entry("S00000000364", "1097=1, 1102=1"),
            Map.entry("S00000000371", "1097=1, 1101=3, 1102=2, 1103=2, 1136=1"),
            Map.entry("S00000000373", "1097=1, 1101=1, 1102=1, 1103=2, 1136=1"),
            Map.entry("S00000000385", "1097=1, 1101=15, 1103=1, 1106=1, 1127=10, 1129=10, 1132=8"),
            Map.entry("S00000000390", "1097=1, 1101=16, 1106=1, 1132=9"),
            Map.entry("S02000000112", "1101=6, 1102=4, 1103=1"),
            Map.entry("S05000001162", "1097=1, 1101=1, 1103=7, 1105=1, 1129=2, 1132=16, 1136=10, 1140=1"),
            Map.entry("S05000001195", "1097=1, 1101=1, 1103=1, 1105=1, 1106=1, 1132=1, 1136=3, 1140=1"),
            Map.entry("S05000001216", "1097=1, 1101=1, 1103=2, 1105=1, 1132=6, 1136=6, 1140=1"),
            Map.entry("S05000001291", "1097=1, 1101=4, 1102=2, 1103=1, 1105=5, 1132=8, 1136=1, 1139=7"),
            Map.entry("S05000001319", "1097=1, 1101=11, 1102=8, 1103=1, 1116=1"),
            Map.entry("S05000001323", "1097=1, 1101=9, 1102=6, 1103=4"),
            Map.entry("S07000000201", "1097=1, 1101=4, 1106=1")));

    @Test
    void findingsPerNumber() {
        Map<String, String> ist = new TreeMap<>();
        for (Path datei : FimDaten.dateien("xdf3", ".xml")) {
            LintErgebnis ergebnis = linte(datei);
            assertThat(ergebnis.probleme()).isEmpty();
            assertThat(ergebnis.hat(Meldung.Typ.FEHLER_KRITISCH))
                    .as("a published schema has no critical fault: " + datei.getFileName())
                    .isFalse();
            Map<Integer, Long> anzahl = ergebnis.befunde().stream()
                    .collect(Collectors.groupingBy(b -> b.meldung().nummer(), TreeMap::new, Collectors.counting()));
            ist.put(ergebnis.id(), anzahl.toString().replaceAll("[{}]", ""));
        }

        assertThat(ist).isEqualTo(GOLDEN);
    }

    /** What the portal says about the schema agrees with the numbers that depend on it. */
    @Test
    void theDefaultDokumentsteckbriefIsTheOneOfThePortal() throws IOException {
        for (Path meta : FimDaten.dateien("xdf3", ".meta.json")) {
            JsonNode portal = new ObjectMapper().readTree(meta.toFile());
            String name = meta.getFileName().toString().replace(".meta.json", ".xdf3.xml");
            LintErgebnis ergebnis = linte(meta.resolveSibling(name));

            assertThat(ergebnis.id()).isEqualTo(portal.get("fim_id").asText());
            assertThat(ergebnis.version()).isEqualTo(portal.get("fim_version").asText());
            assertThat(ergebnis.befunde().stream().anyMatch(b -> b.meldung().nummer() == 1097))
                    .isEqualTo(portal.get("steckbrief_id").asText().equals("D99000000001")
                            && portal.get("freigabe_status").asInt() >= 4);
        }
    }

    /** The 3.6 MB of relations are read, but only those of distinct elements are kept. */
    @Test
    void theLargestSchemaTakesBoundedMemory() throws IOException {
        byte[] xml = Files.readAllBytes(FimDaten.ordner().resolve("xdf3/S05000001319.xdf3.xml"));
        ThreadMXBean faden = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long vorher = faden.getCurrentThreadAllocatedBytes();
        LintErgebnis ergebnis = XdfLint.pruefe("S05000001319", new ByteArrayInputStream(xml));
        long allokiert = faden.getCurrentThreadAllocatedBytes() - vorher;

        assertThat(ergebnis.befunde()).hasSize(22);
        assertThat(allokiert).isLessThan(60L * xml.length);
    }

    private static LintErgebnis linte(Path datei) {
        try (InputStream quelle = Files.newInputStream(datei)) {
            return XdfLint.pruefe(datei.getFileName().toString(), quelle);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
