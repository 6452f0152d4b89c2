/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp;

import static de.kommunalsdk.dateityp.Bytes.gif;
import static de.kommunalsdk.dateityp.Bytes.heic;
import static de.kommunalsdk.dateityp.Bytes.jpeg;
import static de.kommunalsdk.dateityp.Bytes.latein;
import static de.kommunalsdk.dateityp.Bytes.png;
import static de.kommunalsdk.dateityp.Bytes.tiff;
import static de.kommunalsdk.dateityp.Bytes.webp;
import static de.kommunalsdk.dateityp.Bytes.zusammen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Extension, first bytes and declared type have to agree, and a file is of one type only. */
class DateipruefungTest {

    private static final byte[] PDF = latein("%PDF-1.7\nsynthetisch\n%%EOF\n");
    private static final byte[] ENDE_ZIP = zusammen(latein("PK\5\6"), new byte[18]);

    private static Map<String, byte[]> gute() {
        Map<String, byte[]> gute = new LinkedHashMap<>();
        gute.put("a.pdf", PDF);
        gute.put("a.jpg", jpeg(4000, 3000));
        gute.put("a.JPEG", jpeg(1, 1));
        gute.put("a.png", png(100, 100));
        gute.put("a.gif", gif(10, 10));
        gute.put("a.webp", webp(4000, 3000));
        gute.put("a.tiff", tiff(100, 100, 0));
        gute.put("a.heic", heic(4032, 3024));
        gute.put("a.txt", "Größe: 3 €\r\n\tzwei".getBytes(StandardCharsets.UTF_8));
        gute.put("b.txt", latein("Gr\u00f6\u00dfe")); // Windows-1252
        gute.put("a.csv", latein("a;b\r\n1;2\r\n"));
        gute.put("a.xml", latein("<?xml version=\"1.0\"?><a xmlns=\"urn:x\"><b/></a>"));
        gute.put("a.json", latein(" {\"a\": 1}"));
        return gute;
    }

