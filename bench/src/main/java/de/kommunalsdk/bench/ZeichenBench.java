/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Checking clean text by DIN 91379. The long texts have a million and ten million characters, so that a time of n
 * microseconds per million characters is 2,000,000/n MB/s of UTF-16. The peer, a pattern with the same characters and
 * sequences as the official one, gets short texts only: it overflows the stack from some 2,000 characters on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ZeichenBench {

    private static final Din91379 DIN = Din91379.fuer(Zeichensatz.C);
    private static final Pattern PEER = Pattern.compile(muster());
    private static final String DEUTSCH = "Die Gebühr für die Straßenmusik beträgt 12,50 € je Tag und Spielstätte.\n";

    /** Kind of text. */
    public enum Art {
        /** German. */
        DEUTSCH(ZeichenBench.DEUTSCH),
        /** Hardly a letter without diacritics. */
        DIAKRITIKA("Đặng Thị Ngọc Ánh, Žščřáèűőĳœĕ ŁąęśćżźÆøåþðıİŞğ "),
        /** Every letter a sequence. */
        FOLGEN("R\u0325\u0304K\u035fHC\u0328\u0306a\u030b\u1ea1\u0308s\u0331M\u0310");

        private final String stueck;

        Art(String stueck) {
            this.stueck = stueck;
        }
    }

    /** A long text of one kind and length. */
    @State(Scope.Benchmark)
    public static class Langtext {

        /** Kind of text. */
        @Param({"DEUTSCH", "DIAKRITIKA", "FOLGEN"})
        public Art art = Art.DEUTSCH;

        /** Characters. */
        @Param({"1000000", "10000000"})
        public int laenge;

        private String text = "";

        /** Makes the text once. */
        @Setup
        public void bereite() {
            text = art.stueck.repeat(laenge / art.stueck.length());
            if (!DIN.istSauber(text)) {
                throw new IllegalStateException(art + " ist nicht sauber");
            }
        }
    }

    /** A paragraph of 1,000 characters. */
    private final String absatz = DEUTSCH.repeat(14);

    private static String muster() {
        StringBuilder zeichen = new StringBuilder();
        List<String> folgen = new ArrayList<>();
        try (InputStream quelle = Din91379.class.getResourceAsStream("internal/din91379.txt")) {
            if (quelle == null) {
                throw new IllegalStateException("Tabelle fehlt");
            }
            for (String zeile : new String(quelle.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] teile = zeile.split(" ");
                for (int i = 3; teile[0].equals("erlaubt") && teile[1].contains("C") && i < teile.length; i++) {
                    String angabe = teile[i].replaceAll("[0-9A-F]{4}", "\\\\u$0");
                    if (angabe.contains("+")) {
                        folgen.add(angabe.replace("+", ""));
                    } else {
                        zeichen.append(angabe);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return "([" + zeichen + "]|" + String.join("|", folgen) + ")*";
    }

    /** A long text. */
    @Benchmark
    public Zeichenpruefung lang(Langtext text) {
        return DIN.pruefe(text.text);
    }

    /** A paragraph. */
    @Benchmark
    public boolean absatzSdk() {
        return DIN.istSauber(absatz);
    }

    /** The same by regular expression. */
    @Benchmark
    public boolean absatzPeer() {
        return PEER.matcher(absatz).matches();
    }
}
