/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The jar as people run it: another process, in a locale without UTF-8. */
class KommandozeileIT {

    private static final Path JAR = Path.of("target/kommunal-sdk.jar");
    private static final Map<String, String> ELEMENTE = Map.of(
            "groups", "datenfeldgruppe", "fields", "datenfeld", "rules", "regel", "codelists", "codelisteReferenz");

    @TempDir
    private Path ordner;

    private Lauf jar(Object... argumente) throws Exception {
        Path out = Files.createTempFile(ordner, "out", "");
        Path err = Files.createTempFile(ordner, "err", "");
        List<String> befehl = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        befehl.addAll(List.of("-jar", JAR.toString()));
        Stream.of(argumente).map(Object::toString).forEach(befehl::add);
        ProcessBuilder bauer =
                new ProcessBuilder(befehl).redirectOutput(out.toFile()).redirectError(err.toFile());
        bauer.environment().put("LC_ALL", "C");
        bauer.environment().put("PORTAL_PASSWORT", "geheim");
        Process prozess = bauer.start();
        if (!prozess.waitFor(60, TimeUnit.SECONDS)) {
            prozess.destroyForcibly();
            throw new AssertionError("the command does not end: " + befehl);
        }
        return new Lauf(
                prozess.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void helpAndVersion() throws Exception {
        long beginn = System.nanoTime();
        Lauf version = jar("--version");
        System.out.printf("kommunal-sdk --version: %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginn));

        assertThat(version.ergebnisse()).matches("kommunal-sdk \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
        assertThat(version.code()).isZero();
        Lauf hilfe = jar("--help");
        assertThat(hilfe.ergebnisse()).contains("Usage: kommunal-sdk", "xdf", "dienst", "klaerung");
        assertThat(hilfe.code()).isZero();
        assertThat(version.fehler() + hilfe.fehler()).isEmpty();
    }

    @Test
    void countsTheRealSchemasAsXpathDoes() throws Exception {
        List<Path> schemata = Daten.schemata();
        List<Object> argumente = new ArrayList<>(List.of("xdf", "check", "--json"));
        argumente.addAll(schemata);

        Lauf lauf = jar(argumente.toArray());

        assertThat(lauf.fehler()).isEmpty();
        assertThat(lauf.code()).isZero();
        List<String> zeilen = lauf.ergebnisse().lines().toList();
        assertThat(zeilen).hasSameSizeAs(schemata);
        for (int i = 0; i < zeilen.size(); i++) {
            JsonNode zeile = new ObjectMapper().readTree(zeilen.get(i));
            Document baum = baum(schemata.get(i));
            assertThat(zeile.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "file",
                            "standard",
                            "version",
                            "id",
                            "name",
                            "groups",
                            "fields",
                            "rules",
                            "codelists",
                            "problems");
            assertThat(zeile.get("file").asText()).isEqualTo(schemata.get(i).toString());
            assertThat(zeile.get("standard").asText()).isEqualTo("xdatenfelder");
            assertThat(zeile.get("version").asText()).isEqualTo("3.0.0");
            assertThat(zeile.get("problems")).isEmpty();
            String schema = "/*/*[local-name()='stammdatenschema']/";
            assertThat(zeile.get("id").asText())
                    .isEqualTo(text(baum, schema + "*[local-name()='identifikation']/*[local-name()='id']"));
            assertThat(zeile.get("name").asText()).isEqualTo(text(baum, schema + "*[local-name()='name']"));
            for (Map.Entry<String, String> art : ELEMENTE.entrySet()) {
                assertThat(zeile.get(art.getKey()).asInt())
                        .as("%s in %s", art.getKey(), schemata.get(i).getFileName())
                        .isEqualTo(verschiedene(baum, art.getValue()));
            }
        }
        System.out.printf("kommunal-sdk xdf check: %d real schemas%n", zeilen.size());
    }

    @Test
    void everyExitCode() throws Exception {
        assertThat(jar("dienst", "check", Daten.HUND).code()).isZero();

        Lauf befund = jar("xdf", "check", "--json", Files.writeString(ordner.resolve("a.xml"), "<a/>"));
        assertThat(befund.ergebnisse()).contains("OZG-XDF-0001");
        assertThat(befund.code()).isEqualTo(1);

        Lauf aufruf = jar("xdf", "prüfe");
        assertThat(aufruf.fehler()).contains("Usage: kommunal-sdk xdf");
        assertThat(aufruf.code()).isEqualTo(2);

        Lauf fehlschlag = jar("xdf", "check", ordner.resolve("fehlt.xml"));
        assertThat(fehlschlag.fehler()).contains("OZG-CLI-0001").doesNotContain("\tat ");
        assertThat(fehlschlag.code()).isEqualTo(3);
    }

    @Test
    void writesUtf8WhateverTheLocale() throws Exception {
        Path dienst = ordner.resolve("neu");
        assertThat(jar("dienst", "new", dienst, "--schema", Daten.HUND.resolve("S05999000001.xdf3.xml"))
                        .code())
                .isZero();
        assertThat(dienst.resolve("dienst.yaml"))
                .content(StandardCharsets.UTF_8)
                .contains("Änderung");
        Path xml = Files.writeString(
                ordner.resolve("a.xml"),
                Files.readString(Daten.HUND.resolve("S05999000001.xdf3.xml"))
                        .replace("Anmeldung zur Hundesteuer", "Jägerprüfung €"));

        assertThat(jar("xdf", "check", xml).ergebnisse()).contains("\"Jägerprüfung €\"");
        assertThat(jar("dienst", "check", dienst).code()).isZero();
    }

    @Test
    void readsAStoreWithThePasswordFromTheEnvironment() throws Exception {
        Klaerungsdatenbank datenbank = Klaerungsdatenbank.in(ordner, "geheim");
        datenbank.fall();

        Lauf lauf = jar(
                "klaerung",
                "list",
                "--json",
                "--jdbc-url",
                datenbank.url(),
                "--user",
                "portal",
                "--schluessel",
                datenbank.schluessel(),
                "--password-env",
                "PORTAL_PASSWORT");

        assertThat(lauf.fehler()).isEmpty();
        assertThat(new ObjectMapper().readTree(lauf.ergebnisse()).get("code").asText())
                .isEqualTo("OZG-ABLAGE-0001");
        assertThat(jar(
                                "klaerung",
                                "list",
                                "--jdbc-url",
                                "jdbc:postgresql://127.0.0.1:1/a",
                                "--schluessel",
                                datenbank.schluessel())
                        .code())
                .isEqualTo(3);
    }

    @Test
    void theJarHasMergedServicesAndNoSignatures() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(e -> e.getName()))
                    .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"))
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .doesNotHaveDuplicates();
            byte[] treiber = jar.getInputStream(jar.getEntry("META-INF/services/java.sql.Driver"))
                    .readAllBytes();
            assertThat(new String(treiber, StandardCharsets.UTF_8).lines())
                    .contains("org.h2.Driver", "org.postgresql.Driver");
            assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isEqualTo("true");
        }
        System.out.printf("kommunal-sdk.jar: %d kB%n", Files.size(JAR) / 1024);
    }

    private static Document baum(Path datei) throws Exception {
        DocumentBuilderFactory fabrik = DocumentBuilderFactory.newDefaultInstance();
        fabrik.setNamespaceAware(true);
        return fabrik.newDocumentBuilder().parse(datei.toFile());
    }

    private static String text(Document stelle, String pfad) throws XPathExpressionException {
        return xpath().evaluate(pfad, stelle);
    }

    /** Distinct id and version of all elements of this name. */
    private static int verschiedene(Document baum, String element) throws XPathExpressionException {
        String kennung = element.equals("codelisteReferenz") ? "" : "/*[local-name()='identifikation']";
        NodeList alle = (NodeList)
                xpath().evaluate("//*[local-name()='" + element + "']" + kennung, baum, XPathConstants.NODESET);
        Set<String> kennungen = new HashSet<>();
        for (int i = 0; i < alle.getLength(); i++) {
            kennungen.add(alle.item(i).getTextContent().replaceAll("\\s+", " ").strip());
        }
        return kennungen.size();
    }

    private static XPath xpath() {
        return XPathFactory.newDefaultInstance().newXPath();
    }
}
