/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import static de.kommunalsdk.zeichen.ZeichenFehler.ANDERER_ZEICHENSATZ;
import static de.kommunalsdk.zeichen.ZeichenFehler.ANDERE_AUSGABE;
import static de.kommunalsdk.zeichen.ZeichenFehler.EMOJI;
import static de.kommunalsdk.zeichen.ZeichenFehler.KOMBINATION;
import static de.kommunalsdk.zeichen.ZeichenFehler.NICHT_NFC;
import static de.kommunalsdk.zeichen.ZeichenFehler.UNSICHTBAR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Din91379Test {

    private static final Din91379 A = Din91379.fuer(Zeichensatz.A);
    private static final Din91379 C = Din91379.fuer(Zeichensatz.C);
    private static final Din91379 E = Din91379.fuer(Zeichensatz.E);

    private static Zeichenbefund einziger(Din91379 din, String text) {
        Zeichenpruefung pruefung = din.pruefe(text);
        assertThat(pruefung.befunde()).as(text).hasSize(1);
        assertThat(pruefung.anzahl()).isEqualTo(1);
        assertThat(pruefung.ok()).isFalse();
        return pruefung.befunde().get(0);
    }

    @Test
    void everyCleanTextHasTheSameResult() {
        assertThat(C.pruefe("Jürgen Straße 1, §3 (1)\n\t50 €")).isSameAs(Zeichenpruefung.SAUBER);
        assertThat(C.pruefe("")).isSameAs(Zeichenpruefung.SAUBER);
        assertThat(Zeichenpruefung.SAUBER.ok()).isTrue();
        String name = "S\u031b\u0304K\u035fHa\u030b";
        assertThat(A.normalisiere(name)).isSameAs(name);
    }

    @ParameterizedTest
    @CsvSource({
        // code points between a and b, reason, spelling ("?" none, '' leave out)
        "1F436, EMOJI, ''",
        "263A FE0F, EMOJI, ''",
        "1F468 200D 1F469 200D 1F467, EMOJI, ''",
        "1F44D 1F3FD, EMOJI, ''",
        "1F1E9 1F1EA, EMOJI, ''",
        "1FAF8, EMOJI, ''", // assigned in Unicode 15
        "0000, STEUERZEICHEN, ''",
        "0007, STEUERZEICHEN, ''",
        "007F, STEUERZEICHEN, ''",
        "0085, STEUERZEICHEN, '\n'",
        "000B, STEUERZEICHEN, '\n'",
        "0378, NICHT_VERGEBEN, ?",
        "FFFF, NICHT_VERGEBEN, ?",
        "10FFFF, NICHT_VERGEBEN, ?",
        "D800, HALBES_ZEICHEN, ''",
        "DC00, HALBES_ZEICHEN, ''",
        "E000, PRIVATES_ZEICHEN, ?",
        "F0000, PRIVATES_ZEICHEN, ?",
        "202E, SCHREIBRICHTUNG, ''",
        "200F, SCHREIBRICHTUNG, ''",
        "2066, SCHREIBRICHTUNG, ''",
        "200B, UNSICHTBAR, ''",
        "200D, UNSICHTBAR, ''",
        "00AD, UNSICHTBAR, ''",
        "FEFF, UNSICHTBAR, ''",
        "03A9, ANDERER_ZEICHENSATZ, ?",
        "0416, ANDERER_ZEICHENSATZ, ?",
        "2019, '', ''",
        "201E, ANDERER_ZEICHENSATZ, '\"'",
        "201C, ANDERER_ZEICHENSATZ, '\"'",
        "2018, ANDERER_ZEICHENSATZ, ''''",
        "2026, ANDERER_ZEICHENSATZ, ...",
        "2122, ANDERER_ZEICHENSATZ, TM",
        "2082, ANDERER_ZEICHENSATZ, 2",
        "2032, ANDERER_ZEICHENSATZ, ''''",
        "2013, NICHT_IN_DIN_91379, '-'",
        "2014, NICHT_IN_DIN_91379, '-'",
        "2011, NICHT_IN_DIN_91379, '-'",
        "2022, NICHT_IN_DIN_91379, '-'",
        "202F, NICHT_IN_DIN_91379, ' '",
        "2009, NICHT_IN_DIN_91379, ' '",
        "3000, NICHT_IN_DIN_91379, ' '",
        "2028, NICHT_IN_DIN_91379, '\n'",
        "FF21, NICHT_IN_DIN_91379, A",
        "FB01, NICHT_IN_DIN_91379, fi",
        "017F, NICHT_IN_DIN_91379, s",
        "2150, NICHT_IN_DIN_91379, 1/7",
        "1E5D, NICHT_IN_DIN_91379, '\u1e5b'",
        "1D400, NICHT_IN_DIN_91379, A",
        "4E2D, NICHT_IN_DIN_91379, ?",
        "FFFD, NICHT_IN_DIN_91379, ?",
        "212B, NICHT_NFC, \u00c5",
        "0065 0301, NICHT_NFC, \u00e9",
        "0073 0307 0323, KOMBINATION, \u1e63",
        "0071 0303, KOMBINATION, q",
        "0031 FE0F 20E3, UNSICHTBAR, 1",
        "1EA1 0308 0301, KOMBINATION, \u1ea1\u0308"
    })
    void everyKindHasItsReasonAndTheNearestSpelling(String zeichen, String grund, String vorschlag) {
        String stelle = Din91379TabelleTest.text(zeichen);
        String text = "a" + stelle + "b";
        if (grund.isEmpty()) {
            assertThat(C.pruefe(text).ok()).isTrue();
            return;
        }
        Zeichenbefund befund = einziger(C, text);

        assertThat(befund.grund()).isEqualTo(ZeichenFehler.valueOf(grund));
        assertThat(befund.vorschlag()).isEqualTo(vorschlag.equals("?") ? Optional.empty() : Optional.of(vorschlag));
        assertThat(text.substring(befund.von(), befund.bis())).isEqualTo(stelle);
        assertThat(befund.codePoint()).isEqualTo(text.codePointAt(befund.index()));
    }

    @Test
    void aNameHasFewerSigns() {
        assertThat(einziger(A, "Anna\nBert").vorschlag()).contains(" ");
        assertThat(einziger(A, "Anna\u00a0Bert").vorschlag()).contains(" ");
        assertThat(einziger(A, "\u201eRike").vorschlag()).contains("'");
        assertThat(einziger(A, "Anna2").grund()).isEqualTo(ANDERER_ZEICHENSATZ);
        assertThat(einziger(A, "Anna2").vorschlag()).isEmpty();
    }

    @Test
    void cyrillicLettersThatTheTableLacksLoseTheirMarks() {
        assertThat(einziger(E, "\u0401").vorschlag()).contains("\u0415");
    }

    @Test
    void placesAreCountedInUnitsAndInCharacters() {
        List<Zeichenbefund> befunde =
                C.pruefe("x\ud83d\udc36\ud83d\udc36y\u2013z\ud800").befunde();

        assertThat(befunde).extracting(Zeichenbefund::index).containsExactly(1, 3, 6, 8);
        assertThat(befunde).extracting(Zeichenbefund::zeichen).containsExactly(1, 2, 4, 6);
        assertThat(befunde.get(3).alsUnicode()).isEqualTo("U+D800");
        assertThat(befunde.get(0)).hasToString("OZG-ZEICHEN-0002 an Zeichen 2");
    }

    @Test
    void theMarkIsNamedAndTheLetterBelongsToIt() {
        Zeichenbefund befund = einziger(C, "Mu\u0308ller");

        assertThat(befund).isEqualTo(new Zeichenbefund(2, 2, 0x308, NICHT_NFC, 1, 3, Optional.of("\u00fc")));
        assertThat(C.normalisiere("Mu\u0308ller")).isEqualTo("M\u00fcller");
    }

    @Test
    void marksInAnotherOrderAreTheSameLetter() {
        assertThat(einziger(C, "a\u0308\u0323").vorschlag()).contains("\u1ea1\u0308");
        assertThat(C.normalisiere("a\u0308\u0323")).isEqualTo("\u1ea1\u0308");
    }

    @Test
    void sequencesAreTakenAsLongAsTheyAre() {
        assertThat(A.istSauber("R\u0325\u0304R\u0325RK\u035fHK\u035fhC\u0328\u0306"))
                .isTrue();
        assertThat(einziger(A, "C\u0328").grund()).isEqualTo(KOMBINATION);
        assertThat(einziger(A, "K\u035fx").index()).isEqualTo(1);
        // H is used up by the sequence
        Zeichenbefund befund = einziger(A, "K\u035fH\u0304");
        assertThat(befund).isEqualTo(new Zeichenbefund(3, 3, 0x304, KOMBINATION, 3, 4, Optional.of("")));
        assertThat(einziger(A, "\u0301a").vorschlag()).contains("");
    }

    @Test
    void whatIsNewIn2022IsNotIn2019() {
        Din91379 alt = Din91379.fuer(Zeichensatz.E, Ausgabe.DIN_SPEC_2019_03);
        for (String neu : List.of("\u1e17", "\u0113\u030d", "\u014d\u030d", "\u2032", "\u2033")) {
            assertThat(E.istSauber(neu)).isTrue();
            assertThat(einziger(alt, neu).grund()).isEqualTo(ANDERE_AUSGABE);
        }
        assertThat(einziger(alt, "\u1e17").vorschlag()).contains("\u0113");
        assertThat(einziger(alt, "\u2033").vorschlag()).contains("\"");
    }

    @Test
    void findingsBeyondTheLimitAreCounted() {
        Zeichenpruefung pruefung = C.pruefe("\u2013x".repeat(5000));

        assertThat(pruefung.befunde()).hasSize(Zeichenpruefung.MAX_BEFUNDE);
        assertThat(pruefung.anzahl()).isEqualTo(5000);
    }

    /** The cases of KoSIT's paper on identification and everyday ones. */
    @ParameterizedTest
    @CsvSource({
        "René Müller, RENE MUELLER",
        "Rene Mueller, RENE MUELLER",
        "Nœl Schmidt-Strauß, NOEL SCHMIDT-STRAUSS",
        "Noël Schmidt-Strauß, NOEL SCHMIDT-STRAUSS",
        "Karl-Bröger Straße 17, KARL-BROEGER STRASSE 17",
        "Karl-Broeger Strasse 17, KARL-BROEGER STRASSE 17",
        "Åse Þórsdóttir, AASE THORSDOTTIR",
        "Łukasz Ǿre, LUKASZ OERE",
        "Ĳsbrand d’Arc, IJSBRAND D’ARC",
        "Ωmega Ж 中, ΩMEGA Ж 中"
    })
    void theSearchForm(String text, String form) {
        assertThat(Din91379.suchform(text)).isEqualTo(form);
    }

    @Test
    void theSearchFormOfSequencesAndOfDecomposedLetters() {
        assertThat(Din91379.suchform("k\u035fh \u1ea1\u0308 a\u0308\u0323 u\u0308 R\u0325\u0304"))
                .isEqualTo("KH AE AE UE R");
        assertThat(Din91379.suchform("\ud800\u0301")).isEqualTo("\ud800\u0301");
    }

    @ParameterizedTest
    @CsvSource({"control,UNSICHTBAR,1", "emoji,EMOJI,5", "greek,ANDERER_ZEICHENSATZ,0", "nfd,NICHT_NFC,2"})
    void theNegativeSamples(String name, ZeichenFehler grund, int index) throws IOException {
        Path datei = FimDaten.ordner().resolveSibling("samples/neg-" + name + ".own.xml");
        String familienname = Files.readString(datei).replaceAll("(?s).*<familienname><name>([^<]*)<.*", "$1");

        Zeichenbefund befund = einziger(C, familienname);

        assertThat(befund.grund()).isEqualTo(grund);
        assertThat(befund.index()).isEqualTo(index);
    }

    @Test
    void theResultShowsNothingOfTheText() {
        assertThat(C.pruefe("Erika\u2013Mustermann\ud83d\udc36").toString())
                .doesNotContain("Erika", "Mustermann", "\u2013", "\ud83d\udc36");
        assertThat(UNSICHTBAR.code()).isNotEqualTo(EMOJI.code());
    }
}
