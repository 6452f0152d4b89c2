/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static de.kommunalsdk.xdatenfelder.Kleinschema.erstesFeld;
import static de.kommunalsdk.xdatenfelder.Kleinschema.feld;
import static de.kommunalsdk.xdatenfelder.Kleinschema.hat;
import static de.kommunalsdk.xdatenfelder.Kleinschema.lies;
import static de.kommunalsdk.xdatenfelder.Kleinschema.schema;
import static de.kommunalsdk.xdatenfelder.Kleinschema.struktur;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much, endless, cut off or hostile ends with a code, in bounded time and memory. */
class XdfGrenzenTest {

    private static final String LANG = "eine Kennung, die so lang ist, dass vor den Elementen die Bytes ausgehen,"
            + " denn jede Grenze soll einmal die erste sein und ihren eigenen Code melden";

    @Test
    void endsAtGroupsWithoutBottom() {
        StringBuilder tief = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            tief.append("<struktur><enthaelt><datenfeldgruppe>");
        }
        assertThat(lies(schema("3.0.0", tief.toString())).probleme())
                .extracting(Problem::code)
                .containsExactly(XmlFehler.ZU_TIEF);
    }

    @Test
    void namesEveryProblemAtOnceAndStopsCounting() {
        XdfErgebnis viele = lies(schema("3.0.0", struktur("x:y", feld("F1", "")).repeat(600)));
        assertThat(viele.probleme()).hasSize(XdfLeser.MAX_PROBLEME + 1);
        assertThat(viele.probleme().get(XdfLeser.MAX_PROBLEME).code()).isEqualTo(XdfFehler.ZU_VIELE_PROBLEME);
    }

    @Test
    void brokenRealFilesGiveProblemsAndNothingElse() throws IOException {
        byte[] ganz = Files.readAllBytes(FimDaten.ordner().resolve("xdf3/S00000000364.xdf3.xml"));
        for (int laenge = 200; laenge < ganz.length - 1; laenge += 977) {
            XdfErgebnis ergebnis = XdfLeser.lies("a", new ByteArrayInputStream(ganz, 0, laenge));
            assertThat(ergebnis.schema()).isEmpty();
            assertThat(ergebnis.probleme()).extracting(Problem::code).containsOnlyOnce(XmlFehler.ABGESCHNITTEN);
        }
        Random zufall = new Random(20261124);
        int abgelehnt = 0;
        for (int i = 0; i < 400; i++) {
            byte[] kaputt = ganz.clone();
            for (int j = 0; j <= i % 4; j++) {
                kaputt[zufall.nextInt(kaputt.length)] = (byte) "<>/&x:'\"= 9".charAt(zufall.nextInt(11));
            }
            XdfErgebnis ergebnis = XdfLeser.lies("a", new ByteArrayInputStream(kaputt));
            assertThat(ergebnis.schema().isPresent())
                    .isEqualTo(ergebnis.probleme().stream().noneMatch(Problem::istFehler));
            abgelehnt += ergebnis.schema().isPresent() ? 0 : 1;
        }
        assertThat(abgelehnt).isBetween(100, 399);
    }

    @ParameterizedTest
    @CsvSource({
        "400,200,100,100,ZU_VIELE_BYTES",
        "9999,5,100,100,ZU_TIEF",
        "9999,200,10,100,ZU_VIELE_ELEMENTE",
        "9999,200,100,50,TEXT_ZU_LANG"
    })
    void eachLimitHasItsCodeAndPlace(long bytes, int tiefe, long elemente, int text, XmlFehler fehler) {
        String ganz = schema(
                "3.0.0", struktur("1:1", feld("F1", "<hilfetextEingabe>" + "h".repeat(60) + "</hilfetextEingabe>")));
        XdfErgebnis ergebnis = XdfLeser.lies(
                "test.xml",
                new ByteArrayInputStream(ganz.getBytes(StandardCharsets.UTF_8)),
                new XmlGrenzen(bytes, tiefe, elemente, text));
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).hasSize(1).first().satisfies(p -> {
            assertThat(p.code()).isEqualTo(fehler);
            assertThat(p.stelle().zeile()).isPositive();
            assertThat(p.stelle().spalte()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/a.dtd'> %p;]>"
            })
    void refusesEntitiesBeforeAnythingIsFetched(String doctype) {
        XdfErgebnis ergebnis = lies(doctype + schema("3.0.0", struktur("1:1", feld("F1", "<inhalt>&b;</inhalt>"))));
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).containsExactly(XmlFehler.DOCTYPE);
    }

    @Test
    void keepsAMillionCharactersAndNotOneMore() {
        String lang = "ä".repeat(1_000_000);
        Datenfeld feld = erstesFeld(lies(
                schema("3.0.0", struktur("1:1", feld("F1", "<hilfetextEingabe>" + lang + "</hilfetextEingabe>")))));
        assertThat(feld.hilfetextEingabe()).hasSize(1_000_000);
        XdfErgebnis zuLang = lies(
                schema("3.0.0", struktur("1:1", feld("F1", "<hilfetextEingabe>" + lang + "ä</hilfetextEingabe>"))));
        assertThat(zuLang.probleme()).extracting(Problem::code).containsExactly(XmlFehler.TEXT_ZU_LANG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<x:relation><x:objekt><x:id>" + LANG + "</x:id></x:objekt></x:relation>; ZU_VIELE_BYTES; 68000000",
                "<x:relation/>; ZU_VIELE_ELEMENTE; 30000000",
                "ein Text ohne Ende; TEXT_ZU_LANG; 2000000",
                "<x:struktur><x:enthaelt><x:datenfeldgruppe>; ZU_TIEF; 100000"
            })
    void refusesAFileWithoutEndInBoundedMemory(String wiederholt, XmlFehler fehler, long hoechstensGelesen) {
        String ganz = schema("3.0.0", "");
        Endlos quelle = new Endlos(ganz.substring(0, ganz.indexOf("</x:stammdatenschema>")), wiederholt);
        var faden = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long vorher = faden.getCurrentThreadAllocatedBytes();

        XdfErgebnis ergebnis = XdfLeser.lies("test.xml", quelle);

        long belegt = faden.getCurrentThreadAllocatedBytes() - vorher;
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).contains(fehler);
        assertThat(quelle.gelesen).isLessThan(hoechstensGelesen);
        // what is allocated in all is a bound of what is held at any time
        assertThat(belegt).as("bytes allocated").isLessThan(24_000_000);
    }

    @Test
    void stopsWhenEnoughIsWrong() {
        String ganz = schema("3.0.0", "");
        Endlos quelle = new Endlos(ganz.substring(0, ganz.indexOf("</x:stammdatenschema>")), "<x:regel/>");
        XdfErgebnis ergebnis = XdfLeser.lies("test.xml", quelle);
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).hasSize(XdfLeser.MAX_PROBLEME + 1);
        assertThat(quelle.gelesen).isLessThan(100_000);
    }

    @Test
    void namesTheReasonOfARefusalAlsoBehindManyWarnings() {
        String viele = "<neu/>".repeat(600);
        XdfErgebnis warnungen = lies(schema("3.0.0", struktur("1:1", feld("F1", viele))));
        assertThat(warnungen.schema()).isPresent();
        assertThat(warnungen.probleme()).hasSize(XdfLeser.MAX_PROBLEME + 1);
        XdfErgebnis fehler =
                lies(schema("3.0.0", struktur("1:1", feld("F1", viele)) + struktur("5:2", feld("F2", ""))));
        hat(fehler, XdfFehler.ANZAHL, 6);
        String abgeschnitten = schema("3.0.0", struktur("1:1", feld("F1", viele)));
        hat(lies(abgeschnitten.substring(0, abgeschnitten.length() - 20)), XmlFehler.ABGESCHNITTEN, 7);
    }

    /** A gigabyte that repeats itself. */
    private static final class Endlos extends InputStream {
        private final byte[] anfang;
        private final byte[] wiederholt;
        private long gelesen;

        Endlos(String anfang, String wiederholt) {
            this.anfang = anfang.getBytes(StandardCharsets.UTF_8);
            this.wiederholt = wiederholt.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] eines = new byte[1];
            return read(eines, 0, 1) < 0 ? -1 : eines[0] & 0xff;
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) {
            if (gelesen >= 1L << 30) {
                return -1;
            }
            byte[] quelle = gelesen < anfang.length ? anfang : wiederholt;
            int stelle = (int) (gelesen < anfang.length ? gelesen : (gelesen - anfang.length) % wiederholt.length);
            int n = Math.min(laenge, quelle.length - stelle);
            System.arraycopy(quelle, stelle, ziel, ab, n);
            gelesen += n;
            return n;
        }
    }
}
