/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen.internal;

import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of din91379.txt: characters in an array by code point, sequences as sorted keys. All characters lie in the
 * BMP below {@link #ENDE}; a sequence is an allowed letter, a combining mark that is never allowed alone, and at most one
 * character more.
 */
public final class Tabelle {

    /** Beyond the last allowed character. */
    static final int ENDE = 0x2266;

    private static final String DATEI = "din91379.txt";
    private static final Tabelle TABELLE = new Tabelle();

    private final short[] einzelne = new short[ENDE];
    private final @Nullable String[] einzelformen = new @Nullable String[ENDE];
    private final long[] folgen;
    private final short[] folgenbits;
    private final @Nullable String[] folgenformen;

    private Tabelle() {
        Map<Long, Short> erlaubt = new TreeMap<>();
        Map<Long, String> formen = new TreeMap<>();
        lies(erlaubt, formen);
        folgen = erlaubt.keySet().stream()
                .mapToLong(k -> k)
                .filter(k -> (int) k != 0)
                .toArray();
        folgenbits = new short[folgen.length];
        folgenformen = new @Nullable String[folgen.length];
        erlaubt.forEach((schluessel, bits) -> {
            if (schluessel.intValue() == 0) {
                int zeichen = (int) (schluessel >>> 32);
                einzelne[zeichen] = bits;
                einzelformen[zeichen] = formen.get(schluessel);
            } else {
                int stelle = Arrays.binarySearch(folgen, schluessel);
                folgenbits[stelle] = bits;
                folgenformen[stelle] = formen.get(schluessel);
            }
        });
    }

    private static void lies(Map<Long, Short> erlaubt, Map<Long, String> formen) {
        try (InputStream quelle = Tabelle.class.getResourceAsStream(DATEI)) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt " + DATEI);
            }
            BufferedReader zeilen = new BufferedReader(new InputStreamReader(quelle, StandardCharsets.US_ASCII));
            for (String zeile = zeilen.readLine(); zeile != null; zeile = zeilen.readLine()) {
                String[] teile = zeile.split(" ");
                if (teile[0].equals("erlaubt")) {
                    short bits =
                            (short) (bits(teile[1], Ausgabe.DIN_2022_08) | bits(teile[2], Ausgabe.DIN_SPEC_2019_03));
                    Arrays.stream(teile, 3, teile.length)
                            .flatMapToLong(Tabelle::schluessel)
                            .forEach(k -> erlaubt.put(k, bits));
                } else if (teile[0].equals("suche")) {
                    Arrays.stream(teile, 2, teile.length)
                            .flatMapToLong(Tabelle::schluessel)
                            .forEach(k -> formen.put(k, teile[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(DATEI + " ist nicht lesbar", e);
        }
    }

    private static short bits(String typen, Ausgabe ausgabe) {
        short bits = 0;
        for (Zeichensatz zeichensatz : Zeichensatz.values()) {
            bits |= typen.contains(zeichensatz.name()) ? bit(zeichensatz, ausgabe) : 0;
        }
        return bits;
    }

    /** The keys of a code point, a range ({@code 0041-005A}) or a sequence ({@code 0041+030B}). */
    private static LongStream schluessel(String angabe) {
        String[] grenzen = angabe.split("-");
        if (grenzen.length == 2) {
            return LongStream.rangeClosed(Long.parseLong(grenzen[0], 16), Long.parseLong(grenzen[1], 16))
                    .map(k -> k << 32);
        }
        String[] glieder = angabe.split("\\+");
        long schluessel = 0;
        for (int i = 0; i < glieder.length; i++) {
            schluessel |= Long.parseLong(glieder[i], 16) << (32 - 16 * i);
        }
        return LongStream.of(schluessel);
    }

    /** The mark of a data type and edition in the bits of a character. */
    static short bit(Zeichensatz zeichensatz, Ausgabe ausgabe) {
        return (short) (1 << (ausgabe.ordinal() * Zeichensatz.values().length + zeichensatz.ordinal()));
    }

    /** Data types and editions that allow a character alone. */
    static short bits(char zeichen) {
        return zeichen < ENDE ? TABELLE.einzelne[zeichen] : 0;
    }

    /** The longest sequence that begins at {@code von} and that one of {@code bits} allows; -1 when there is none. */
    static int folge(CharSequence text, int von, int bits) {
        if (von + 1 >= text.length() || !istMarke(text.charAt(von + 1))) {
            return -1;
        }
        long zwei = (long) text.charAt(von) << 32 | (long) text.charAt(von + 1) << 16;
        if (von + 2 < text.length()) {
            int drei = Arrays.binarySearch(TABELLE.folgen, zwei | text.charAt(von + 2));
            if (drei >= 0 && (TABELLE.folgenbits[drei] & bits) != 0) {
                return drei;
            }
        }
        int stelle = Arrays.binarySearch(TABELLE.folgen, zwei);
        return stelle >= 0 && (TABELLE.folgenbits[stelle] & bits) != 0 ? stelle : -1;
    }

    /** How many characters a sequence has. */
    static int laenge(int folge) {
        return (char) TABELLE.folgen[folge] == 0 ? 2 : 3;
    }

    /** Whether a character may be the second one of a sequence. */
    private static boolean istMarke(char zeichen) {
        return zeichen >= 0x0300 && zeichen <= 0x036F;
    }

    /** The search form of a text in NFC. */
    public static String suchform(String text) {
        StringBuilder form = new StringBuilder(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            char zeichen = text.charAt(i);
            int folge = folge(text, i, -1);
            @Nullable
            String ersatz =
                    folge >= 0 ? TABELLE.folgenformen[folge] : zeichen < ENDE ? TABELLE.einzelformen[zeichen] : null;
            int laenge = folge >= 0 ? laenge(folge) : 1;
            if (ersatz == null) {
                form.append(text, i, i + laenge);
            } else {
                form.append(ersatz);
            }
            i += laenge;
        }
        return form.toString();
    }
}