    @Test
    void everyTypeIsRecognisedAndAllowedAndNoNameIsEnoughForAnother() throws IOException {
        for (Map.Entry<String, byte[]> gut : gute().entrySet()) {
            Dateityp typ = Dateipruefung.erkenne(gut.getKey(), "", gut.getValue());
            assertThat(Dateityp.vonDateiname(gut.getKey())).contains(typ);
            Dateipruefung.pruefe(typ, new Bytes(gut.getValue()));
            for (Map.Entry<String, byte[]> anderer : gute().entrySet()) {
                Dateityp fremd = Dateityp.vonDateiname(anderer.getKey()).orElseThrow();
                if (fremd != typ && fremd != Dateityp.TEXT && fremd != Dateityp.CSV) {
                    ist(DateiFehler.UMBENANNT, () -> Dateipruefung.erkenne(anderer.getKey(), "", gut.getValue()));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.exe, '', OZG-DATEI-0001",
        "a, '', OZG-DATEI-0001",
        "a.pdf.html, '', OZG-DATEI-0001",
        "a.svg, image/svg+xml, OZG-DATEI-0001",
        "a.png, application/pdf, OZG-DATEI-0002",
        "a.pdf, text/html, OZG-DATEI-0002",
    })
    void whatIsNotAgreedOnIsRefused(String name, String angegeben, String code) {
        assertThatThrownBy(() -> Dateipruefung.erkenne(name, angegeben, PDF))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aBrowserThatDoesNotKnowTheTypeSaysNothingAboutIt() {
        assertThat(Dateipruefung.erkenne("a.pdf", "application/octet-stream", PDF))
                .isEqualTo(Dateityp.PDF);
        assertThat(Dateipruefung.erkenne("a.csv", "application/vnd.ms-excel", latein("a;b")))
                .isEqualTo(Dateityp.CSV);
        assertThat(Dateipruefung.erkenne("a.txt", "text/plain; charset=utf-8", latein("a")))
                .isEqualTo(Dateityp.TEXT);
    }

    static Stream<Arguments> schlechte() {
        byte[] spaetesPdf = zusammen(gif(1, 1), latein("%PDF-1.4"));
        byte[] nul = latein("a\0b");
        byte[] utf16 = "ab".getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(
                Arguments.of(Dateityp.GIF, spaetesPdf, DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.JPEG, zusammen(jpeg(9, 9), new byte[90_000], ENDE_ZIP), DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.PDF, zusammen(PDF, ENDE_ZIP), DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.PNG, zusammen(png(1, 1), latein("MZ")), DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.WEBP, zusammen(webp(1, 1), new byte[2]), DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.TEXT, latein("x".repeat(8190) + "<ScRiPt>"), DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.CSV, latein("a;<iframe src=x>"), DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.TEXT, latein("%PDF-1.7"), DateiFehler.GEMISCHT),
                Arguments.of(
                        Dateityp.XML, latein("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>"), DateiFehler.GEMISCHT),
                Arguments.of(
                        Dateityp.XML,
                        latein("<a><svg xmlns=\"http://www.w3.org/2000/svg\"/></a>"),
                        DateiFehler.GEMISCHT),
                Arguments.of(Dateityp.XML, latein("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), DateiFehler.KAPUTT),
                Arguments.of(Dateityp.XML, latein("<a>"), DateiFehler.KAPUTT),
                Arguments.of(Dateityp.TEXT, nul, DateiFehler.ZEICHEN),
                Arguments.of(Dateityp.TEXT, utf16, DateiFehler.ZEICHEN),
                Arguments.of(Dateityp.JSON, latein("{\"a\": \"\u00fc\"}"), DateiFehler.ZEICHEN),
                Arguments.of(Dateityp.PNG, png(20_000, 20_000), DateiFehler.PIXEL),
                Arguments.of(Dateityp.JPEG, jpeg(65_535, 65_535), DateiFehler.PIXEL),
                Arguments.of(Dateityp.GIF, gif(65_535, 65_535), DateiFehler.PIXEL),
                Arguments.of(Dateityp.WEBP, webp(16_000, 16_000), DateiFehler.PIXEL),
                Arguments.of(Dateityp.TIFF, tiff(100_000, 100_000, 0), DateiFehler.PIXEL),
                Arguments.of(Dateityp.HEIC, heic(20_000, 20_000), DateiFehler.PIXEL),
                Arguments.of(Dateityp.PNG, png(0, 7), DateiFehler.KAPUTT),
                Arguments.of(Dateityp.PNG, png(-1, 7), DateiFehler.KAPUTT),
                Arguments.of(Dateityp.TIFF, tiff(1, 1, 8), DateiFehler.KAPUTT), // a chain that bites its tail
                Arguments.of(Dateityp.TIFF, tiff(1, 1, 9_999), DateiFehler.KAPUTT),
                Arguments.of(Dateityp.HEIC, Arrays.copyOf(heic(9, 9), 30), DateiFehler.KAPUTT));
    }

    @ParameterizedTest
    @MethodSource("schlechte")
    void whatIsNotOneSoundFileOfItsTypeIsRefused(Dateityp typ, byte[] inhalt, DateiFehler fehler) {
        ist(fehler, () -> Dateipruefung.pruefe(typ, new Bytes(inhalt)));
    }

    @Test
    void aFileThatBreaksOffIsNoticedAtEveryPlace() {
        for (byte[] bild :
                new byte[][] {png(5, 5), webp(5, 5), tiff(5, 5, 0), heic(5, 5), Arrays.copyOf(jpeg(5, 5), 30)}) {
            Dateityp typ = Stream.of(Dateityp.PNG, Dateityp.WEBP, Dateityp.TIFF, Dateityp.HEIC, Dateityp.JPEG)
                    .filter(t -> {
                        try {
                            return Dateipruefung.erkenne("a" + t.endung(), "", bild) == t;
                        } catch (InvalidInput e) {
                            return false;
                        }
                    })
                    .findFirst()
                    .orElseThrow();
            int ab = typ == Dateityp.HEIC ? 12 : 13;
            for (int laenge = ab; laenge < bild.length - 1; laenge++) {
                byte[] stueck = Arrays.copyOf(bild, laenge);
                ist(DateiFehler.KAPUTT, () -> Dateipruefung.pruefe(typ, new Bytes(stueck)));
            }
        }
    }

    private static void ist(DateiFehler fehler, ThrowingCallable arbeit) {
        assertThatThrownBy(arbeit).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.fehlercode())
                .isEqualTo(fehler));
    }
}
