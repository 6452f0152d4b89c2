/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Alternative;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Folge;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Klasse;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Wiederholung;
import java.util.List;

/** Writes a tree in a dialect. Only what all readers of the dialect understand is used. */
final class Musterschreiber {

    private static final List<Bereich> ALLE = List.of(new Bereich(0, Character.MAX_CODE_POINT));

    private final StringBuilder ziel = new StringBuilder();
    private final boolean xsd;

    private Musterschreiber(boolean xsd) {
        this.xsd = xsd;
    }

    /** The regular expression of a pattern facet (XML Schema 1.0 part 2, appendix F): always a whole text, no anchors. */
    static String xsd(Knoten knoten) {
        return new Musterschreiber(true).schreibe(knoten).ziel.toString();
    }

    /** The part that ECMA-262 (flag u; without it no categories and no characters beyond the BMP) and java.util.regex share. */
    static String verankert(Knoten knoten) {
        return "^(?:" + new Musterschreiber(false).schreibe(knoten).ziel + ")$";
    }

    private Musterschreiber schreibe(Knoten knoten) {
        if (knoten instanceof Klasse klasse) {
            klasse(klasse);
        } else if (knoten instanceof Folge folge) {
            for (Knoten teil : folge.teile()) {
                geklammert(teil, teil instanceof Alternative);
            }
        } else if (knoten instanceof Alternative alternative) {
            String strich = "";
            for (Knoten zweig : alternative.zweige()) {
                ziel.append(strich);
                schreibe(zweig);
                strich = "|";
            }
        } else if (knoten instanceof Wiederholung wiederholung) {
            geklammert(wiederholung.inhalt(), !(wiederholung.inhalt() instanceof Klasse));
            wieOft(wiederholung.min(), wiederholung.max());
        }
        return this;
    }

    private void geklammert(Knoten knoten, boolean klammern) {
        if (klammern) {
            ziel.append(xsd ? "(" : "(?:");
        }
        schreibe(knoten);
        if (klammern) {
            ziel.append(')');
        }
    }

    private void wieOft(int min, int max) {
        boolean unbegrenzt = max == Wiederholung.UNBEGRENZT;
        if (min == 0 && max == 1) {
            ziel.append('?');
        } else if (min == 0 && unbegrenzt) {
            ziel.append('*');
        } else if (min == 1 && unbegrenzt) {
            ziel.append('+');
        } else {
            ziel.append('{').append(min);
            if (min != max) {
                ziel.append(',').append(unbegrenzt ? "" : max);
            }
            ziel.append('}');
        }
    }

    private void klasse(Klasse klasse) {
        if (klasse.einZeichen()) {
            zeichen(klasse.bereiche().get(0).von(), xsd ? "\\|.?*+{}()[]" : "\\|.?*+{}()[]^$");
        } else if (xsd && klasse.equals(Klassenleser.PUNKT)) {
            ziel.append('.');
        } else if (darstellbar(klasse.bereiche()).equals(darstellbar(ALLE))) {
            ziel.append("[\\s\\S]");
        } else if (klasse.eigenschaften().isEmpty() && bisZumEnde(klasse.bereiche())) {
            List<Bereich> andere = Bereich.gegenteil(klasse.bereiche());
            klammer(true, darstellbar(andere), List.of());
        } else {
            klammer(klasse.negiert(), darstellbar(klasse.bereiche()), klasse.eigenschaften());
        }
    }

    private List<Bereich> darstellbar(List<Bereich> bereiche) {
        return xsd ? Bereich.inXml(bereiche) : bereiche;
    }

    private static boolean bisZumEnde(List<Bereich> bereiche) {
        return !bereiche.isEmpty() && bereiche.get(bereiche.size() - 1).bis() == Character.MAX_CODE_POINT;
    }

    private void klammer(boolean negiert, List<Bereich> bereiche, List<Eigenschaft> eigenschaften) {
        ziel.append(negiert ? "[^" : "[");
        for (Bereich bereich : bereiche) {
            zeichen(bereich.von(), "\\[]^-");
            if (bereich.bis() > bereich.von()) {
                ziel.append(bereich.bis() > bereich.von() + 1 ? "-" : "");
                zeichen(bereich.bis(), "\\[]^-");
            }
        }
        for (Eigenschaft eigenschaft : eigenschaften) {
            ziel.append(eigenschaft.negiert() ? "\\P{" : "\\p{")
                    .append(eigenschaft.name())
                    .append('}');
        }
        ziel.append(']');
    }

    private void zeichen(int zeichen, String zuSchuetzen) {
        switch (zeichen) {
            case '\t' -> ziel.append("\\t");
            case '\n' -> ziel.append("\\n");
            case '\r' -> ziel.append("\\r");
            default -> {
                if (zuSchuetzen.indexOf(zeichen) >= 0) {
                    ziel.append('\\').appendCodePoint(zeichen);
                } else if (xsd || sichtbar(zeichen)) {
                    ziel.appendCodePoint(zeichen);
                } else {
                    // two halves are one code point for ECMA-262 with flag u and for Java
                    for (char haelfte : Character.toChars(zeichen)) {
                        ziel.append(String.format("\\u%04X", (int) haelfte));
                    }
                }
            }
        }
    }

    private static boolean sichtbar(int zeichen) {
        return switch (Character.getType(zeichen)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> zeichen == ' ';
            default -> true;
        };
    }
}
