/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EchteSchemataTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);

    static List<String> schemata() throws IOException {
        try (Stream<Path> dateien = Files.list(ordner())) {
            return dateien.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".xdf3.xml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allRealSchemasAreHere() throws IOException {
        assertThat(schemata()).hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("schemata")
    void startsAndRefusesAnEmptyAnswer(String datei) throws IOException {
        Formular formular = formular(datei, true).formular().orElseThrow();

        Formularseite erste =
                Reise.standard().seiten(formular, Antworten.LEER, HEUTE).get(0);
        assertThat(Seitenbaum.von(formular, erste, Antworten.LEER, HEUTE)).isNotEmpty();
        Optional<Formularseite> offen = Reise.standard().ersteUnvollstaendige(formular, Antworten.LEER, HEUTE);
        List<Feldfehler> fehler = offen.map(s -> Reise.standard().pruefe(formular, s, Antworten.LEER, HEUTE))
                .orElse(List.of());
        assertThat(fehler).as("a form that demands nothing is no real form").isNotEmpty();
        assertThat(formular.seiten()).extracting(Formularseite::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("schemata")
    void everyVisibleFieldIsInTheSummaryAndTheFrozenBytesAreStable(String datei) throws IOException {
        Formular formular = formular(datei, true).formular().orElseThrow();
        int[] felder = {0};
        for (Formularseite seite : formular.seiten()) {
            Seitenbaum.felder(Seitenbaum.von(formular, seite, Antworten.LEER, HEUTE), f -> {
                felder[0] += f.feld().anzeige() == Feld.Anzeige.VERBORGEN ? 0 : 1;
            });
        }
        int zeilen = Zusammenfassung.von(formular, Antworten.LEER, HEUTE, id -> "").abschnitte().stream()
                .mapToInt(a -> a.zeilen().size())
                .sum();
        assertThat(zeilen).isEqualTo(felder[0]).isPositive();
        Antworten sichtbar = Fachdaten.sichtbare(formular, Antworten.LEER, HEUTE);
        assertThat(Fachdaten.friereEin(formular, sichtbar)).isEqualTo(Fachdaten.friereEin(formular, sichtbar));
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(sichtbar))).isEqualTo(sichtbar);
    }

    @Test
    void aMissingCodeListKeepsTheDienstOutOfProduction() throws IOException {
        int ausser = 0;
        for (String datei : schemata()) {
            FormularBauer.Ergebnis ergebnis = formular(datei, false);
            List<String> synthetische =
                    formular(datei, true).formular().orElseThrow().synthetischeCodelisten();
            assertThat(ergebnis.formular().isPresent()).isEqualTo(synthetische.isEmpty());
            if (!synthetische.isEmpty()) {
                ausser++;
                assertThat(ergebnis.probleme()).anyMatch(p -> p.code() == FormFehler.CODELISTE_FEHLT);
            }
        }
        assertThat(ausser).isEqualTo(9);
    }

    private static FormularBauer.Ergebnis formular(String datei, boolean testmodus) throws IOException {
        String yaml =
                """
                id: echt
                version: 1.0.0
                titel: Echtes Schema
                leistungsschluessel: ["99102013104000"]
                vertrauensniveau: ohne
                schema: %s
                beschreibung: {kurztext: Test}
                wege: [ablage]
                """
                        .formatted(datei);
        Dienstdateien dateien = new Dienstdateien() {
            @Override
            public String ort() {
                return "echt";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) throws IOException {
                if (name.equals("regeln.json")) {
                    return Optional.empty();
                }
                return Optional.of(
                        name.equals("dienst.yaml")
                                ? new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))
                                : Files.newInputStream(ordner().resolve(name)));
            }
        };
        List<Problem> probleme = new ArrayList<>();
        OzgDienst dienst = DienstLeser.lies(dateien, probleme).orElseThrow(() -> new AssertionError(probleme));
        return FormularBauer.baue(dienst, testmodus);
    }

    private static Path ordner() {
        Path daten = Path.of(System.getProperty("shared.data")).resolve("xoev/fim/xdf3");
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(Files.isDirectory(daten), "shared test data are not here");
        }
        if (!Files.isDirectory(daten)) {
            throw new UncheckedIOException(new IOException("shared test data are missing"));
        }
        return daten;
    }
}
