/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host can set up wrongly, and several municipalities in one portal. */
class EinrichtungIT {

    @TempDir
    private Path ordner;

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        ConfigurationError fehler = catchThrowableOfType(
                ConfigurationError.class, () -> KommunalSdk.builder().starte());

        assertThat(fehler.code()).isEqualTo("OZG-SDK-0001");
        assertThat(fehler.getMessage()).contains("datenquelle", "schluessel", "mandanten", "dienste", "huelle", "weg");
    }

    @Test
    void aBrokenSchemaStopsItsDienstOnly() throws IOException {
        kopiere(Testportal.hund(), ordner.resolve("kaputt"));
        Path yaml = ordner.resolve("kaputt/dienst.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace("id: hund-anmelden", "id: kaputt")
                        .replace("G05999000003\n", "G05999009999\n"));
        kopiere(Testportal.hund(), ordner.resolve("hund-anmelden"));

        try (Testportal portal = mit(ordner)) {
            Testbrowser b = portal.browser();
            Seite katalog = b.hole("/kaputt");
            assertThat(katalog.status()).isEqualTo(200);
            assertThat(katalog.text()).contains("Dieser Dienst ist zurzeit nicht verfügbar", "Bürgerbüro");
            assertThat(katalog.code()).isEqualTo("OZG-DIENST-0006");
            assertThat(katalog.html().select("form")).isEmpty();
            Seite start = b.sende(
                    java.net.URI.create(portal.basis() + "/kaputt/start"),
                    Map.of(
                            "csrf",
                            b.hole("/hund-anmelden")
                                    .felder("Jetzt online beantragen")
                                    .get("csrf")));
            assertThat(start.status()).isEqualTo(503);
            assertThat(start.code()).isEqualTo("OZG-DIENST-0006");
            assertThat(Hundeanmeldung.starte(b).h1()).isEqualTo("Ihre Angaben");
            assertThat(portal.sdk().probleme()).extracting(Problem::toString).anyMatch(p -> p.contains("G05999009999"));
        }
    }

    @Test
    void aDienstThatNeedsALoginIsNotOfferedAnonymously() throws IOException {
        kopiere(Testportal.hund(), ordner.resolve("hund-anmelden"));
        Path yaml = ordner.resolve("hund-anmelden/dienst.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replace("vertrauensniveau: ohne", "vertrauensniveau: substanziell"));

        try (Testportal portal = mit(ordner)) {
            assertThat(portal.browser().hole("/hund-anmelden").html().select("form"))
                    .isEmpty();
            assertThat(portal.sdk().probleme()).extracting(p -> p.code().code()).containsExactly("OZG-SDK-0002");
        }
    }

    @Test
    void aDienstWithAnUnknownWayIsNotBegun() {
        try (Testportal portal = Testportal.starte(b -> b.mandanten(MandantFinder.fest(
                Testportal.mandant("musterstadt", "dienste:\n  hund-anmelden: {wege: [brieftaube]}\n"))))) {
            Seite katalog = portal.browser().hole("/hund-anmelden");
            assertThat(katalog.code()).isEqualTo("OZG-DIENST-0006");
            assertThat(katalog.html().select("form")).isEmpty();
            assertThat(portal.sdk().probleme()).extracting(p -> p.code().code()).containsExactly("OZG-SDK-0003");
            assertThat(portal.sdk().probleme().get(0).meldung()).contains("brieftaube", "ablage");
        }
    }

    @Test
    void aDienstThatCannotBeReadIsNotOffered() throws IOException {
        kopiere(Testportal.hund(), ordner.resolve("kaputt"));
        Files.writeString(ordner.resolve("kaputt/dienst.yaml"), "id: kaputt\nversion: [\n");
        kopiere(Testportal.hund(), ordner.resolve("hund-anmelden"));

        try (Testportal portal = mit(ordner)) {
            Seite seite = portal.browser().hole("/kaputt");
            assertThat(seite.status()).isEqualTo(404);
            assertThat(seite.code()).isEqualTo("OZG-DIENST-0005");
            assertThat(portal.browser().hole("/").text())
                    .contains("Hund anmelden")
                    .doesNotContain("kaputt");
            assertThat(portal.sdk().probleme()).isNotEmpty();
        }
    }

    @Test
    void aDienstThatTheMandantDoesNotOfferIsUnknown() {
        try (Testportal portal = Testportal.starte(
                b -> b.mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", "dienste: {}\n"))))) {
            Seite seite = portal.browser().hole("/hund-anmelden");
            assertThat(seite.status()).isEqualTo(404);
            assertThat(seite.code()).isEqualTo("OZG-DIENST-0005");
        }
    }

    @Test
    void municipalitiesInThePathAreKeptApart() {
        try (Testportal portal = Testportal.starte(b -> b.mandanten(
                MandantFinder.nachPfad(List.of(Testportal.mandant("astadt"), Testportal.mandant("bstadt")))))) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(b.hole("/astadt/hund-anmelden"), "Jetzt online beantragen", Map.of());
            assertThat(seite.text()).contains("Stadt astadt");

            String id = seite.url().getPath().split("/")[5];
            b.cookies().put("ozg-a-" + id, b.cookies().get("ozg-a-" + id));
            Seite drueben = b.hole(seite.url().toString().replace("astadt", "bstadt"));
            assertThat(drueben.status()).isEqualTo(403);
            assertThat(drueben.code()).isEqualTo("OZG-WEB-0004");

            Seite fremd = b.hole("/cstadt/hund-anmelden");
            assertThat(fremd.status()).isEqualTo(404);
            assertThat(fremd.code()).isEqualTo("OZG-MANDANT-0007");
        }
    }

    @Test
    void aHostThatIsNotConfiguredIsNoMandant() throws IOException {
        try (Testportal portal = Testportal.starte(b -> b.mandanten(
                MandantFinder.nachHostname(Map.of("portal.astadt.example", Testportal.mandant("astadt")))))) {
            for (String host : List.of("boese.example", "portal.astadt.example.boese.example", "x")) {
                assertThat(Rohanfrage.sende(portal.basis(), "GET /ozg/ HTTP/1.1", host, ""))
                        .startsWith("HTTP/1.1 404")
                        .contains("OZG-MANDANT-0007")
                        .doesNotContain("boese");
            }
            assertThat(Rohanfrage.sende(portal.basis(), "GET /ozg/ HTTP/1.1", "Portal.Astadt.example:8443", ""))
                    .startsWith("HTTP/1.1 200")
                    .contains("Stadt astadt");
        }
    }

    private static Testportal mit(Path dienste) {
        return Testportal.starte(
                b -> b.dienste(Dienstbibliothek.builder().verzeichnis(dienste).lade()));
    }

    private static void kopiere(Path von, Path nach) throws IOException {
        Files.createDirectories(nach);
        try (Stream<Path> dateien = Files.list(von)) {
            for (Path datei : dateien.toList()) {
                Files.copy(datei, nach.resolve(datei.getFileName().toString()));
            }
        }
    }
}
