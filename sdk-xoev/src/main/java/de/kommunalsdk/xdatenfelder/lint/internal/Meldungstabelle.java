/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import de.kommunalsdk.xdatenfelder.lint.Meldung;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code meldungen.txt} once. */
public final class Meldungstabelle {

    private static final List<Meldung> ALLE = lies();
    private static final Map<Integer, Meldung> NACH_NUMMER =
            ALLE.stream().collect(Collectors.toMap(Meldung::nummer, Function.identity()));

    private Meldungstabelle() {}

    /** See {@link Meldung#alle()}. */
    public static List<Meldung> alle() {
        return ALLE;
    }

    /** See {@link Meldung#von(int)}. */
    public static Meldung von(int nummer) {
        Meldung meldung = NACH_NUMMER.get(nummer);
        if (meldung == null) {
            throw new IllegalArgumentException("Die Liste xdfm 1.8 hat keine Nummer " + nummer);
        }
        return meldung;
    }

    private static List<Meldung> lies() {
        try (InputStream datei = Objects.requireNonNull(Meldungstabelle.class.getResourceAsStream("meldungen.txt"))) {
            return new String(datei.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(zeile -> !zeile.startsWith("#"))
                    .map(Meldungstabelle::zeile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Meldung zeile(String zeile) {
        String[] spalten = zeile.split("\\|", -1);
        Meldung.Typ typ = Stream.of(Meldung.Typ.values())
                .filter(t -> t.code().equals(spalten[1]))
                .findFirst()
                .orElseThrow();
        return new Meldung(Integer.parseInt(spalten[0]), typ, spalten[2], spalten[3], spalten[4]);
    }
}
