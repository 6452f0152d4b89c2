/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.Instanzpruefung;
import de.kommunalsdk.schema.SchemaFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXmlLeser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
    /** They demand F05000017636 or F05000017419, which are locked and have no content: nobody can give them. */
    private static final List<String> UNERFUELLBARE = List.of("S05000001291.xdf3.xml", "S05000001319.xdf3.xml");

    static List<String> schemata() throws IOException {
        List<String> alle = new ArrayList<>();
        for (String fassung : List.of("xdf2", "xdf3")) {
            try (Stream<Path> dateien = Files.list(ordner(fassung))) {
                dateien.map(p -> p.getFileName().toString())
                        .filter(n -> n.endsWith(".xdf3.xml") || n.endsWith("_xdf2.xml"))
                        .sorted()
                        .forEach(alle::add);
            }
        }
        return alle;
    }

    @Test
    void allRealSchemasAreHere() throws IOException {
        assertThat(schemata()).hasSize(16);
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
        assertThat(ausser).isEqualTo(12);
    }

    /** Every required answer is given; what the page then accepts must fit the XSD and JSON Schema of the same schema. */
    @ParameterizedTest
    @MethodSource("schemata")
    void whatIsDeliveredFitsTheSchemaButForTwoThatDemandLockedFieldsWithoutContent(String datei) throws IOException {
        Formular formular = formular(datei, true).formular().orElseThrow();
        Anlage pdf = Probeantrag.anlage("nachweis.pdf", "application/pdf");
        Antworten antworten = ausgefuellt(formular, pdf);
        assertThat(Reise.standard().ersteUnvollstaendige(formular, antworten, HEUTE).stream()
                        .flatMap(s -> Reise.standard().pruefe(formular, s, antworten, HEUTE).stream()))
                .isEmpty();

        Antrag antrag = Probeantrag.eingefroren(formular, antworten, HEUTE, List.of(pdf));
        Paket paket = Probeantrag.paketbauer(formular).baue(antrag, "schluessel");
        Bauplan plan = Bauplan.von(formular.schema());
        for (Paket.Rolle rolle : List.of(Paket.Rolle.FACHDATEN_XML, Paket.Rolle.FACHDATEN_JSON)) {
            InputStream bytes =
                    new ByteArrayInputStream(Probeantrag.text(paket, rolle).getBytes(StandardCharsets.UTF_8));
            XfallErgebnis gelesen = rolle == Paket.Rolle.FACHDATEN_XML
                    ? XfallXmlLeser.lies(formular.schema(), datei, bytes)
                    : XfallJsonLeser.lies(formular.schema(), datei, bytes);
            assertThat(gelesen.probleme()).isEmpty();
            List<Problem> befunde =
                    Instanzpruefung.pruefe(plan, datei, gelesen.werte().orElseThrow());
            if (UNERFUELLBARE.contains(datei)) {
                assertThat(befunde).isNotEmpty().allSatisfy(p -> {
                    assertThat(p.code()).isEqualTo(SchemaFehler.FEHLT);
                    assertThat(p.stelle().pfad()).matches(".*/(F05000017636|F05000017419)");
                });
            } else {
                assertThat(befunde).as("%s", rolle).isEmpty();
            }
        }
    }

    private static Antworten ausgefuellt(Formular formular, Anlage pdf) {
        Antworten[] antworten = {Antworten.LEER};
        for (int runde = 0; runde < 100; runde++) {
            Optional<Formularseite> offen = Reise.standard().ersteUnvollstaendige(formular, antworten[0], HEUTE);
            if (offen.isEmpty()) {
                break;
            }
            Feldfehler fehler = Reise.standard()
                    .pruefe(formular, offen.get(), antworten[0], HEUTE)
                    .get(0);
            boolean[] fertig = {false};
            Seitenbaum.felder(Seitenbaum.von(formular, offen.get(), antworten[0], HEUTE), platz -> {
                boolean erstesDerAuswahl = fehler.art() == Feldfehler.Art.AUSWAHLGRUPPE
                        && !fertig[0]
                        && platz.ort().startsWith(fehler.ort() + ".");
                fertig[0] |= erstesDerAuswahl;
                if (platz.pflicht() || erstesDerAuswahl) {
                    antworten[0] = switch (platz.feld().anzeige()) {
                        case FEST, VERBORGEN -> antworten[0];
                        case DATEI -> antworten[0].mitAnlagen(platz.ort(), List.of(pdf.id()));
                        default -> antworten[0].mit(platz.ort(), antwort(platz.feld()));
                    };
                }
            });
        }
        return antworten[0];
    }

    private static String antwort(Feld feld) {
        Datenfeld.Praezisierung grenzen = feld.datenfeld().praezisierung();
        return switch (feld.anzeige()) {
            case RADIO, AUSWAHL -> feld.werte().get(0).code();
            case JA_NEIN -> "true";
            case DATUM -> grenzen.minDate().isEmpty() ? "2001-02-03" : grenzen.minDate();
            case UHRZEIT -> "08:15:00";
            case ZEITPUNKT -> "2026-11-23T08:15:00";
            case GANZZAHL, ZAHL, GELD ->
                grenzen.minValue().map(BigDecimal::toPlainString).orElse("7");
            default ->
                Stream.of(
                                "Probe",
                                "52062",
                                "erika@example.org",
                                "1".repeat(grenzen.minLength().orElse(1)))
                        .filter(t -> feld.muster().stream().allMatch(m -> m.passt(t)))
                        .filter(t -> t.length() >= grenzen.minLength().orElse(1)
                                && t.length() <= grenzen.maxLength().orElse(100))
                        .findFirst()
                        .orElseThrow();
        };
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
                                : Files.newInputStream(ordner(name.endsWith("_xdf2.xml") ? "xdf2" : "xdf3")
                                        .resolve(name)));
            }
        };
        List<Problem> probleme = new ArrayList<>();
        OzgDienst dienst = DienstLeser.lies(dateien, probleme).orElseThrow(() -> new AssertionError(probleme));
        return FormularBauer.baue(dienst, testmodus);
    }

    private static Path ordner(String fassung) {
        Path daten =
                Path.of(System.getProperty("shared.data")).resolve("xoev/fim").resolve(fassung);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(Files.isDirectory(daten), "shared test data are not here");
        }
        if (!Files.isDirectory(daten)) {
            throw new UncheckedIOException(new IOException("shared test data are missing"));
        }
        return daten;
    }
}
