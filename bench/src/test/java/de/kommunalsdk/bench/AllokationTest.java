/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Limits are about a third above what was measured on JDK 17; twice the input may cost 2.5 times the bytes. */
class AllokationTest {

    private static final double WACHSTUM = 2.5;

    /** Bytes that reading a schema may allocate for each byte of the file. */
    private static final int JE_BYTE = 16;

    @Test
    void readingTheExampleSchema() throws Exception {
        SchemaBench bench = new SchemaBench();
        bench.lade();
        haelt("schema", bench::lesenSdk, 560_000);
    }

    @Test
    void readingRealSchemas() throws Exception {
        List<String> echte = Eingaben.echteSchemata();
        if (System.getenv("CI") != null) {
            assertThat(echte).as("shared test data").isNotEmpty();
        }
        Assumptions.assumeFalse(echte.isEmpty(), "shared test data (xoev/fim/xdf3) are not here");
        for (String id : echte) {
            SchemaBench bench = new SchemaBench();
            bench.schema = id;
            bench.lade();
            haelt("schema " + id, bench::lesenSdk, JE_BYTE * (long) Eingaben.schema(id).length);
        }
    }

    @Test
    void readingASchemaGrowsLinearly() throws Exception {
        SchemaBench bench = new SchemaBench();
        bench.nimm(schema(4));
        XdfErgebnis ergebnis = bench.lesenSdk();
        assertThat(ergebnis.probleme()).isEmpty();
        long einfach = Allokation.jeAufruf(bench::lesenSdk);
        bench.nimm(schema(8));
        waechstLinear("schema", einfach, Allokation.jeAufruf(bench::lesenSdk));
    }

    @Test
    void encryptingADraft() throws Exception {
        KryptoBench bench = new KryptoBench();
        bench.lade();
        haelt("encrypt", bench::verschluesselnSdk, 24_000);
        haelt("decrypt", bench::entschluesselnSdk, 18_000);
    }

    @Test
    void encryptingGrowsLinearly() throws Exception {
        KryptoBench bench = new KryptoBench();
        bench.nimm(1 << 16);
        long hin = Allokation.jeAufruf(bench::verschluesselnSdk);
        long zurueck = Allokation.jeAufruf(bench::entschluesselnSdk);
        bench.nimm(1 << 17);
        waechstLinear("encrypt", hin, Allokation.jeAufruf(bench::verschluesselnSdk));
        waechstLinear("decrypt", zurueck, Allokation.jeAufruf(bench::entschluesselnSdk));
    }

    @Test
    void renderingAPage() throws Exception {
        SeitenBench bench = new SeitenBench();
        bench.lade();
        assertThat(bench.seiteSdk()).contains("Dackel &amp; &lt;Pudel>", "csrf-merkmal");
        assertThat(bench.zusammenfassungSdk().abschnitte()).isNotEmpty();
        haelt("page", bench::seiteSdk, 52_000);
        haelt("summary", bench::zusammenfassungSdk, 80_000);
    }

    /** What is compared in speed is the same page: the same elements, attributes and texts. */
    @Test
    void thePagesWrittenByHandAreTheSame() throws Exception {
        SeitenBench bench = new SeitenBench();
        bench.lade();
        String sdk = normal(bench.renderSdk());

        assertThat(sdk).hasSizeGreaterThan(10_000);
        assertThat(normal(bench.renderPeer())).isEqualTo(sdk);
        assertThat(normal(bench.durchreichenPeer())).isEqualTo(sdk);
        assertThat(normal(bench.thymeleafPeer())).isEqualTo(sdk);
        assertThat(normal(bench.seiteSdk())).isEqualTo(sdk);
    }

    /** Attributes in order of their names, spaces as they are shown. */
    private static String normal(CharSequence html) {
        Document seite = Jsoup.parse(html.toString());
        seite.outputSettings().prettyPrint(false);
        StringBuilder ziel = new StringBuilder();
        seite.traverse((knoten, tiefe) -> {
            if (knoten instanceof Element element) {
                ziel.append('\n').append(element.normalName());
                element.attributes().asList().stream()
                        .map(a -> " " + a.getKey() + (a.getKey().equals("checked") ? "" : "=" + a.getValue()))
                        .sorted()
                        .forEach(ziel::append);
            } else if (knoten instanceof TextNode text && !text.isBlank()) {
                ziel.append('\n').append(text.text().strip());
            }
        });
        return ziel.toString();
    }

    @Test
    void renderingGrowsLinearly() throws Exception {
        SeitenBench bench = new SeitenBench();
        bench.nimm(20);
        long seite = Allokation.jeAufruf(bench::seiteSdk);
        long zusammenfassung = Allokation.jeAufruf(bench::zusammenfassungSdk);
        bench.nimm(40);
        waechstLinear("page", seite, Allokation.jeAufruf(bench::seiteSdk));
        waechstLinear("summary", zusammenfassung, Allokation.jeAufruf(bench::zusammenfassungSdk));
    }

