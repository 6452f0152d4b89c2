/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Klasse;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands for one code point: escapes and bracketed classes.
 *
 * <p>{@code \d}, {@code \w}, {@code \s} and the dot differ between the dialects. FIM authors mean the digits 0 to 9, ASCII
 * word characters and the white space of XML; the dot is everything but a line end, as in XSD.
 */
final class Klassenleser {

    static final Klasse PUNKT = Klasse.von(List.of(eins('\n'), eins('\r')), List.of(), true);

    private static final List<Bereich> ZIFFERN = List.of(new Bereich('0', '9'));
    private static final List<Bereich> WORT =
            List.of(new Bereich('0', '9'), new Bereich('A', 'Z'), eins('_'), new Bereich('a', 'z'));
    private static final List<Bereich> LEERRAUM = List.of(new Bereich('\t', '\n'), eins('\r'), eins(' '));

    private final Quelltext quelle;

    Klassenleser(Quelltext quelle) {
        this.quelle = quelle;
    }

    /** Reads an escape; its backslash stands at the position. */
    Klasse escape() {
        int ab = quelle.index();
        Klasse klasse = escapeRoh();
        pruefe(klasse, ab);
        return klasse;
    }

    /** Reads a bracketed class; its opening bracket stands at the position. */
    Klasse klammer() {
        int ab = quelle.index();
        quelle.nimm("[");
        boolean negiert = quelle.nimm("^");
        List<Bereich> bereiche = new ArrayList<>();
        List<Eigenschaft> eigenschaften = new ArrayList<>();
        // a bracket that closes at once would be an empty class: authors mean the character
        boolean anfang = true;
        while (anfang || !quelle.nimm("]")) {
            anfang = false;
            int stelle = quelle.index();
            if (quelle.beginntMit("[:")) {
                throw Abgelehnt.nichtErlaubt("POSIX-Klasse [: ... :]", stelle);
            }
            if (quelle.beginntMit("-[")) {
                throw Abgelehnt.nichtErlaubt("Subtraktion von Zeichenklassen", stelle);
            }
            Klasse links = glied();
            if (links.einZeichen() && bereichFolgt()) {
                quelle.nimm("-");
                bereiche.add(bereich(links, glied(), stelle));
            } else {
                bereiche.addAll(links.bereiche());
                eigenschaften.addAll(links.eigenschaften());
            }
        }
        Klasse klasse = Klasse.von(bereiche, eigenschaften, negiert);
        pruefe(klasse, ab);
        return klasse;
    }

    private Klasse glied() {
        return quelle.hier() == '\\' ? escapeRoh() : Klasse.zeichen(quelle.nimm());
    }

    private boolean bereichFolgt() {
        return quelle.beginntMit("-") && !quelle.beginntMit("-]") && !quelle.beginntMit("-[");
    }

    private static Bereich bereich(Klasse links, Klasse rechts, int stelle) {
        int von = links.bereiche().get(0).von();
        if (!rechts.einZeichen() || rechts.bereiche().get(0).von() < von) {
            throw Abgelehnt.ungueltig("Bereich einer Zeichenklasse", stelle);
        }
        return new Bereich(von, rechts.bereiche().get(0).von());
    }

    /** An XSD can name only what XML can hold, and no dialect shares a way to write a class without characters. */
    private static void pruefe(Klasse klasse, int stelle) {
        List<Bereich> bereiche = klasse.negiert() ? Bereich.gegenteil(klasse.bereiche()) : klasse.bereiche();
        boolean nurBereiche = klasse.negiert() || klasse.eigenschaften().isEmpty();
        if (nurBereiche && Bereich.inXml(bereiche).isEmpty()) {
            throw Abgelehnt.nichtErlaubt("Klasse ohne ein Zeichen, das XML darstellen kann", stelle);
        }
    }

    private Klasse escapeRoh() {
        int ab = quelle.index();
        quelle.nimm("\\");
        int zeichen = quelle.nimm();
        return switch (zeichen) {
            case 'd', 'D' -> Klasse.von(ZIFFERN, List.of(), zeichen == 'D');
            case 'w', 'W' -> Klasse.von(WORT, List.of(), zeichen == 'W');
            case 's', 'S' -> Klasse.von(LEERRAUM, List.of(), zeichen == 'S');
            case 't' -> Klasse.zeichen('\t');
            case 'n' -> Klasse.zeichen('\n');
            case 'r' -> Klasse.zeichen('\r');
            case 'f' -> Klasse.zeichen('\f');
            case 'x' -> Klasse.zeichen(ganz(nummer(2, ab), ab));
            case 'u' -> Klasse.zeichen(unicode(ab));
            case 'p', 'P' -> new Klasse(List.of(), List.of(eigenschaft(zeichen == 'P', ab)), false);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k' -> throw Abgelehnt.nichtErlaubt("Rückverweis", ab);
            case 'b', 'B' -> throw Abgelehnt.nichtErlaubt("Wortgrenze \\" + (char) zeichen, ab);
            default -> {
                if (zeichen == '0' || (zeichen < 128 && Character.isLetter(zeichen))) {
                    throw Abgelehnt.nichtErlaubt("Sonderzeichen \\" + (char) zeichen, ab);
                }
                yield Klasse.zeichen(zeichen);
            }
        };
    }

    private Eigenschaft eigenschaft(boolean negiert, int ab) {
        if (!quelle.nimm("{")) {
            throw Abgelehnt.ungueltig("\\p ohne {...}", ab);
        }
        String name = quelle.nimmBis('}');
        if (!Eigenschaft.kennt(name)) {
            String kurz = name.length() <= 30 ? name : name.substring(0, 30) + "...";
            throw Abgelehnt.nichtErlaubt("Eigenschaft \\p{" + kurz + "}", ab);
        }
        return new Eigenschaft(name, negiert);
    }

    /** The number of \xHH and \\uHHHH, or of {...} behind the letter. */
    private int nummer(int stellen, int ab) {
        boolean klammer = quelle.nimm("{");
        String ziffern = quelle.nimmZiffern(16, klammer ? 6 : stellen);
        boolean vollstaendig = klammer ? !ziffern.isEmpty() && quelle.nimm("}") : ziffern.length() == stellen;
        int nummer = vollstaendig ? Integer.parseInt(ziffern, 16) : -1;
        if (!Character.isValidCodePoint(nummer)) {
            throw Abgelehnt.ungueltig("Nummer eines Zeichens", ab);
        }
        return nummer;
    }

    private int unicode(int ab) {
        int nummer = nummer(4, ab);
        boolean paar = Character.getType(nummer) == Character.SURROGATE && quelle.nimm("\\u");
        if (!paar) {
            return ganz(nummer, ab);
        }
        // a code point in two halves, as Java and older ECMAScript write it
        int zweite = nummer(4, ab);
        boolean passend = Character.isHighSurrogate((char) nummer)
                && Character.isBmpCodePoint(zweite)
                && Character.isLowSurrogate((char) zweite);
        return ganz(passend ? Character.toCodePoint((char) nummer, (char) zweite) : nummer, ab);
    }

    private static int ganz(int nummer, int ab) {
        if (Character.getType(nummer) == Character.SURROGATE) {
            throw Abgelehnt.ungueltig("halbes Zeichen (surrogate)", ab);
        }
        return nummer;
    }

    private static Bereich eins(int zeichen) {
        return new Bereich(zeichen, zeichen);
    }
}
