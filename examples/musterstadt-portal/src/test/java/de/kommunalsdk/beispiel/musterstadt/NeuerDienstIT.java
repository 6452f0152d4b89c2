/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/dienst-author-guide.md in an empty folder: its commands, its lines of YAML, then the portal on what came out. */
class NeuerDienstIT {

    private static final Pattern SCHRITT =
            Pattern.compile("<!-- (befehl|ans ende: (\\S+)) -->\\n *```\\w+\\n(.*?)\\n *```\\n", Pattern.DOTALL);
    private static final String CLI = "java -jar kommunal-sdk.jar ";

    @TempDir
    private Path ordner;

    @Test
    void anOfficialSchemaBecomesADienstOfThePortalWithoutALineOfJava() throws Exception {
        Path schema = Path.of(System.getProperty("shared.data"), "xoev/fim/xdf3/S05000001323.xdf3.xml");
        if (System.getenv("CI") != null) {
            assertThat(schema).exists();
        }
        Assumptions.assumeTrue(Files.exists(schema), schema + " is missing");
        Files.copy(schema, ordner.resolve(schema.getFileName()));
        Path anleitung = Path.of(System.getProperty("project.root"), "docs/dienst-author-guide.md");

        List<MatchResult> schritte =
                SCHRITT.matcher(Files.readString(anleitung)).results().toList();
        assertThat(schritte).hasSize(4);
        for (MatchResult schritt : schritte) {
            String text = schritt.group(3).stripIndent();
            if (schritt.group(2) == null) {
                fuehreAus(text.strip());
            } else {
                Files.writeString(ordner.resolve(schritt.group(2)), text + "\n", StandardOpenOption.APPEND);
            }
        }
        assertThat(ordner.resolve("form.pdf")).isNotEmptyFile();

        try (Musterstadt portal = Musterstadt.starte(new Einstellungen(
                0, ordner.resolve("daten"), Optional.of(ordner.resolve("dienste")), Optional.empty()))) {
            Connection browser = Jsoup.newSession();
            Document katalog =
                    browser.newRequest(portal.adresse() + "/ozg/mein-dienst").get();
            assertThat(katalog.select("h1").text()).contains("Krankheitserregern");
            assertThat(katalog.select("main").text()).contains("Festgebühr");
            Document seite = sende(katalog);
            assertThat(seite.select("main form input, main form select")).isNotEmpty();
            assertThat(sende(seite).select(".ozg-fehlerliste a")).isNotEmpty();
        }
    }

    private static Document sende(Document seite) throws IOException {
        return seite.select("main form").forms().get(0).submit().execute().parse();
    }

    private void fuehreAus(String befehl) throws Exception {
        assertThat(befehl).startsWith(CLI);
        List<String> worte = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "de.kommunalsdk.cli.Kommandozeile"));
        worte.addAll(List.of(befehl.substring(CLI.length()).split(" ")));
        Process prozess = new ProcessBuilder(worte)
                .directory(ordner.toFile())
                .redirectErrorStream(true)
                .start();
        String ausgabe = new String(prozess.getInputStream().readAllBytes());
        assertThat(prozess.waitFor()).as(befehl + "\n" + ausgabe).isZero();
    }
}
