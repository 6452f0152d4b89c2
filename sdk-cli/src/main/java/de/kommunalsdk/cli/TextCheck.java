/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.ZeichenFehler;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code text check}: which characters of the lines on the standard input cannot stay, and what to write instead. */
@Command(
        name = "check",
        description = {
            "Prueft die Zeilen der Standardeingabe (UTF-8) nach DIN 91379.",
            "Je Zeile eine Zeile JSON: ok, normalised (NFC; null, wenn die Zeile kein UTF-8 oder zu lang ist), "
                    + "positions (index in UTF-16-Einheiten ab 0, codePoint, reason, suggestion: leer heisst weglassen, "
                    + "null unbekannt), more (so viele weitere Stellen)."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TextCheck implements Callable<Integer> {

    @Spec
    private CommandSpec befehl;

    @Option(
            names = "--type",
            required = true,
            description = "Datentyp: A Personennamen, B Orte, C alle lateinischen Zeichen, D Firmen, E auch griechisch "
                    + "und kyrillisch.")
    private Zeichensatz typ;

    @Option(
            names = "--edition",
            defaultValue = "2022-08",
            converter = Normausgabe.class,
            description = "Ausgabe der Norm: 2019-03 oder 2022-08 (Vorgabe).")
    private de.kommunalsdk.zeichen.Ausgabe norm;

    @Option(names = "--json", description = "Ohne Wirkung: die Ausgabe ist immer JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Ausgabe ausgabe = new Ausgabe(befehl);
        Din91379 din = Din91379.fuer(typ, norm);
        InputStream quelle = new BufferedInputStream(System.in);
        int code = Kommandozeile.OK;
        for (Optional<Textzeile> zeile = Textzeile.lies(quelle); zeile.isPresent(); zeile = Textzeile.lies(quelle)) {
            Ergebnis ergebnis = pruefe(zeile.get(), din);
            ausgabe.json(ergebnis);
            code = ergebnis.ok() ? code : Kommandozeile.BEFUNDE;
        }
        return code;
    }

    private static Ergebnis pruefe(Textzeile zeile, Din91379 din) {
        if (zeile.zuLang()) {
            return new Ergebnis(false, null, List.of(new Stelle(0, null, ZeichenFehler.ZU_LANG.code(), null)), 0);
        }
        Zeichenpruefung pruefung = din.pruefe(zeile.text());
        List<Stelle> stellen = pruefung.befunde().stream()
                .map(b -> Textzeile.byteVon(b.codePoint())
                        .map(wert -> new Stelle(b.index(), wert, ZeichenFehler.KEIN_UTF8.code(), null))
                        .orElseGet(() -> new Stelle(
                                b.index(),
                                b.alsUnicode(),
                                b.grund().code(),
                                b.vorschlag().orElse(null))))
                .toList();
        return new Ergebnis(
                pruefung.ok(),
                zeile.istUtf8() ? din.normalisiere(zeile.text()) : null,
                stellen,
                pruefung.anzahl() - stellen.size());
    }

    /** One line; names and order of the components are the keys of the JSON. */
    private record Ergebnis(boolean ok, @Nullable String normalised, List<Stelle> positions, int more) {}

    private record Stelle(int index, @Nullable String codePoint, String reason, @Nullable String suggestion) {}

    /** Reads an edition by its date. */
    static final class Normausgabe implements ITypeConverter<de.kommunalsdk.zeichen.Ausgabe> {
        @Override
        public de.kommunalsdk.zeichen.Ausgabe convert(String wert) {
            return Arrays.stream(de.kommunalsdk.zeichen.Ausgabe.values())
                    .filter(a -> a.datum().equals(wert))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("2019-03 oder 2022-08, nicht '" + wert + "'"));
        }
    }
}
