/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import static de.kommunalsdk.xdatenfelder.lint.Bau.auswahl;
import static de.kommunalsdk.xdatenfelder.lint.Bau.feld;
import static de.kommunalsdk.xdatenfelder.lint.Bau.gruppe;
import static de.kommunalsdk.xdatenfelder.lint.Bau.schema;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XdfLintTest {

    @Test
    void aFindingSaysWhereWhatAndHowToMendIt() {
        LintErgebnis ergebnis = schema(
                        feld("001"), gruppe("001", feld("002"), feld("003").code("feldart", "Liste")))
                .linte();

        assertThat(ergebnis.id()).isEqualTo("S05000000001");
        assertThat(ergebnis.version()).isEqualTo("1.0.0");
        assertThat(ergebnis.befunde()).hasSize(1);
        LintBefund befund = ergebnis.befunde().get(0);
        assertThat(befund.element()).isEqualTo("F05000000003V1.0.0");
        assertThat(befund.stelle().datei()).isEqualTo("test.xml");
        assertThat(befund.stelle().pfad()).isEqualTo("/S05000000001/G05000000001/F05000000003");
        assertThat(befund.text()).isEqualTo("Die Feldart fehlt oder ist unbekannt. (feldart Liste)");
        assertThat(befund.meldung().abhilfe()).isEqualTo("input, select, label, hidden oder locked wählen.");
        assertThat(ergebnis.hat(Meldung.Typ.FEHLER_KRITISCH)).isTrue();
        assertThat(ergebnis.hat(Meldung.Typ.WARNUNG)).isFalse();
    }

    @Test
    void findingsStandInTheOrderOfTheDocumentThenOfTheNumbers() {
        LintErgebnis ergebnis = schema(
                        feld("001").ohne("datentyp").ohne("name").ohne("vorbefuellung"),
                        feld("002").text("name", ""))
                .text("name", "")
                .linte();

        assertThat(ergebnis.befunde())
                .extracting(b -> b.meldung().nummer())
                .containsExactly(1002, 1002, 1028, 1030, 1002);
        assertThat(ergebnis.befunde()).extracting(b -> b.stelle().zeile()).isSorted();
    }

    @Test
    void anElementThatStandsTwiceIsLintedOnceWhereItStandsFirst() {
        Bau falsch = feld("001").ohne("name");

        LintErgebnis ergebnis = schema(gruppe("001", falsch, feld("002")), gruppe("002", falsch, feld("003")))
                .linte();

        assertThat(ergebnis.befunde()).hasSize(1);
        assertThat(ergebnis.befunde().get(0).stelle().pfad()).isEqualTo("/S05000000001/G05000000001/F05000000001");
    }

    @Test
    void theOrderOfTheChildrenDoesNotMatter() {
        String vorne = "<x:name>Name von F05000000001</x:name>";
        String xml = schema(feld("001").ohne("datentyp")).nachricht();

        LintErgebnis ergebnis = Bau.linte(xml.replace(vorne, "").replace("</x:datenfeld>", vorne + "</x:datenfeld>"));

        assertThat(ergebnis.befunde()).extracting(b -> b.meldung().nummer()).containsExactly(1028);
    }

    @Test
    void aCodeInTheWrongNamespaceIsNone() {
        LintErgebnis ergebnis = schema(feld("001").roh("feldart", "<x:feldart><x:code>input</x:code></x:feldart>"))
                .linte();

        assertThat(ergebnis.befunde()).extracting(b -> b.meldung().nummer()).containsExactly(1027);
    }

    @Test
    void whatTheReaderRefusesIsLintedAllTheSame() {
        LintErgebnis ergebnis = schema(
                        feld("001").grenzen("minLength='a' maxLength='1'"),
                        feld("002").ohne("feldart"))
                .nutzt("5:2", feld("003"))
                .linte();

        assertThat(ergebnis.befunde()).extracting(b -> b.meldung().nummer()).containsExactly(1059, 1027, 1047);
        assertThat(ergebnis.probleme()).as("the numbers say it all").isEmpty();
    }

    @Test
    void whatHasNoNumberIsReportedAsTheReadersProblem() {
        LintErgebnis ergebnis = schema(
                        feld("001").grenzen("minLength='1' maxLength='5' pattern='(a'"),
                        auswahl().auch("<x:farbe>rot</x:farbe>"))
                .linte();

        assertThat(ergebnis.befunde()).isEmpty();
        assertThat(ergebnis.probleme())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(XdfFehler.MUSTER_UNGUELTIG, XdfFehler.UNBEKANNTE_ANGABE);
    }

    static Stream<Arguments> unpruefbare() {
        String gut = schema(feld("001")).nachricht();
        return Stream.of(
                Arguments.of("", XmlFehler.ABGESCHNITTEN),
                Arguments.of("kein XML", XmlFehler.SYNTAX),
                Arguments.of("<a/>", LintFehler.NICHT_PRUEFBAR),
                Arguments.of(gut.replace("_3.0.0", "_2"), LintFehler.NICHT_PRUEFBAR),
                Arguments.of(gut.replace("stammdatenschema", "codeliste"), LintFehler.NICHT_PRUEFBAR),
                Arguments.of(gut.substring(0, gut.length() / 2), XmlFehler.ABGESCHNITTEN),
                Arguments.of(gut + "<a/>", XmlFehler.SYNTAX),
                Arguments.of("<!DOCTYPE a [<!ENTITY b 'c'>]>" + gut, XmlFehler.DOCTYPE),
                Arguments.of("<a>".repeat(10_000), XmlFehler.ZU_TIEF),
                Arguments.of(
                        schema(feld("001").text("name", "a".repeat(1_000_001))).nachricht(), XmlFehler.TEXT_ZU_LANG));
    }

    @ParameterizedTest
    @MethodSource("unpruefbare")
    void whatCannotBeLintedHasOneProblemAndNoFinding(String xml, Fehlercode code) {
        LintErgebnis ergebnis = Bau.linte(xml);

        assertThat(ergebnis.befunde()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void aFileBeyondTheLimitIsNotHeldInMemory() {
        byte[] xml = schema(feld("001")).nachricht().getBytes(StandardCharsets.UTF_8);

        LintErgebnis ergebnis =
                XdfLint.pruefe("test.xml", new Endlos(xml), new XmlGrenzen(100_000, 200, 1_000_000, 1_000_000));

        assertThat(ergebnis.probleme()).extracting(Problem::code).containsExactly(XmlFehler.ZU_VIELE_BYTES);
    }

    @Test
    void aBrokenStreamIsAProblem() {
        InputStream kaputt = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("weg");
            }
        };

        assertThat(XdfLint.pruefe("test.xml", kaputt).probleme())
                .extracting(Problem::code)
                .containsExactly(XmlFehler.LESEFEHLER);
    }

    @Test
    void beyondTheLimitOfFindingsTheRestIsOneProblem() {
        Bau[] felder = IntStream.range(0, XdfLint.MAX_BEFUNDE / 2 + 10)
                .mapToObj(i -> feld("001")
                        .id("F%011d".formatted(i), "1.0.0")
                        .ohne("name")
                        .ohne("feldart"))
                .toArray(Bau[]::new);

        LintErgebnis ergebnis = schema(felder).linte();

        assertThat(ergebnis.befunde()).hasSize(XdfLint.MAX_BEFUNDE);
        assertThat(ergebnis.probleme()).extracting(Problem::code).contains(LintFehler.ZU_VIELE_BEFUNDE);
    }

    @Test
    void aLongUrnAndALongRuleTakeNoStackAndNoTime() {
        LintErgebnis ergebnis = schema(auswahl().codeliste("urn:de:" + "a".repeat(900_000), "1"), feld("001"))
                .mit(Bau.regel("F1".repeat(400_000)))
                .linte();

        assertThat(ergebnis.befunde()).extracting(b -> b.meldung().nummer()).contains(1048, 1136, 1137);
    }

    /** Twice the schema costs at most 2.5 times the memory traffic, which follows the work and does not depend on the machine. */
    @Test
    void theWorkGrowsLinearly() {
        long klein = allokiert(gross(150));
        long gross = allokiert(gross(300));

        assertThat(gross).isLessThan(klein * 5 / 2);
    }

    /** Groups in groups, each with a rule that names what its innermost group has, and each used twice. */
    private static byte[] gross(int gruppen) {
        Bau[] alle = IntStream.range(0, gruppen)
                .mapToObj(i -> gruppe(
                                "001",
                                feld("001").id("F1%010d".formatted(i), "1.0.0").ohne("name"),
                                gruppe("002", feld("002").id("F2%010d".formatted(i), "1.0.0"), feld("003"))
                                        .id("G2%010d".formatted(i), "1.0.0"))
                        .id("G1%010d".formatted(i), "1.0.0")
                        .mit(Bau.regel("F20000000000 und F2%010d".formatted(i)).id("R1%010d".formatted(i), "1.0.0")))
                .toArray(Bau[]::new);
        return schema(Stream.of(alle, alle).flatMap(Stream::of).toArray(Bau[]::new))
                .nachricht()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long allokiert(byte[] xml) {
        ThreadMXBean faden = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long vorher = faden.getCurrentThreadAllocatedBytes();
        LintErgebnis ergebnis = XdfLint.pruefe("test.xml", new ByteArrayInputStream(xml));
        long nachher = faden.getCurrentThreadAllocatedBytes();
        assertThat(ergebnis.befunde()).isNotEmpty();
        assertThat(List.copyOf(ergebnis.befunde()))
                .extracting(b -> b.meldung().nummer())
                .contains(1001, 1002, 1025);
        return nachher - vorher;
    }

    /** A file, and then blanks without end. */
    private static final class Endlos extends InputStream {
        private final byte[] anfang;
        private int stelle;

        Endlos(byte[] anfang) {
            this.anfang = anfang;
        }

        @Override
        public int read() {
            return stelle < anfang.length ? anfang[stelle++] & 0xff : ' ';
        }
    }
}
