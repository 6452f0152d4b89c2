/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.internal.Token.Art;
import java.util.List;
import java.util.Set;

/** The tokens of a text and how far they have been read. */
final class Tokenfolge {

    /** Words that cannot be names. */
    static final Set<String> SCHLUESSELWOERTER = Set.of(
            "if",
            "then",
            "else",
            "and",
            "or",
            "between",
            "in",
            "some",
            "every",
            "satisfies",
            "for",
            "return",
            "true",
            "false",
            "null");

    private final List<Token> token;
    private final Meldungen meldungen;
    private int stelle;

    Tokenfolge(List<Token> token, Meldungen meldungen) {
        this.token = token;
        this.meldungen = meldungen;
    }

    Token hier() {
        return voraus(0);
    }

    Token voraus(int weit) {
        return token.get(Math.min(stelle + weit, token.size() - 1));
    }

    boolean ist(String zeichenOderWort) {
        return hier().ist(zeichenOderWort);
    }

    Token nimm() {
        Token hier = hier();
        stelle++;
        return hier;
    }

    /** Takes this sign or word when it stands here. */
    boolean nimm(String zeichenOderWort) {
        boolean da = ist(zeichenOderWort);
        stelle += da ? 1 : 0;
        return da;
    }

    /** Takes this sign or word, which must stand here. */
    void verlange(String zeichenOderWort) {
        if (!nimm(zeichenOderWort)) {
            throw erwartet("\"" + zeichenOderWort + "\"");
        }
    }

    /** Something else is needed here. */
    Meldungen.Abbruch erwartet(String was) {
        Token hier = hier();
        String da = hier.art() == Art.ENDE ? "der Ausdruck endet" : "da steht \"" + kurz(hier.text()) + "\"";
        boolean komma = hier.ist(",") && stelle > 0 && token.get(stelle - 1).art() == Art.ZAHL;
        return meldungen.abbruch(
                AusdruckFehler.SYNTAX,
                hier.von(),
                "Hier wird " + was + " erwartet, " + da + "." + (komma ? " Dezimalzahlen haben einen Punkt." : ""));
    }

    private static String kurz(String text) {
        return text.codePointCount(0, text.length()) <= 30
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }

    /** Whether a word that is no keyword stands here. */
    boolean istName() {
        return hier().art() == Art.WORT && !SCHLUESSELWOERTER.contains(hier().text());
    }

    /** How many words from here on are the name of a function, with a bracket behind it; 0 when they are none. */
    int funktionsname() {
        if (voraus(0).ist("date")
                && voraus(1).ist("and")
                && voraus(2).ist("time")
                && voraus(3).ist("(")) {
            return 3;
        }
        int woerter = 0;
        while (voraus(woerter).art() == Art.WORT
                && !SCHLUESSELWOERTER.contains(voraus(woerter).text())) {
            woerter++;
        }
        return voraus(woerter).ist("(") ? woerter : 0;
    }
}
