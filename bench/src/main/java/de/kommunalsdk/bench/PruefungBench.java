/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Herkunft;
import de.kommunalsdk.pruefung.Nachrichtenpruefung;
import de.kommunalsdk.pruefung.Pruefergebnis;
import de.kommunalsdk.pruefung.Schemasatz;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.validation.Schema;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Checking an XSchule message (CC BY 4.0, of the shared test data): the whole chain beside XML Schema alone, both with the
 * schema compiled once; and what compiling it for each message would cost. The texts of {@link DinTexte} show what the
 * official pattern of DIN 91379 costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PruefungBench {

    private static final String EINTRITT = "xschule-nachweise.xsd";
    private static final String DIN = "din-norm-91379-datatypes.xsd";

    /** A small and a large message. */
    @Param({"XSchule_Schulbescheinigung_01", "XSchule_Abiturzeugnis_NW_01"})
    public String nachricht = "XSchule_Schulbescheinigung_01";

    private byte[] bytes = {};
    private Map<String, byte[]> dateien = Map.of();
    private Schema schema = SecureXml.schema("leer.xsd", Map.of("leer.xsd", leer()));
    private Nachrichtenpruefung kette = baue(Map.of());

    /** Reads and compiles once. */
    @Setup
    public void lade() throws IOException {
        bytes = Files.readAllBytes(ordner().resolve("xschule-1.2-ccby/xml").resolve(nachricht + ".xml"));
        dateien = xsd("xschule-1.2-ccby/xsd", "xoev-base");
        schema = SecureXml.schema(EINTRITT, dateien);
        kette = baue(dateien);
        if (!(kette() instanceof Pruefergebnis.Angenommen)
                || !schemaEinmalUebersetzt().isEmpty()) {
            throw new IllegalStateException("Die Nachricht muss in beiden Prüfungen gut sein");
        }
    }

    /** The chain. */
    @Benchmark
    public Pruefergebnis kette() {
        return kette.pruefe("bench", new ByteArrayInputStream(bytes));
    }

    /** XML Schema alone, with the patterns of DIN 91379. */
    @Benchmark
    public List<Problem> schemaEinmalUebersetzt() {
        return SecureXml.pruefe(schema, "bench", new ByteArrayInputStream(bytes), XmlGrenzen.STANDARD);
    }

    /** The same, compiled for each message. */
    @Benchmark
    public List<Problem> schemaJedesmalUebersetzt() {
        Schema neu = SecureXml.schema(EINTRITT, dateien);
        return SecureXml.pruefe(neu, "bench", new ByteArrayInputStream(bytes), XmlGrenzen.STANDARD);
    }

    /** One text of type C, by the official pattern and by the chain. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public static class DinTexte {

        /** Characters of the text. */
        @Param({"1000", "10000", "100000"})
        public int zeichen = 1_000;

        private byte[] bytes = {};
        private Schema amtlich = SecureXml.schema("leer.xsd", Map.of("leer.xsd", leer()));
        private Nachrichtenpruefung kette = baue(Map.of());

        /** A schema with one element. */
        @Setup(Level.Trial)
        public void lade() {
            String raum = "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08";
            String xsd = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:d='" + raum
                    + "' targetNamespace='urn:b'><xs:import namespace='" + raum + "' schemaLocation='" + DIN
                    + "'/><xs:element name='b' type='d:datatypeC'/></xs:schema>";
            Map<String, byte[]> dateien = new TreeMap<>(xsd("xoev-base"));
            dateien.put("b.xsd", xsd.getBytes(StandardCharsets.UTF_8));
            bytes = ("<b xmlns='urn:b'>" + "Müller-Lüdenscheidt ".repeat(zeichen / 20) + "</b>")
                    .getBytes(StandardCharsets.UTF_8);
            amtlich = SecureXml.schema("b.xsd", dateien);
            kette = baue(dateien);
        }

        /** The chain. */
        @Benchmark
        public Pruefergebnis kette() {
            return kette.pruefe("bench", new ByteArrayInputStream(bytes));
        }

        /** XML Schema with the official pattern. */
        @Benchmark
        public List<Problem> amtlichesMuster() {
            return SecureXml.pruefe(amtlich, "bench", new ByteArrayInputStream(bytes), XmlGrenzen.STANDARD);
        }
    }

    private static Nachrichtenpruefung baue(Map<String, byte[]> dateien) {
        CodelistenStore listen = dateien.isEmpty()
                ? CodelistenStore.leer()
                : CodelistenStore.ordner(ordner().resolve("xschule-1.2-ccby/code"));
        return Nachrichtenpruefung.fuer(Schemasatz.aus(dateien, Herkunft.UNBEKANNT))
                .codelisten(listen, Versionspolitik.WARNEN)
                .baue();
    }

    private static Map<String, byte[]> xsd(String... unterordner) {
        Map<String, byte[]> dateien = new TreeMap<>();
        for (String name : unterordner) {
            try (Stream<Path> alle = Files.walk(ordner().resolve(name))) {
                for (Path datei :
                        alle.filter(p -> p.toString().endsWith(".xsd")).toList()) {
                    dateien.put(String.valueOf(datei.getFileName()), Files.readAllBytes(datei));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return dateien;
    }

    private static byte[] leer() {
        return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>".getBytes(StandardCharsets.UTF_8);
    }

    private static Path ordner() {
        return Path.of(System.getProperty("shared.data", "../shared/data")).resolve("xoev");
    }
}