    @Test
    void writingAndReadingAnswers() throws Exception {
        AntwortenBench bench = new AntwortenBench();
        bench.lade();
        assertThat(bench.liesSdk()).isEqualTo(Eingaben.antworten(3));
        haelt("write", bench::schreibenSdk, 3_800);
        haelt("read", bench::liesSdk, 17_000);
        bench.nimm(20);
        long schreiben = Allokation.jeAufruf(bench::schreibenSdk);
        long lesen = Allokation.jeAufruf(bench::liesSdk);
        bench.nimm(40);
        waechstLinear("write", schreiben, Allokation.jeAufruf(bench::schreibenSdk));
        waechstLinear("read", lesen, Allokation.jeAufruf(bench::liesSdk));
    }

    @Test
    void expressions() throws Exception {
        AusdruckBench bench = new AusdruckBench();
        bench.lade();
        assertThat(bench.bedingungSdk()).contains(true);
        assertThat(bench.summeSdk()).isPresent();
        haelt("expression read", bench::lesenSdk, 12_000);
        haelt("condition", bench::bedingungSdk, 1_200);
        haelt("sum of ten", bench::summeSdk, 16_000);
        bench.nimm(100);
        long einfach = Allokation.jeAufruf(bench::summeSdk);
        bench.nimm(200);
        waechstLinear("sum", einfach, Allokation.jeAufruf(bench::summeSdk));
    }

    @Test
    void checkingFortyAnswersMakesNearlyNothing() throws Exception {
        ReiseBench bench = new ReiseBench();
        bench.lade();
        haelt("forty answers", bench::pruefungSdk, 2_400);
    }

    /** What is kept of a draft cannot be more than what reading it makes. */
    @Test
    void anOpenDraftOfFortyAnswersIsSmall() throws Exception {
        byte[] entwurf = AntwortenFormat.schreibe(Grossformular.antworten(4));
        haelt("open draft", () -> AntwortenFormat.lies(entwurf), 20_000);
    }

    @Test
    void largePagesGrowLinearly() throws Exception {
        ReiseBench bench = new ReiseBench();
        // more entries than Jackson remembers names of, so that both sizes are read in the same way
        bench.nimm(200, 2_500);
        assertThat(bench.gross()).contains("F05999000009", "csrf-merkmal").doesNotContain("ozg-fehlerliste\"");
        assertThat(bench.wiederholung()).contains("1 bis 20 von 2.500");
        long gross = Allokation.jeAufruf(bench::gross);
        long wiederholung = Allokation.jeAufruf(bench::wiederholung);
        bench.nimm(400, 5_000);
        waechstLinear("page of 2,000 fields", gross, Allokation.jeAufruf(bench::gross));
        waechstLinear("page of 2,500 entries", wiederholung, Allokation.jeAufruf(bench::wiederholung));
        bench.nimm(1_000, 1);
        long fuenffach = Allokation.jeAufruf(bench::gross);
        assertThat((double) fuenffach / gross).as("10,000 fields").isBetween(1.0, 6.0);
    }

    @Test
    void aLoginByAnAccount() throws Exception {
        AnmeldungBench bench = new AnmeldungBench();
        bench.nimm(10);
        assertThat(bench.rsaSdk().aussage().attribute()).hasSize(10);
        assertThat(bench.rsaOpenSaml()).hasSize(10);
        assertThat(bench.rsaPeer().getAttributes()).hasSize(10);
        assertThat(bench.pssPeer()).hasSize(10);
        haelt("login, RSA", bench::rsaSdk, 850_000);
        haelt("login, RSA-PSS", bench::pssSdk, 850_000);
        long zehn = Allokation.jeAufruf(bench::pssSdk);
        bench.nimm(100);
        long hundert = Allokation.jeAufruf(bench::pssSdk);
        assertThat((double) hundert / zehn).as("100 attributes").isBetween(1.0, 10.0);
        bench.nimm(200);
        waechstLinear("login", hundert, Allokation.jeAufruf(bench::pssSdk));
    }

    private static void haelt(String was, Callable<?> aufruf, long grenze) throws Exception {
        long bytes = Allokation.jeAufruf(aufruf);
        System.out.printf(Locale.ROOT, "%-24s %,12d bytes, limit %,d%n", was, bytes, grenze);
        assertThat(bytes).as("bytes of %s", was).isPositive().isLessThanOrEqualTo(grenze);
    }

    private static void waechstLinear(String was, long einfach, long doppelt) {
        double verhaeltnis = (double) doppelt / einfach;
        System.out.printf(Locale.ROOT, "%-24s twice the input: %.2f times the bytes%n", was, verhaeltnis);
        assertThat(verhaeltnis)
                .as("bytes of %s for twice the input, %d to %d", was, einfach, doppelt)
                .isBetween(1.0, WACHSTUM);
    }

    /** The structure of the example schema several times over, each time with ids of its own. */
    private static byte[] schema(int mal) {
        String ganz = new String(Eingaben.schema(Eingaben.HUND), StandardCharsets.UTF_8);
        String ende = "</xdf3:struktur>";
        int von = ganz.indexOf("<xdf3:struktur>");
        int bis = ganz.lastIndexOf(ende) + ende.length();
        StringBuilder neu = new StringBuilder(ganz.substring(0, von));
        for (int i = 0; i < mal; i++) {
            neu.append(ganz.substring(von, bis)
                    .replaceAll("(?<=[FGR])05999", "1000" + i)
                    .replaceAll("(?<=[FGR])60000", "3000" + i));
        }
        return neu.append(ganz.substring(bis)).toString().getBytes(StandardCharsets.UTF_8);
    }
}
