/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Beilage.Verhaeltnis;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfSatzTest {

    private final PdfSatz satz = new PdfSatz();

    @Test
    void aDocumentOfAllKindsOfContentMeetsBothStandards() {
        Pdf pdf = satz.setze(Vorlagen.mit(
                "<p><img src=\"" + Vorlagen.WAPPEN + "\" alt=\"Wappen der Stadt Musterstadt\"/></p>"
                        + Vorlagen.tabelle(90)
                        + "<h2>Listen</h2><ul><li>eins</li><li><strong>zwei</strong></li></ul><ol><li>drei</li></ol>"
                        + "<dl><dt>a</dt><dd>b</dd><dt></dt><dd></dd></dl><p></p><p>Leer: <span></span></p>"
                        + "<p lang=\"ar\" dir=\"rtl\">السلام عليكم (محمد) 123</p><p>Имя Ελλάδα ẞ Ǆ</p>"
                        + "<p><a href=\"mailto:a@b.example\" title=\"E-Mail an die Stelle\">a@b.example</a></p>",
                new Beilage("fachdaten.xml", "application/xml", Verhaeltnis.DATA, "Die Daten", new byte[0])));
        assertThat(pdf.ersetzteZeichen()).isEmpty();
        assertThat(pdf.seiten()).isGreaterThan(2);
        Norm.erfuellt(pdf.inhalt());
    }

    @Test
    void anAttachmentComesOutAsItWentIn() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        Pdf pdf = satz.setze(Vorlagen.mit(
                "<h1>Antrag</h1>",
                new Beilage("fachdaten.xml", "application/xml", Verhaeltnis.DATA, "Die Daten", bytes),
                new Beilage("mehr.json", "application/json", Verhaeltnis.SUPPLEMENT, "Mehr", new byte[] {'{', '}'})));
        Norm.erfuellt(pdf.inhalt());
        try (PDDocument gelesen = Loader.loadPDF(pdf.inhalt())) {
            PDComplexFileSpecification eintrag = gelesen.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("fachdaten.xml");
            assertThat(eintrag.getEmbeddedFileUnicode().toByteArray()).isEqualTo(bytes);
            assertThat(eintrag.getEmbeddedFileUnicode().getSubtype()).isEqualTo("application/xml");
            assertThat(eintrag.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
        }
    }

    @Test
    void theSameTemplateGivesTheSameBytes() {
        Druckvorlage vorlage = Vorlagen.mit(
                "<p><img src=\"" + Vorlagen.WAPPEN + "\" alt=\"Wappen\"/></p>" + Vorlagen.tabelle(60),
                new Beilage("a.xml", "application/xml", Verhaeltnis.DATA, "Daten", new byte[] {1, 2, 3}));
        assertThat(new PdfSatz().setze(vorlage).inhalt())
                .isEqualTo(satz.setze(vorlage).inhalt());
    }

    @Test
    void aTableOfTwoThousandRowsGrowsInProportion() {
        satz.setze(Vorlagen.mit(Vorlagen.tabelle(1)));
        Messung klein = miss(1000);
        Messung gross = miss(2000);
        assertThat(gross.pdf().seiten())
                .isBetween(2 * klein.pdf().seiten() - 2, 2 * klein.pdf().seiten() + 2);
        assertThat(gross.pdf().inhalt().length)
                .isLessThan((int) (2.5 * klein.pdf().inhalt().length));
        assertThat(gross.speicher()).isLessThan((long) (2.5 * klein.speicher()));
    }

    @Test
    @EnabledIfSystemProperty(named = "lang", matches = "true") // veraPDF takes a minute for 60 pages
    void aTableOfTwoThousandRowsMeetsBothStandards() {
        Norm.erfuellt(satz.setze(Vorlagen.mit(Vorlagen.tabelle(2000))).inhalt());
    }

    private record Messung(Pdf pdf, long speicher) {}

    private Messung miss(int zeilen) {
        Druckvorlage vorlage = Vorlagen.mit(Vorlagen.tabelle(zeilen));
        com.sun.management.ThreadMXBean faden =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long vorher = faden.getCurrentThreadAllocatedBytes();
        Pdf pdf = satz.setze(vorlage);
        return new Messung(pdf, faden.getCurrentThreadAllocatedBytes() - vorher);
    }

    @Test
    void aVeryLongWordIsBrokenAndNothingOfItIsLost() throws IOException {
        Pdf pdf = satz.setze(Vorlagen.mit("<h1>Antrag</h1><table><tbody><tr><th scope=\"row\">Wort</th><td>"
                + "W".repeat(20_000) + "</td></tr></tbody></table>"));
        Norm.erfuellt(pdf.inhalt());
        assertThat(text(pdf).chars().filter(z -> z == 'W').count()).isEqualTo(20_001);
    }

    @Test
    void whatCannotBeDrawnIsVisiblyReplacedAndReported() throws IOException {
        Pdf pdf = satz.setze(
                Vorlagen.mit("<p>a\u0001b \u202eumgekehrt\u2066 \ud83d\ude80 漢 &#x200b; \ud800 u\u0308ber</p>"));
        Norm.erfuellt(pdf.inhalt());
        assertThat(pdf.ersetzteZeichen()).containsExactly(0x1, 0x200b, 0x202e, 0x2066, 0x6f22, 0xd800, 0x1f680);
        assertThat(text(pdf)).contains("a\ufffdb \ufffdumgekehrt\ufffd \ufffd \ufffd \ufffd \ufffd über");
    }

    @Test
    void arabicIsJoinedAndStandsInVisualOrder() throws IOException {
        Pdf pdf = satz.setze(Vorlagen.mit("<p dir=\"rtl\">سلام (پیچ) ١٢</p><p>Name: محمد, Köln</p>"));
        Norm.erfuellt(pdf.inhalt());
        assertThat(pdf.ersetzteZeichen()).isEmpty();
        assertThat(text(pdf))
                .contains("سلام")
                .contains("محمد")
                .contains("Name: ")
                .contains(", Köln");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><head/><body><script>1</script></body></html> | OZG-PDF-0001",
                "<html><head/><body><form/></body></html> | OZG-PDF-0001",
                "<html><head/><body><p style='x'>a</p></body></html> | OZG-PDF-0001",
                "<html><head/><body><p onclick='x'>a</p></body></html> | OZG-PDF-0001",
                "<html><head/><body><p>a</body></html> | OZG-PDF-0001",
                "<!DOCTYPE html [<!ENTITY a 'b'>]><html><head/><body/></html> | OZG-PDF-0001",
                "<html><head/><body>&nbsp;</body></html> | OZG-PDF-0001",
                "<html><body/></html> | OZG-PDF-0001",
                "<p/> | OZG-PDF-0001",
                "<html><head/><body><a href='https://a.example/'>a</a></body></html> | OZG-PDF-0001",
                "<html><head/><body><a href='file:///etc/passwd' title='x'>a</a></body></html> | OZG-PDF-0004",
                "<html><head/><body><a href='javascript:1' title='x'>a</a></body></html> | OZG-PDF-0004",
                "<html><head/><body><img alt='' src='http://127.0.0.1/a.png'/></body></html> | OZG-PDF-0004",
                "<html><head/><body><img alt='' src='file:///etc/passwd'/></body></html> | OZG-PDF-0004",
                "<html><head><style>@import 'a.css';</style></head><body/></html> | OZG-PDF-0004",
                "<html><head><style>p{background:u\\72l(a)}</style></head><body/></html> | OZG-PDF-0004",
                "<html><head><style>p{background:url(http://a/)}</style></head><body/></html> | OZG-PDF-0004",
                "<html><head/><body><img src='data:image/png;base64,AAAA'/></body></html> | OZG-PDF-0005",
                "<html><head/><body><img alt='' src='data:image/png;base64,AAAA'/></body></html> | OZG-PDF-0005",
                "<html><head/><body><img alt='' src='data:image/svg+xml;base64,AAAA'/></body></html> | OZG-PDF-0005",
            })
    void whatATemplateMayNotHoldIsRefused(String xhtml, String code) {
        assertThatThrownBy(() -> satz.setze(Vorlagen.roh(xhtml)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aBombOfAPictureIsRefusedByItsHeader() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4001, 10, BufferedImage.TYPE_BYTE_BINARY), "png", png);
        assertThat(code(bild("image/png", png.toByteArray()))).isEqualTo("OZG-PDF-0005");
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"1\"/>";
        assertThat(code(bild("image/svg+xml", svg.formatted("1e6").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("OZG-PDF-0005");
        String dtd = "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg.formatted("1");
        assertThat(code(bild("image/svg+xml", dtd.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("OZG-PDF-0005");
    }

    private static Druckvorlage bild(String typ, byte[] bytes) {
        return Vorlagen.mit("<p><img alt=\"Bild\" src=\"data:" + typ + ";base64,"
                + Base64.getEncoder().encodeToString(bytes) + "\"/></p>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyLimitHasItsCode(int fall) {
        Setzgrenzen grenzen =
                switch (fall) {
                    case 1 -> new Setzgrenzen(10, 1000, 100, 100, 1, Duration.ZERO);
                    case 2 -> new Setzgrenzen(100_000, 10, 100, 100, 1, Duration.ZERO);
                    case 3 -> new Setzgrenzen(100_000, 1000, 1, 100, 1, Duration.ZERO);
                    default -> new Setzgrenzen(100_000, 1000, 100, 2, 1, Duration.ZERO);
                };
        Beilage beilage = new Beilage("a.xml", "application/xml", Verhaeltnis.DATA, "Daten", new byte[3]);
        assertThatThrownBy(() -> new PdfSatz(grenzen).setze(Vorlagen.mit(Vorlagen.tabelle(80), beilage)))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.fehlercode())
                        .isEqualTo(fall == 3 ? SchriftstueckFehler.ZU_VIELE_SEITEN : SchriftstueckFehler.ZU_GROSS));
    }

    @Test
    void manyAtOnceWaitAndThenGiveUp() throws Exception {
        PdfSatz enger = new PdfSatz(new Setzgrenzen(8_000_000, 100_000, 600, 100, 1, Duration.ZERO));
        Druckvorlage lange = Vorlagen.mit(Vorlagen.tabelle(2000));
        CountDownLatch los = new CountDownLatch(1);
        var faeden = Executors.newFixedThreadPool(4);
        try {
            var laeufe = new java.util.ArrayList<Future<String>>();
            for (int i = 0; i < 4; i++) {
                laeufe.add(faeden.submit(() -> {
                    los.await();
                    return code(enger, lange);
                }));
            }
            los.countDown();
            var codes = new java.util.ArrayList<String>();
            for (Future<String> lauf : laeufe) {
                codes.add(lauf.get());
            }
            assertThat(codes).contains("", "OZG-PDF-0007");
        } finally {
            faeden.shutdownNow();
        }
        assertThat(code(enger, Vorlagen.mit("<p>a</p>"))).isEmpty();
    }

    @Test
    void oneObjectServesManyThreads() throws Exception {
        byte[] erwartet = satz.setze(Vorlagen.mit(Vorlagen.tabelle(20))).inhalt();
        var faeden = Executors.newFixedThreadPool(4);
        try {
            var laeufe = new java.util.ArrayList<Future<byte[]>>();
            for (int i = 0; i < 12; i++) {
                laeufe.add(faeden.submit(
                        () -> satz.setze(Vorlagen.mit(Vorlagen.tabelle(20))).inhalt()));
            }
            for (Future<byte[]> lauf : laeufe) {
                assertThat(lauf.get()).isEqualTo(erwartet);
            }
        } finally {
            faeden.shutdownNow();
        }
    }

    @Test
    void neitherTheContentNorItsPropertiesStandInAnException() {
        Druckvorlage vorlage = Vorlagen.mit("<p>Geheimname<br></p>");
        assertThatThrownBy(() -> satz.setze(vorlage)).hasMessageNotContaining("Geheimname");
        assertThat(vorlage.toString()).doesNotContain("Geheimname");
    }

    @Test
    void theFontsLicenceTravelsWithThem() throws IOException {
        try (var lizenz = PdfSatz.class.getResourceAsStream("schriften/LICENSE-DejaVu.txt")) {
            assertThat(new String(lizenz.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Bitstream Vera");
        }
        assertThat(Files.size(Path.of("src/main/resources/de/kommunalsdk/pdf/schriften/DejaVuSans.ttf")))
                .isLessThan(800_000);
    }

    private String code(Druckvorlage vorlage) {
        return code(satz, vorlage);
    }

    private static String code(PdfSatz satz, Druckvorlage vorlage) {
        try {
            satz.setze(vorlage);
            return "";
        } catch (OzgException e) {
            assertThat(e.retryable()).isEqualTo(e instanceof ServiceUnavailable);
            return e.code();
        }
    }

    private static String text(Pdf pdf) throws IOException {
        try (PDDocument gelesen = Loader.loadPDF(pdf.inhalt())) {
            return new PDFTextStripper().getText(gelesen);
        }
    }
}
