/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import de.kommunalsdk.listenablage.Listenablage.Listendatei;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodelisteTest {

    private static final String URN = "urn:de:beispiel:farbe";

    @TempDir
    private Path ordner;

    private Path ziel;
    private Path rot;

    @BeforeEach
    void schreibe() throws IOException {
        ziel = ordner.resolve("ziel");
        rot = Files.writeString(ordner.resolve("rot.xml"), liste("1", "r", "Rot"));
    }

    @Test
    void aFileIsInstalledOnceAndShown() throws IOException {
        Lauf erster = Lauf.mit("codeliste", "install", rot, "--dir", ziel);
        assertThat(erster.ergebnisse()).contains(URN + "_1", "Eintraege: 1, neu", "Installiert: 1");
        try (Stream<Path> dateien = Files.list(ziel)) {
            assertThat(dateien).isNotEmpty().allSatisfy(datei -> assertThat(Files.getPosixFilePermissions(datei))
                    .as("the portal may be another user")
                    .contains(PosixFilePermission.OTHERS_READ));
        }
        Lauf zweiter = Lauf.mit("codeliste", "install", rot, "--dir", ziel, "--json");
        JsonNode json = new ObjectMapper().readTree(zweiter.ergebnisse());
        assertThat(json.get("installed").asBoolean()).isTrue();
        assertThat(json.get("lists").get(0).get("result").asText()).isEqualTo("unveraendert");
        assertThat(json.get("lists").get(0).get("entries").asInt()).isEqualTo(1);
        assertThat(List.of(erster.code(), zweiter.code())).containsOnly(0);

        assertThat(Lauf.mit("codeliste", "show", "--dir", ziel).ergebnisse())
                .contains(URN + "_1", "Installierte Codelisten: 1");
        Lauf eintraege = Lauf.mit("codeliste", "show", URN, "--dir", ziel, "--json");
        assertThat(new ObjectMapper().readTree(eintraege.ergebnisse()))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"code\":\"r\",\"name\":\"Rot\",\"values\":{\"c\":\"r\",\"n\":\"Rot\"}}"));
        assertThat(Lauf.mit("codeliste", "show", URN + "_1", "--dir", ziel).ergebnisse())
                .contains("r  Rot", "Eintraege: 1");
        Lauf fehlt = Lauf.mit("codeliste", "show", URN + "_9", "--dir", ziel);
        assertThat(fehlt.fehler()).contains("OZG-CODELISTE-0018");
        assertThat(fehlt.code()).isEqualTo(1);
    }

    @Test
    void otherContentNeedsForceAndOneBrokenFileKeepsAllOut() throws IOException {
        Lauf.mit("codeliste", "install", rot, "--dir", ziel);
        Path eingang = Files.createDirectory(ordner.resolve("eingang"));
        Files.writeString(eingang.resolve("a.xml"), liste("1", "r", "Anders"));
        Files.writeString(eingang.resolve("b.xml"), liste("2", "r", "Neu"));

        Lauf abgelehnt = Lauf.mit("codeliste", "install", eingang, "--dir", ziel);
        assertThat(abgelehnt.ergebnisse()).contains("FEHLER OZG-CODELISTE-0021", "Nichts installiert.");
        assertThat(abgelehnt.code()).isEqualTo(1);
        assertThat(Lauf.mit("codeliste", "show", URN, "--dir", ziel).ergebnisse())
                .contains("r  Rot");

        Path kaputt = Files.writeString(eingang.resolve("c.xml"), "<!DOCTYPE x>" + liste("3", "r", "Neu"));
        Lauf unlesbar = Lauf.mit("codeliste", "install", eingang, "--dir", ziel, "--force");
        assertThat(unlesbar.ergebnisse()).contains(kaputt + ":1:", "OZG-XML-0002", "Nichts installiert.");
        assertThat(unlesbar.code()).isEqualTo(1);
        assertThat(dateien(ziel)).isEqualTo(1);

        Files.delete(kaputt);
        Lauf ersetzt = Lauf.mit("codeliste", "install", eingang, "--dir", ziel, "--force");
        assertThat(ersetzt.ergebnisse()).contains("ersetzt", "neu", "Installiert: 2");
        assertThat(Lauf.mit("codeliste", "show", URN, "--dir", ziel).ergebnisse())
                .contains(URN + "_2", "r  Neu");
    }

    @Test
    void theDatabaseOfAnInstallationKeepsListsAndWhoInstalledThem() throws IOException {
        Klaerungsdatenbank datenbank = Klaerungsdatenbank.in(ordner, "geheim");
        Path passwort = Files.writeString(ordner.resolve("passwort"), "geheim\n");
        List<Object> zugang = List.of(
                "--jdbc-url",
                datenbank.url(),
                "--user",
                "portal",
                "--password-file",
                passwort,
                "--schluessel",
                datenbank.schluessel());

        assertThat(mit(zugang, "codeliste", "install", rot, "--bearbeiter", "erna")
                        .code())
                .isZero();
        assertThat(datenbank.daten().codelisten().liste())
                .extracting(Listendatei::urn, Listendatei::version, Listendatei::installiertVon)
                .containsExactly(tuple(URN, "1", "erna"));
        assertThat(mit(zugang, "codeliste", "show").ergebnisse()).contains(URN + "_1", "von erna");
        assertThat(mit(zugang, "codeliste", "show", URN).ergebnisse()).contains("r  Rot");
    }

    @Test
    void anAddressIsFetchedOnceByHttpsOrLoopbackOnly() throws IOException {
        Map<String, String> kopf = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", anfrage -> {
            String pfad = anfrage.getRequestURI().getRawPath();
            kopf.put(pfad, String.valueOf(anfrage.getRequestHeaders().getFirst("Accept")));
            boolean da = !pfad.endsWith("fehlt.xml");
            byte[] antwort = (da ? liste("1", "r", "Rot") : "nicht da").getBytes(StandardCharsets.UTF_8);
            anfrage.sendResponseHeaders(da ? 200 : 404, antwort.length);
            anfrage.getResponseBody().write(antwort);
            anfrage.close();
        });
        server.start();
        String basis = "http://localhost:" + server.getAddress().getPort();
        try {
            assertThat(Lauf.mit("codeliste", "install", basis + "/liste.xml", "--dir", ziel)
                            .ergebnisse())
                    .contains("Installiert: 1");
            assertThat(Lauf.mit("codeliste", "install", URN + "_1", "--xrepository", basis, "--dir", ziel)
                            .ergebnisse())
                    .contains("unveraendert");
            assertThat(kopf)
                    .containsEntry("/liste.xml", "*/*")
                    .containsEntry("/api/version_codeliste/urn%3Ade%3Abeispiel%3Afarbe_1/genericode", "*/*");

            Lauf andere = Lauf.mit("codeliste", "install", URN + "_2", "--xrepository", basis, "--dir", ziel);
            assertThat(andere.fehler()).contains("OZG-CLI-0009");
            Lauf fehlt = Lauf.mit("codeliste", "install", basis + "/fehlt.xml", "--dir", ziel);
            assertThat(fehlt.fehler()).contains("OZG-CLI-0008", "404");
            Lauf klartext = Lauf.mit("codeliste", "install", "http://example.invalid/liste.xml", "--dir", ziel);
            assertThat(klartext.fehler()).contains("OZG-HTTP-0002");
            assertThat(List.of(andere.code(), fehlt.code(), klartext.code())).containsOnly(3);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWrongCallSaysSo() throws IOException {
        assertThat(Lauf.mit("codeliste", "install", rot).code()).isEqualTo(2);
        assertThat(Lauf.mit("codeliste", "install", "--dir", ziel).code()).isEqualTo(2);
        assertThat(Lauf.mit("codeliste", "show", "--dir", ziel, "--jdbc-url", "jdbc:h2:x", "--schluessel", "x")
                        .code())
                .isEqualTo(2);
        assertThat(Lauf.mit("codeliste", "install", ordner.resolve("fehlt.xml"), "--dir", ziel)
                        .fehler())
                .contains("OZG-CLI-0001");
        assertThat(Lauf.mit("codeliste", "install", Files.createDirectory(ordner.resolve("leer")), "--dir", ziel)
                        .fehler())
                .contains("OZG-CLI-0001");
        assertThat(Lauf.mit("codeliste", "install", "https://a b/", "--dir", ziel)
                        .fehler())
                .contains("OZG-CLI-0008");
    }

    private static Lauf mit(List<Object> zugang, Object... argumente) {
        List<Object> alle = new ArrayList<>(List.of(argumente));
        alle.addAll(zugang);
        return Lauf.mit(alle.toArray());
    }

    private static long dateien(Path ordner) throws IOException {
        try (Stream<Path> alle = Files.list(ordner)) {
            return alle.count();
        }
    }

    static String liste(String version, String code, String name) {
        return "<g:CodeList xmlns:g='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><Identification>"
                + "<ShortName>Farbe</ShortName><Version>" + version + "</Version><CanonicalUri>" + URN
                + "</CanonicalUri></Identification><ColumnSet><Column Id='c'/><Column Id='n'/><Key Id='k'>"
                + "<ColumnRef Ref='c'/></Key></ColumnSet><SimpleCodeList><Row><Value><SimpleValue>" + code
                + "</SimpleValue></Value><Value><SimpleValue>" + name
                + "</SimpleValue></Value></Row></SimpleCodeList></g:CodeList>";
    }
}
