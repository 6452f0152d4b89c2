/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.lieferung.Antragsdruck;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.pdf.PdfSatz;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Beilage.Verhaeltnis;
import de.kommunalsdk.schriftstueck.Pdf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of each example Dienst, as it is delivered. */
class AntragsdruckTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final byte[] XML = "<antrag>ä\u0308</antrag>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path ordner;

    private static Formular formular(Path dienst) {
        return FormularBauer.baue(
                        Dienstbibliothek.builder()
                                .pfad(dienst)
                                .lade()
                                .alle()
                                .iterator()
                                .next(),
                        true)
                .formular()
                .orElseThrow();
    }

    private static Mandant mandant() throws IOException {
        Path ort = Daten.beispiele().resolve("musterstadt-portal/src/main/resources/musterstadt");
        return MandantConfig.lies(
                "mandant.yaml",
                Files.readAllBytes(ort.resolve("mandant.yaml")),
                name -> Optional.of(Files.readAllBytes(ort.resolve("oeffentlich/" + name))));
    }

    /** Every text field says the same. */
    private static Antworten ueberall(Formular formular, String wert) {
        Antworten[] antworten = {Antworten.LEER};
        for (Formularseite seite : formular.seiten()) {
            Seitenbaum.felder(Seitenbaum.von(formular, seite, Antworten.LEER, HEUTE), platz -> {
                if (platz.feld().anzeige() == Feld.Anzeige.ZEILE || platz.feld().anzeige() == Feld.Anzeige.MEHRZEILIG) {
                    antworten[0] = antworten[0].mit(platz.ort(), wert);
                }
            });
        }
        return antworten[0];
    }

    private static Pdf pdf(Formular formular, Antworten antworten) throws IOException {
        return pdf(formular, antworten, List.of());
    }

    private static Pdf pdf(Formular formular, Antworten antworten, List<SortedMap<String, Object>> zustimmungen)
            throws IOException {
        Antworten sichtbare = Fachdaten.sichtbare(formular, antworten, HEUTE);
        Anlage anlage = new Anlage(
                AnlageId.neu(), "Nachweis größer – احمد.pdf", "application/pdf", 1234, "0123456789abcdef".repeat(4));
        Antrag antrag = new Antrag(
                new AntragId("A".repeat(22)),
                mandant().id(),
                formular.dienst().ref(),
                Antragsstatus.EINGEREICHT,
                new Vorgangsnummer("26-ABCD-1234"),
                Instant.parse("2026-11-23T09:00:00Z"),
                Fachdaten.friereEin(formular, sichtbare, HEUTE, zustimmungen),
                "fedcba9876543210".repeat(4),
                List.of(anlage));
        return new PdfSatz()
                .setze(Antragsdruck.vorlage(
                        formular,
                        mandant(),
                        antrag,
                        new Beilage("fachdaten.xml", "application/xml", Verhaeltnis.DATA, "Daten", XML)));
    }

    @Test
    void theSummaryOfTheDogIsWholeAndItsXmlComesOutAsItWentIn() throws IOException {
        Formular formular = formular(Daten.HUND);
        Pdf pdf = pdf(formular, ueberall(formular, "Müller & <b>Söhne</b>"));

        Norm.erfuellt(pdf.inhalt());
        assertThat(text(pdf))
                .contains(
                        "Stadt Musterstadt",
                        "26-ABCD-1234",
                        "23.11.2026, 10:00:00 (Europe/Berlin)",
                        "Müller & <b>Söhne</b>",
                        "Keine Angabe",
                        "Nachweis größer",
                        "Seite 1 von");
        assertThat(text(pdf).replaceAll("\\s", ""))
                .contains("0123456789abcdef".repeat(4), "fedcba9876543210".repeat(4));
        try (PDDocument gelesen = Loader.loadPDF(pdf.inhalt())) {
            assertThat(gelesen.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("fachdaten.xml")
                            .getEmbeddedFileUnicode()
                            .toByteArray())
                    .isEqualTo(XML);
        }
        assertThat(formular.synthetischeCodelisten()).isEmpty();
        assertThat(text(pdf)).doesNotContain("SYNTHETISCH");
    }

    @Test
    void theSummaryOfTheHuntingExaminationSaysThatItIsSynthetic() throws IOException {
        Files.copy(Daten.beispiele().resolve("dienst-jaegerpruefung/dienst.yaml"), ordner.resolve("dienst.yaml"));
        Files.copy(Daten.beispiele().resolve("dienst-jaegerpruefung/regeln.json"), ordner.resolve("regeln.json"));
        Files.copy(Daten.fim().resolve("xdf3/S07000000201.xdf3.xml"), ordner.resolve("S07000000201.xdf3.xml"));
        Formular formular = formular(ordner);
        Pdf pdf = pdf(formular, ueberall(formular, "Ü"));

        Norm.erfuellt(pdf.inhalt());
        assertThat(formular.synthetischeCodelisten()).isNotEmpty();
        assertThat(text(pdf)).contains("SYNTHETISCH: Dieses Schriftstück", "26-ABCD-1234 SYNTHETISCH");
    }

    @Test
    void theSummaryOfTheSpecialUseNamesFeeSourceAndConsents() throws IOException {
        Formular formular = formular(Daten.SONDERNUTZUNG);
        Instant zeit = Instant.parse("2026-11-22T08:00:00Z");
        String strasse = "G05999000010.G60000000086.F60000000243";
        String flaeche = "G05999000011.G05999000012-1.";
        Antworten antworten = ueberall(formular, "Größe")
                .mit(flaeche + "F05999000024", "4")
                .mit(flaeche + "F05999000025", "2.5")
                .mit(flaeche + "F05999000026", "10")
                .mit(Nachweise.KEINE
                        .mit(
                                strasse,
                                new Herkunft(
                                        "unternehmensregister",
                                        "Unternehmensregister",
                                        "strasse",
                                        Vertrauensniveau.HOCH,
                                        zeit,
                                        false,
                                        false))
                        .mit(Einwilligung.erteilt("unternehmensregister", zeit, "f1")
                                .abgerufen(zeit, "")));
        Pdf pdf = pdf(
                formular,
                antworten,
                List.of(new TreeMap<>(Map.of(
                        "rolle", "eigentuemer",
                        "titel", "Eigentümerin oder Eigentümer",
                        "name", "Olaf Beispiel",
                        "erklaerung", "Ich bin damit einverstanden.",
                        "zeit", zeit.toString(),
                        "gesehenSha256", "0123456789abcdef".repeat(4)))));

        Norm.erfuellt(pdf.inhalt());
        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains(
                        "Gebühr 70,00 €",
                        "aus: Unternehmensregister, 22.11.2026, 09:00:00",
                        "Einwilligungen in den Abruf von Angaben",
                        "Zustimmung anderer",
                        "Olaf Beispiel",
                        "Ich bin damit einverstanden.")
                .doesNotContain("Unterschrift:");
    }

    @Test
    void whatIsSignedOnPaperHasALineForIt() throws IOException {
        try (Stream<Path> dateien = Files.list(Daten.HUND)) {
            for (Path datei : dateien.toList()) {
                Files.copy(datei, ordner.resolve(datei.getFileName()));
            }
        }
        Files.writeString(ordner.resolve("dienst.yaml"), "\nschriftform: papier\n", StandardOpenOption.APPEND);
        Formular formular = formular(ordner);
        Pdf pdf = pdf(formular, ueberall(formular, "Müller"));

        Norm.erfuellt(pdf.inhalt());
        assertThat(text(pdf)).contains("Ort und Datum:", "Unterschrift:");
    }

    @Test
    void answersThatNobodyExpectedDoNoHarm() throws IOException {
        Formular formular = formular(Daten.HUND);
        Pdf pdf = pdf(formular, ueberall(formular, "a\u0001\u202eb u\u0308 محمد 漢 " + "W".repeat(300)));

        Norm.erfuellt(pdf.inhalt());
        assertThat(pdf.ersetzteZeichen()).containsExactly(0x1, 0x202e, 0x6f22);
        assertThat(text(pdf)).contains("a\ufffd\ufffdb ü");
    }

    private static String text(Pdf pdf) throws IOException {
        try (PDDocument gelesen = Loader.loadPDF(pdf.inhalt())) {
            return new PDFTextStripper().getText(gelesen);
        }
    }
}
