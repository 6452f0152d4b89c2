/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.benachrichtigung.Entwurfspost;
import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AntragTest {

    private static final String PASSWORT = "geheim";

    @TempDir
    private Path ordner;

    private Klaerungsdatenbank datenbank;
    private Path passwort;
    private Path zip;
    private AntragId antrag;
    private String nummer;

    @BeforeEach
    void mache() throws IOException {
        datenbank = Klaerungsdatenbank.in(ordner, PASSWORT);
        passwort = Files.writeString(ordner.resolve("passwort"), PASSWORT);
        zip = ordner.resolve("auskunft.zip");
        antrag = datenbank.fall();
        nummer = datenbank
                .daten()
                .antraege()
                .antrag(Klaerungsdatenbank.STADT, antrag)
                .orElseThrow()
                .vorgangsnummer()
                .wert();
    }

    private Lauf antrag(Object... argumente) {
        List<Object> alle = new ArrayList<>(List.of("antrag"));
        alle.addAll(List.of(argumente));
        alle.addAll(List.of("--jdbc-url", datenbank.url(), "--user", "portal", "--password-file", passwort));
        alle.addAll(List.of("--schluessel", datenbank.schluessel(), "--bearbeiter", "erna"));
        return Lauf.mit(alle.toArray());
    }

    @Test
    void writesAllAboutTheAntragWithThisNumber() throws IOException {
        Lauf lauf = antrag("auskunft", "--mandant", "musterstadt", "--vorgangsnummer", nummer, "--out", zip);

        assertThat(lauf.code()).isZero();
        try (ZipFile inhalt = new ZipFile(zip.toFile());
                InputStream angaben = inhalt.getInputStream(inhalt.getEntry("angaben.json"))) {
            assertThat(new String(angaben.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Erika Geheim");
            assertThat(inhalt.getEntry("vorgang.txt")).isNotNull();
        }
        assertThat(ereignisse()).contains("AUSKUNFT_ERTEILT");
        assertThat(lauf.ergebnisse()).doesNotContain("Erika");
        assertThat(antrag("auskunft", "--mandant", "musterstadt", "--vorgangsnummer", nummer, "--out", zip)
                        .code())
                .as("never over a file that is there")
                .isEqualTo(2);
    }

    @Test
    void erasesOnlyWhenToldTwice() {
        assertThat(antrag("loesche", "--mandant", "musterstadt", "--antrag", antrag.wert())
                        .code())
                .isEqualTo(2);
        assertThat(antrag("loesche", "--mandant", "nachbarstadt", "--antrag", antrag.wert(), "--endgueltig")
                        .fehler())
                .contains("OZG-CLI-0010");

        Lauf lauf = antrag("loesche", "--mandant", "musterstadt", "--antrag", antrag.wert(), "--endgueltig");

        assertThat(lauf.code()).isZero();
        assertThat(datenbank.daten().antraege().antrag(Klaerungsdatenbank.STADT, antrag))
                .isEmpty();
        assertThat(ereignisse()).contains("AUF_WUNSCH_GELOESCHT");
    }

    @Test
    void theMailAddressOfADraftIsToldAndErasedWithIt() throws IOException {
        AntragStore antraege = datenbank.daten().antraege();
        Entwurfspost post = datenbank.daten().entwurfspost();
        AntragId entwurf = antraege.anlegen(
                        Klaerungsdatenbank.STADT,
                        new DienstRef(new DienstId("hund-anmelden"), "1.0.0"),
                        new byte[] {1},
                        Duration.ofDays(30))
                .id();
        Mailadresse adresse = new Mailadresse("erika@example.org");
        String code = antraege.fortsetzungscode(Klaerungsdatenbank.STADT, entwurf);
        post.sendeCode(
                Klaerungsdatenbank.STADT,
                entwurf,
                code,
                new Nachricht(adresse, "Code", code),
                Locale.GERMAN,
                Duration.ofDays(3));

        assertThat(antrag("auskunft", "--mandant", "musterstadt", "--antrag", entwurf.wert(), "--out", zip)
                        .code())
                .isZero();
        try (ZipFile inhalt = new ZipFile(zip.toFile());
                InputStream vorgang = inhalt.getInputStream(inhalt.getEntry("vorgang.txt"))) {
            assertThat(new String(vorgang.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("E-Mail-Adresse fuer den Entwurf: erika@example.org");
        }
        assertThat(antrag("loesche", "--mandant", "musterstadt", "--antrag", entwurf.wert(), "--endgueltig")
                        .code())
                .isZero();
        assertThat(post.adresse(Klaerungsdatenbank.STADT, entwurf)).isEmpty();
    }

    @Test
    void whatIsNotThereLeavesNoFile() {
        for (String wahl : List.of("--vorgangsnummer=MUST-0000-0000", "--antrag=" + "a".repeat(22))) {
            Lauf lauf = antrag("auskunft", "--mandant", "musterstadt", wahl, "--out", zip);

            assertThat(lauf.fehler()).contains("OZG-CLI-0010");
            assertThat(lauf.code()).isEqualTo(1);
            assertThat(zip).doesNotExist();
        }
        assertThat(antrag("auskunft", "--mandant", "musterstadt", "--antrag=zu-kurz", "--out", zip)
                        .code())
                .isEqualTo(2);
        assertThat(antrag("auskunft", "--mandant", "musterstadt", "--out", zip).code())
                .isEqualTo(2);
    }

    private List<String> ereignisse() {
        return datenbank.daten().protokoll().eintraege(Klaerungsdatenbank.STADT, antrag).stream()
                .map(Protokoll.Eintrag::ereignis)
                .toList();
    }
}
