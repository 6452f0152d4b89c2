/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp;

import static de.kommunalsdk.dateityp.Bytes.latein;
import static de.kommunalsdk.dateityp.Bytes.zusammen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive has one meaning, stays within its limits and within itself. */
class ArchivprueferTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    @Test
    void archivesAndDocumentsAreTakenForWhatTheyAre() throws IOException {
        byte[] zip = zip(Map.of("a/b.txt", latein("inhalt"), "c", new byte[0]));
        byte[] docx = zip(Map.of("[Content_Types].xml", latein("<Types>" + WORD + "</Types>")));
        byte[] xlsx = zip(Map.of("[Content_Types].xml", latein("<Types>" + EXCEL + "</Types>")));
        byte[] odt = gespeichert("mimetype", latein("application/vnd.oasis.opendocument.text"));
        byte[] ods = gespeichert("mimetype", latein("application/vnd.oasis.opendocument.spreadsheet"));

        Dateipruefung.pruefe(Dateityp.ZIP, new Bytes(zip));
        Dateipruefung.pruefe(Dateityp.DOCX, new Bytes(docx));
        Dateipruefung.pruefe(Dateityp.XLSX, new Bytes(xlsx));
        Dateipruefung.pruefe(Dateityp.ODT, new Bytes(odt));
        Dateipruefung.pruefe(Dateityp.ODS, new Bytes(ods));
        Dateipruefung.pruefe(Dateityp.ZIP, new Bytes(zip(Map.of("innen.docx", docx))));
        ist(DateiFehler.UMBENANNT, Dateityp.DOCX, zip);
        ist(DateiFehler.UMBENANNT, Dateityp.XLSX, docx);
        ist(DateiFehler.UMBENANNT, Dateityp.ODT, ods);
    }

    @Test
    void aDocumentWithMacrosIsNoDocument() {
        Map<String, byte[]> eintraege = new LinkedHashMap<>();
        eintraege.put("[Content_Types].xml", latein(WORD));
        eintraege.put("word/vbaProject.bin", latein("x"));

        ist(DateiFehler.UMBENANNT, Dateityp.DOCX, zip(eintraege));
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        byte[] nullen = new byte[12 << 20]; // more than 200 times its packed size
        ist(DateiFehler.ARCHIV, Dateityp.ZIP, zip(Map.of("bombe", nullen)));
        ist(DateiFehler.ARCHIV, Dateityp.ZIP, zip(Map.of("innen.zip", zip(Map.of("bombe", nullen)))));
    }

    @Test
    void manyHarmlessEntriesAreABombTogether() {
        // each of them is below the size from which the ratio counts
        byte[] nullen = new byte[9 << 20];
        Map<String, byte[]> dreissig = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            dreissig.put("n" + i, nullen);
        }
        ist(DateiFehler.ARCHIV, Dateityp.ZIP, zip(dreissig));
        Map<String, byte[]> viele = new LinkedHashMap<>();
        for (int i = 0; i <= 10_000; i++) {
            viele.put("n" + i, new byte[0]);
        }
        ist(DateiFehler.ARCHIV, Dateityp.ZIP, zip(viele));
    }

    @Test
    void archivesInArchivesEndAtTheThirdLevel() {
        byte[] zip = zip(Map.of("a", latein("a")));
        byte[] zwei = zip(Map.of("a.zip", zip));
        byte[] drei = zip(Map.of("a.zip", zwei));

        assertThatCode(() -> Dateipruefung.pruefe(Dateityp.ZIP, new Bytes(drei)))
                .doesNotThrowAnyException();
        ist(DateiFehler.ARCHIV, Dateityp.ZIP, zip(Map.of("a.zip", drei)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/passwd", "C:\\a", "a\\..\\b", "\\\\host\\a", "a\u0001b"})
    void aPathStaysWithinTheArchive(String name) {
        ist(DateiFehler.ARCHIV_PFAD, Dateityp.ZIP, gespeichert(name, latein("a")));
    }

    @Test
    void aSymbolicLinkIsRefused() {
        byte[] zip = gespeichert("link", latein("/etc/passwd"));
        int verzeichnis = stelle(zip, "PK\1\2");
        zip[verzeichnis + 5] = 3; // made on Unix
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(verzeichnis + 38, 0120777 << 16);

        ist(DateiFehler.ARCHIV_PFAD, Dateityp.ZIP, zip);
    }

    @Test
    void aPasswordIsToldApartFromDamage() {
        byte[] zip = gespeichert("a", latein("a"));
        zip[6] |= 1;

        ist(DateiFehler.VERSCHLUESSELT, Dateityp.ZIP, zip);
    }

    @Test
    void entriesCannotOverlapHideOrBeNamedTwice() {
        byte[] zip = zip(new LinkedHashMap<>(Map.of("a", latein("aaaa"), "b", latein("bbbb"))));
        int erster = stelle(zip, "PK\1\2");
        int zweiter = stelle(Arrays.copyOfRange(zip, erster + 4, zip.length), "PK\1\2") + erster + 4;

        byte[] ueberlappend = zip.clone(); // both names of the directory lead to the first entry
        System.arraycopy(zip, erster + 42, ueberlappend, zweiter + 42, 4);
        ist(DateiFehler.KAPUTT, Dateityp.ZIP, ueberlappend);

        byte[] anders = zip.clone(); // the directory says another name than the entry
        anders[erster + 46] = 'z';
        ist(DateiFehler.KAPUTT, Dateityp.ZIP, anders);

        byte[] versteckt = zip.clone(); // one entry is not in the directory
        ByteBuffer.wrap(versteckt).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 6, zweiter);
        ist(DateiFehler.KAPUTT, Dateityp.ZIP, versteckt);

        ist(DateiFehler.KAPUTT, Dateityp.ZIP, zusammen(latein("MZ"), zip));
        ist(DateiFehler.GEMISCHT, Dateityp.ZIP, zusammen(zip, latein("%PDF-1.7")));
        ist(DateiFehler.KAPUTT, Dateityp.ZIP, latein("PK\5\6" + "\0".repeat(18)));
    }

    @Test
    void everyChangedByteOfAHeaderIsNoticedOrHarmless() {
        byte[] zip = zip(Map.of("name", latein("inhalt inhalt")));
        for (int i = 0; i < zip.length; i++) {
            byte[] anders = zip.clone();
            anders[i] ^= (byte) 0xff;
            try {
                Dateipruefung.pruefe(Dateityp.ZIP, new Bytes(anders));
            } catch (InvalidInput e) {
                assertThat(e.fehlercode()).isInstanceOf(DateiFehler.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void anArchiveThatBreaksOffIsNoticedAtEveryPlace() {
        byte[] zip = zip(Map.of("name", latein("inhalt inhalt")));
        for (int laenge = 0; laenge < zip.length; laenge++) {
            ist(DateiFehler.KAPUTT, Dateityp.ZIP, Arrays.copyOf(zip, laenge));
        }
    }

    private static int stelle(byte[] bytes, String gesucht) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(gesucht);
    }

    private static byte[] zip(Map<String, byte[]> eintraege) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(ziel)) {
            for (Map.Entry<String, byte[]> eintrag : eintraege.entrySet()) {
                zip.putNextEntry(new ZipEntry(eintrag.getKey()));
                zip.write(eintrag.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ziel.toByteArray();
    }

    private static byte[] gespeichert(String name, byte[] inhalt) {
        CRC32 crc = new CRC32();
        crc.update(inhalt);
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(ziel)) {
            ZipEntry eintrag = new ZipEntry(name);
            eintrag.setMethod(ZipEntry.STORED);
            eintrag.setSize(inhalt.length);
            eintrag.setCrc(crc.getValue());
            zip.putNextEntry(eintrag);
            zip.write(inhalt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ziel.toByteArray();
    }

    private static void ist(DateiFehler fehler, Dateityp typ, byte[] inhalt) {
        assertThatThrownBy(() -> Dateipruefung.pruefe(typ, new Bytes(inhalt)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(fehler));
    }
}
