/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import static de.kommunalsdk.mandant.MandantDatei.GUELTIG;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.error.Befunde;
import de.kommunalsdk.error.ConfigurationError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandantConfigTest {

    @Test
    void readsAFullFile() {
        Mandant mandant = GUELTIG.lies();
        assertThat(mandant.id()).isEqualTo(new MandantId("musterstadt"));
        assertThat(mandant.name()).isEqualTo("Stadt Musterstadt");
        assertThat(mandant.regionalschluessel()).isEqualTo(new Regionalschluessel("051110000000"));
        assertThat(mandant.oeffentlicheBasisUrl()).isEqualTo(URI.create("https://portal.musterstadt.example/ozg"));
        assertThat(mandant.stelle().postleitzahl()).isEqualTo("09999");
        assertThat(mandant.stelle().oeffnungszeiten())
                .containsExactly("Montag bis Freitag 8 bis 12 Uhr", "und nach Vereinbarung");
        assertThat(mandant.wappen().medientyp()).isEqualTo("image/svg+xml");
        assertThat(mandant.wappen().bild()).asString(StandardCharsets.UTF_8).isEqualTo(MandantDatei.SVG);
        assertThat(mandant.wappen().alternativtext()).isEqualTo("Wappen von Musterstadt");
        assertThat(mandant.theme())
                .isEqualTo(Map.of(
                        "--kern-color-action-default", "#14532d", "--kern-metric-border-radius-default", "0.5rem"));
        assertThat(mandant.verweise())
                .containsOnlyKeys("impressum", "datenschutz", "barrierefreiheit")
                .containsEntry("datenschutz", URI.create("https://www.musterstadt.example/datenschutz"));
        assertThat(mandant.dienste().keySet())
                .containsExactly(new DienstId("hund-anmelden"), new DienstId("zulassung-jaegerpruefung"));
    }

    @Test
    void readsTheOverlayOfADienst() {
        Mandant mandant = GUELTIG.lies();
        Mandant.Angebot angebot = mandant.angebot(new DienstId("hund-anmelden")).orElseThrow();
        assertThat(angebot.wege()).containsExactly("ablage", "fitconnect");
        assertThat(angebot.stelle().orElseThrow().name()).isEqualTo("Steueramt");
        assertThat(angebot.texte()).containsOnlyKeys("gebuehr", "hinweis");
        Mandant.Angebot leer =
                mandant.angebot(new DienstId("zulassung-jaegerpruefung")).orElseThrow();
        assertThat(leer.wege()).isEmpty();
        assertThat(leer.stelle()).isEmpty();
        assertThat(leer.texte()).isEmpty();
        assertThat(mandant.angebot(new DienstId("anderer"))).isEmpty();
    }

    @Test
    void reportsEveryMissingPartAtOnce() {
        new MandantDatei("# leer\nnamen: x\n", new byte[0])
                .abgelehnt(
                        "OZG-CONFIG-0003 2 /namen",
                        "OZG-CONFIG-0002 2",
                        "OZG-CONFIG-0002 2",
                        "OZG-CONFIG-0002 2",
                        "OZG-CONFIG-0002 2",
                        "OZG-CONFIG-0002 2",
                        "OZG-CONFIG-0002 2",
                        "OZG-CONFIG-0002 2");
    }

    @Test
    void reportsEveryWrongPartAtOnceWithItsPlace() {
        ConfigurationError fehler = GUELTIG.mit("id: musterstadt", "id: Musterstadt")
                .mit("\"051110000000\"", "\"059990000000\"")
                .mit("https://portal", "http://portal")
                .mit("\"09999\"", "9999")
                .mit("  ort: Musterstadt\n  telefon: \"+49 30 23125 000\"", "  telefon: \"+49 30 23125 000\"")
                .mit("datei: wappen.svg", "datei: ../wappen.svg")
                .mit("#14532d", "green")
                .mit("impressum: /impressum", "impressum: http://impressum.example")
                .mit("zulassung-jaegerpruefung: {}", "Zulassung: {}")
                .mit("texte:", "text:")
                .abgelehnt(
                        "OZG-CONFIG-0005 1 /id",
                        "OZG-MANDANT-0003 3 /ars",
                        "OZG-MANDANT-0004 4 /basis_url",
                        "OZG-CONFIG-0005 8 /stelle/postleitzahl",
                        "OZG-CONFIG-0002 6 /stelle",
                        "OZG-CONFIG-0005 15 /wappen/datei",
                        "OZG-MANDANT-0006 18 /theme/--kern-color-action-default",
                        "OZG-CONFIG-0005 21 /verweise/impressum",
                        "OZG-CONFIG-0003 35 /dienste/hund-anmelden/text",
                        "OZG-MANDANT-0002 37 /dienste/Zulassung");
        assertThat(fehler.getMessage()).contains("mandant.yaml:3:6 /ars: OZG-MANDANT-0003:");
    }

    @Test
    void takesAnArsWithoutQuotesAsText() {
        assertThat(GUELTIG.mit("\"051110000000\"", "051110000000").lies().regionalschluessel())
                .isEqualTo(new Regionalschluessel("051110000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "51110000000,OZG-CONFIG-0005,11 Ziffern",
        "05111000,OZG-CONFIG-0005,AGS",
        "0511100000000,OZG-CONFIG-0005,12 Ziffern",
        "05 111 0000 000,OZG-CONFIG-0005,12 Ziffern",
        "091620000000,OZG-MANDANT-0003,2026-06-30",
        "051110000001,OZG-MANDANT-0003,051110000001"
    })
    void refusesAnArsAndSaysWhy(String ars, String code, String meldung) {
        ConfigurationError fehler =
                GUELTIG.mit("\"051110000000\"", "\"" + ars + "\"").abgelehnt(code + " 3 /ars");
        assertThat(fehler.problems().get(0).meldung()).contains(meldung);
    }

    @Test
    void needsAPublicBaseUrl() {
        GUELTIG.mit("basis_url: https://portal.musterstadt.example/ozg\n", "").abgelehnt("OZG-CONFIG-0002 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.musterstadt.example/ozg",
                "http://localhost.boese.example/ozg",
                "http://127.0.0.2/ozg",
                "https://portal.musterstadt.example/ozg/",
                "https://portal.musterstadt.example/",
                "https://portal.musterstadt.example/ozg?a=b",
                "https://portal.musterstadt.example/ozg#a",
                "https://nutzer:wort@portal.musterstadt.example/ozg",
                "https:/ozg",
                "https:ozg",
                "//portal.musterstadt.example/ozg",
                "ftp://portal.musterstadt.example",
                "javascript:alert(1)"
            })
    void refusesAPublicBaseUrl(String url) {
        GUELTIG.mit("https://portal.musterstadt.example/ozg", "\"" + url + "\"")
                .abgelehnt("OZG-MANDANT-0004 4 /basis_url");
    }

    @Test
    void refusesABaseUrlThatIsNoUrl() {
        GUELTIG.mit("https://portal.musterstadt.example/ozg", "https://portal mit leer/")
                .abgelehnt("OZG-CONFIG-0005 4 /basis_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.musterstadt.example",
                "http://localhost:8080/ozg",
                "http://127.0.0.1:8080",
                "http://[::1]:8080/ozg"
            })
    void acceptsAPublicBaseUrl(String url) {
        assertThat(GUELTIG.mit("https://portal.musterstadt.example/ozg", "\"" + url + "\"")
                        .lies()
                        .oeffentlicheBasisUrl())
                .isEqualTo(URI.create(url));
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        ConfigurationError fehler =
                GUELTIG.mit("basis_url:", "basisurl:").abgelehnt("OZG-CONFIG-0003 4 /basisurl", "OZG-CONFIG-0002 1");
        assertThat(fehler.getMessage()).contains("Gemeint ist vielleicht \"basis_url\"");
    }

    @Test
    void reportsDuplicateKeys() {
        GUELTIG.mit("name: Stadt Musterstadt\n", "name: Stadt Musterstadt\nname: Dorf\n")
                .abgelehnt("OZG-CONFIG-0007 3 /name");
        GUELTIG.mit("zulassung-jaegerpruefung", "hund-anmelden").abgelehnt("OZG-CONFIG-0007 38 /dienste/hund-anmelden");
    }

    @Test
    void refusesAnAliasBomb() {
        GUELTIG.mit("wege: [ablage, fitconnect]", "wege: &a [*a, *a]").abgelehnt("OZG-CONFIG-0001 27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nein", "[a]"})
    void refusesADienstThatIsNoMapping(String wert) {
        GUELTIG.mit("zulassung-jaegerpruefung: {}", "zulassung-jaegerpruefung: " + wert)
                .abgelehnt("OZG-CONFIG-0004 38 /dienste/zulassung-jaegerpruefung");
    }

    @Test
    void offersADienstWithoutOverlay() {
        Mandant mandant = GUELTIG.mit("zulassung-jaegerpruefung: {}", "zulassung-jaegerpruefung:")
                .lies();
        assertThat(mandant.angebot(new DienstId("zulassung-jaegerpruefung"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//boese.example/impressum", "impressum", "javascript:alert(1)", "http://a.example/"})
    void refusesALinkThatIsNeitherPathNorHttps(String verweis) {
        GUELTIG.mit("impressum: /impressum", "impressum: \"" + verweis + "\"")
                .abgelehnt("OZG-CONFIG-0005 22 /verweise/impressum");
    }

    @Test
    void readsAFileWithItsWappenBeside(@TempDir Path ordner) throws IOException {
        Path datei = Files.writeString(ordner.resolve("mandant.yaml"), GUELTIG.yaml());
        Befunde.abgelehnt(() -> MandantConfig.lies(datei), MandantFehler.FALSCHE_ANGABE, "OZG-MANDANT-0005 16 /wappen");
        Files.write(ordner.resolve("wappen.svg"), GUELTIG.wappen());
        assertThat(MandantConfig.lies(datei).wappen().bild()).isEqualTo(GUELTIG.wappen());
    }

    @Test
    void reportsAFileThatIsMissing(@TempDir Path ordner) {
        ConfigurationError fehler = Befunde.abgelehnt(
                () -> MandantConfig.lies(ordner.resolve("mandant.yaml")),
                MandantFehler.NICHT_LESBAR,
                "OZG-MANDANT-0001 0");
        assertThat(fehler.getMessage()).contains("mandant.yaml").doesNotContain(ordner.toString());
    }

    @Test
    void refusesHugeFilesWithoutReadingThem(@TempDir Path ordner) throws IOException {
        Path datei = Files.writeString(ordner.resolve("mandant.yaml"), GUELTIG.yaml());
        Path wappen = ordner.resolve("wappen.svg");
        try (RandomAccessFile loch = new RandomAccessFile(wappen.toFile(), "rw")) {
            loch.setLength(3L << 30);
        }
        Befunde.abgelehnt(() -> MandantConfig.lies(datei), MandantFehler.FALSCHE_ANGABE, "OZG-MANDANT-0005 16 /wappen");
        Befunde.abgelehnt(() -> MandantConfig.lies(wappen), MandantFehler.FALSCHE_ANGABE, "OZG-CONFIG-0006 0");
    }

    @Test
    void reportsAWappenThatCannotBeRead() {
        byte[] yaml = GUELTIG.yaml().getBytes(StandardCharsets.UTF_8);
        Befunde.abgelehnt(
                () -> MandantConfig.lies("mandant.yaml", yaml, name -> {
                    throw new IOException("kaputt");
                }),
                MandantFehler.FALSCHE_ANGABE,
                "OZG-MANDANT-0005 16 /wappen");
        Befunde.abgelehnt(
                () -> MandantConfig.lies("mandant.yaml", yaml, name -> Optional.empty()),
                MandantFehler.FALSCHE_ANGABE,
                "OZG-MANDANT-0005 16 /wappen");
    }
}
