/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.internal.Token.Art;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Divides a text into words, signs and constants. */
final class Zerleger {

    private static final List<String> ZEICHEN =
            List.of("!=", "<=", ">=", "..", "(", ")", "[", "]", ",", ".", "+", "-", "*", "/", "=", "<", ">");

    /** What other languages write, and FEEL does not. */
    private static final Map<String, String> FREMDE = Map.of(
            "==", "Gleich heißt =.",
            "&&", "Und heißt and.",
            "||", "Oder heißt or.",
            "**", "Potenzen gibt es nicht.",
            "//", "Kommentare gibt es nicht.",
            "<>", "Ungleich heißt !=.",
            "=>", "Größer oder gleich heißt >=.");

    private final String text;
    private final Meldungen meldungen;
    private final List<Token> token = new ArrayList<>();
    private int stelle;

    private Zerleger(String text, Meldungen meldungen) {
        this.text = text;
        this.meldungen = meldungen;
    }

    /** The tokens, with one of kind ENDE as the last. */
    static List<Token> zerlege(String text, Meldungen meldungen) {
        Zerleger zerleger = new Zerleger(text, meldungen);
        while (zerleger.stelle < text.length()) {
            zerleger.naechstes();
        }
        zerleger.token.add(new Token(Art.ENDE, "", text.length(), text.length()));
        return zerleger.token;
    }

    private void naechstes() {
        char z = text.charAt(stelle);
        if (Character.isWhitespace(z)) {
            stelle++;
        } else if (istBuchstabe(z)) {
            nimm(Art.WORT, ende(stelle));
        } else if (istZiffer(z)) {
            zahl();
        } else if (z == '"') {
            zeichenkette();
        } else {
            zeichen();
        }
    }

    private void zahl() {
        int bis = stelle;
        while (bis < text.length() && istZiffer(text.charAt(bis))) {
            bis++;
        }
        if (bis + 1 < text.length() && text.charAt(bis) == '.' && istZiffer(text.charAt(bis + 1))) {
            bis++;
            while (bis < text.length() && istZiffer(text.charAt(bis))) {
                bis++;
            }
        }
        if (bis < text.length() && istBuchstabe(text.charAt(bis))) {
            throw meldungen.abbruch(
                    AusdruckFehler.SYNTAX,
                    stelle,
                    "Eine Zahl besteht aus Ziffern und höchstens einem Punkt; Codes stehen in geraden Anführungszeichen.");
        }
        nimm(Art.ZAHL, bis);
    }

    private void zeichenkette() {
        int von = stelle++;
        StringBuilder wert = new StringBuilder();
        while (stelle < text.length() && text.charAt(stelle) != '"') {
            wert.append(text.charAt(stelle) == '\\' ? maskiert() : text.charAt(stelle));
            stelle++;
        }
        if (stelle >= text.length()) {
            throw meldungen.abbruch(
                    AusdruckFehler.SYNTAX, von, "Das Anführungszeichen, das hier öffnet, wird nicht geschlossen.");
        }
        stelle++;
        token.add(new Token(Art.TEXT, wert.toString(), von, stelle));
    }

    private char maskiert() {
        int von = stelle++;
        char z = stelle < text.length() ? text.charAt(stelle) : ' ';
        switch (z) {
            case '"', '\\', '\'':
                return z;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            default:
                throw meldungen.abbruch(AusdruckFehler.SYNTAX, von, "Nach \\ steht \", \\, ', n oder t.");
        }
    }

    private void zeichen() {
        for (int laenge = 2; laenge > 0; laenge--) {
            String hier = text.substring(stelle, Math.min(text.length(), stelle + laenge));
            if (FREMDE.containsKey(hier)) {
                throw meldungen.abbruch(
                        AusdruckFehler.SYNTAX, stelle, "\"" + hier + "\" gibt es nicht. " + FREMDE.get(hier));
            }
            if (ZEICHEN.contains(hier)) {
                nimm(Art.ZEICHEN, stelle + hier.length());
                return;
            }
        }
        int zeichen = text.codePointAt(stelle);
        String hinweis =
                switch (zeichen) {
                    case '\'', '`', '„', '“', '”', '‚', '‘', '’', '«', '»' ->
                        " Text steht in geraden doppelten Anführungszeichen.";
                    case '!' -> " Nicht heißt not(...).";
                    case '≤', '≥', '≠' -> " Bitte <=, >= oder != schreiben.";
                    default -> "";
                };
        String gezeigt = Character.isISOControl(zeichen) || Character.getType(zeichen) == Character.SURROGATE
                ? "U+%04X".formatted(zeichen)
                : "\"" + Character.toString(zeichen) + "\"";
        throw meldungen.abbruch(
                AusdruckFehler.SYNTAX, stelle, "Das Zeichen " + gezeigt + " ist hier nicht erlaubt." + hinweis);
    }

    private void nimm(Art art, int bis) {
        token.add(new Token(art, text.substring(stelle, bis), stelle, bis));
        stelle = bis;
    }

    private int ende(int von) {
        int bis = von;
        while (bis < text.length() && (istBuchstabe(text.charAt(bis)) || istZiffer(text.charAt(bis)))) {
            bis++;
        }
        return bis;
    }

    private static boolean istZiffer(char z) {
        return z >= '0' && z <= '9';
    }

    private static boolean istBuchstabe(char z) {
        return (z >= 'a' && z <= 'z') || (z >= 'A' && z <= 'Z') || z == '_';
    }
}
