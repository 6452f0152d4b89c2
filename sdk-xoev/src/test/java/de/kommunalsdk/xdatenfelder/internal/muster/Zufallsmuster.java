/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random patterns, each with a Java expression of the same meaning that was put together beside it, and texts near to its
 * language.
 */
final class Zufallsmuster {

    /** Characters with a meaning in some dialect, letters of one to four bytes, white space. */
    private static final List<String> ZEICHEN = List.of(
            "a", "b", "c", "z", "0", "7", "_", "-", " ", "\t", "\n", "\r", "ä", "ß", "€", "\u00a0", "😀", "𝒳", "&",
            "#", "~", "<", "\"", "/", ",", ":", "@", "!", "%", "=");

    private static final List<String> SONDER =
            List.of("\\", "|", ".", "?", "*", "+", "(", ")", "[", "]", "{", "}", "^", "$");

    /** Escapes that stand for more than one character: source, Java, one of them. */
    private static final List<List<String>> MENGEN = List.of(
            List.of("\\d", "[0-9]", "0"),
            List.of("\\D", "[^0-9]", "x"),
            List.of("\\w", "[a-zA-Z0-9_]", "_"),
            List.of("\\W", "[^a-zA-Z0-9_]", "-"),
            List.of("\\s", "[ \\t\\n\\r]", "\t"),
            List.of("\\S", "[^ \\t\\n\\r]", "a"));

    private static final List<String> KATEGORIEN =
            List.of("L", "Lu", "Ll", "N", "Nd", "P", "Pd", "Z", "Zs", "S", "Sc", "M");

    private final Random zufall;
    private final boolean mitKategorien;

    /** Categories: texts then stay in the Basic Multilingual Plane, beyond which Xerces knows none. */
    Zufallsmuster(Random zufall, boolean mitKategorien) {
        this.zufall = zufall;
        this.mitKategorien = mitKategorien;
    }

    /** A part as its author writes it, the same for Java, and makers of a text that matches. */
    record Stueck(String quelle, String java, Probe probe) {}

    interface Probe {
        void schreibe(Random zufall, StringBuilder ziel);
    }

    /** A whole pattern; outer anchors may stand around it. */
    Stueck muster() {
        Stueck innen = alternative(3);
        String vorne = zufall.nextInt(4) == 0 ? "^" : "";
        String hinten = zufall.nextInt(4) == 0 ? "$" : "";
        boolean klammern = !vorne.isEmpty() || !hinten.isEmpty();
        return new Stueck(
                vorne + (klammern ? "(" + innen.quelle + ")" : innen.quelle) + hinten, innen.java, innen.probe);
    }

    /** A text that matches, or one that differs a little from it. */
    String text(Stueck stueck) {
        StringBuilder text = new StringBuilder();
        stueck.probe.schreibe(zufall, text);
        List<Integer> punkte =
                new ArrayList<>(text.codePoints().limit(14).boxed().toList());
        for (int i = zufall.nextInt(3); i > 0; i--) {
            int stelle = zufall.nextInt(punkte.size() + 1);
            int neu = einZeichen().codePointAt(0);
            switch (zufall.nextInt(3)) {
                case 0 -> punkte.add(stelle, neu);
                case 1 -> punkte.subList(Math.max(0, stelle - 1), stelle).clear();
                default -> {
                    if (stelle < punkte.size()) {
                        punkte.set(stelle, neu);
                    }
                }
            }
        }
        StringBuilder ziel = new StringBuilder();
        punkte.forEach(ziel::appendCodePoint);
        return ziel.toString();
    }

    private Stueck alternative(int tiefe) {
        Stueck erster = folge(tiefe);
        if (zufall.nextInt(3) > 0) {
            return erster;
        }
        Stueck zweiter = alternative(Math.max(0, tiefe - 1));
        return new Stueck(
                erster.quelle + "|" + zweiter.quelle,
                erster.java + "|" + zweiter.java,
                (z, ziel) -> (z.nextBoolean() ? erster : zweiter).probe.schreibe(z, ziel));
    }

    private Stueck folge(int tiefe) {
        Stueck folge = new Stueck("", "", (z, ziel) -> {});
        for (int i = zufall.nextInt(10) == 0 ? 0 : 1 + zufall.nextInt(3); i > 0; i--) {
            Stueck bisher = folge;
            Stueck neu = wiederholung(tiefe);
            folge = new Stueck(bisher.quelle + neu.quelle, bisher.java + neu.java, (z, ziel) -> {
                bisher.probe.schreibe(z, ziel);
                neu.probe.schreibe(z, ziel);
            });
        }
        return folge;
    }

    private Stueck wiederholung(int tiefe) {
        Stueck innen = atom(tiefe);
        int min = zufall.nextInt(3);
        int mehr = zufall.nextInt(3);
        String oft =
                switch (zufall.nextInt(9)) {
                    case 0 -> "*";
                    case 1 -> "+";
                    case 2 -> "?";
                    case 3 -> "{" + min + "}";
                    case 4 -> "{" + min + ",}";
                    case 5 -> "{" + min + "," + (min + mehr) + "}";
                    default -> "";
                };
        if (oft.isEmpty()) {
            return innen;
        }
        int von = oft.equals("+") ? 1 : oft.startsWith("{") ? min : 0;
        int bis = oft.equals("?")
                ? 1
                : oft.endsWith(",}") || oft.length() == 1 ? von + 2 : oft.contains(",") ? min + mehr : min;
        String faul = zufall.nextInt(6) == 0 ? "?" : "";
        return new Stueck(innen.quelle + oft + faul, innen.java + oft, (z, ziel) -> {
            for (int i = von + z.nextInt(bis - von + 1); i > 0; i--) {
                innen.probe.schreibe(z, ziel);
            }
        });
    }

    private Stueck atom(int tiefe) {
        if (tiefe > 0 && zufall.nextInt(3) == 0) {
            Stueck innen = alternative(tiefe - 1);
            String auf = zufall.nextBoolean() ? "(" : "(?:";
            return new Stueck(auf + innen.quelle + ")", "(?:" + innen.java + ")", innen.probe);
        }
        return switch (zufall.nextInt(7)) {
            case 0 -> new Stueck(".", "[^\\n\\r]", (z, ziel) -> ziel.append("a-😀".charAt(z.nextInt(2))));
            case 1, 2 -> klammer();
            case 3 -> {
                if (mitKategorien && zufall.nextBoolean()) {
                    String kategorie = (zufall.nextInt(4) == 0 ? "\\P{" : "\\p{")
                            + KATEGORIEN.get(zufall.nextInt(KATEGORIEN.size())) + "}";
                    yield new Stueck(kategorie, kategorie, (z, ziel) -> ziel.append("aÄ7 €-".charAt(z.nextInt(6))));
                }
                List<String> menge = MENGEN.get(zufall.nextInt(MENGEN.size()));
                yield new Stueck(menge.get(0), menge.get(1), (z, ziel) -> ziel.append(menge.get(2)));
            }
            default -> zeichen();
        };
    }

    private Stueck zeichen() {
        String zeichen = einZeichen();
        String quelle =
                switch (zeichen) {
                    case "\t" -> "\\t";
                    case "\n" -> zufall.nextBoolean() ? "\\n" : "\\x0A";
                    case "ä" -> zufall.nextBoolean() ? "ä" : "\\u00e4";
                    case "😀" -> zufall.nextBoolean() ? "😀" : zufall.nextBoolean() ? "\\uD83D\\uDE00" : "\\x{1F600}";
                    default -> SONDER.contains(zeichen) ? "\\" + zeichen : zeichen;
                };
        return new Stueck(quelle, javaZeichen(zeichen), (z, ziel) -> ziel.append(zeichen));
    }

    private static String javaZeichen(String zeichen) {
        return "\\x{" + Integer.toHexString(zeichen.codePointAt(0)) + "}";
    }

    private String einZeichen() {
        if (zufall.nextInt(6) == 0) {
            return SONDER.get(zufall.nextInt(SONDER.size()));
        }
        String zeichen = ZEICHEN.get(zufall.nextInt(zufall.nextBoolean() ? 7 : ZEICHEN.size()));
        return mitKategorien && zeichen.length() > 1 ? "ä" : zeichen;
    }

    private Stueck klammer() {
        boolean negiert = zufall.nextInt(4) == 0;
        StringBuilder quelle = new StringBuilder(negiert ? "[^" : "[");
        // every member a class of its own: no character of the source has a meaning here
        StringBuilder java = new StringBuilder(negiert ? "[^" : "[");
        List<String> proben = new ArrayList<>();
        for (int i = 1 + zufall.nextInt(3); i > 0; i--) {
            String von = einZeichen();
            if (zufall.nextInt(3) == 0) {
                String bis = einZeichen();
                if (von.codePointAt(0) > bis.codePointAt(0)) {
                    String tausch = von;
                    von = bis;
                    bis = tausch;
                }
                quelle.append(inKlammer(von)).append('-').append(inKlammer(bis));
                java.append('[')
                        .append(javaZeichen(von))
                        .append('-')
                        .append(javaZeichen(bis))
                        .append(']');
                proben.add(bis);
            } else if (zufall.nextInt(4) == 0) {
                List<String> menge = MENGEN.get(zufall.nextInt(MENGEN.size()));
                quelle.append(menge.get(0));
                java.append(menge.get(1));
                proben.add(menge.get(2));
            } else if (mitKategorien && zufall.nextInt(4) == 0) {
                String kategorie = "\\p{" + KATEGORIEN.get(zufall.nextInt(KATEGORIEN.size())) + "}";
                quelle.append(kategorie);
                java.append('[').append(kategorie).append(']');
                proben.add("a");
            } else {
                quelle.append(inKlammer(von));
                java.append('[').append(javaZeichen(von)).append(']');
                proben.add(von);
            }
        }
        // a hyphen at the end is a character
        if (zufall.nextInt(8) == 0) {
            quelle.append('-');
            java.append("[\\-]");
            proben.add("-");
        }
        return new Stueck(
                quelle.append(']').toString(),
                java.append(']').toString(),
                (z, ziel) -> ziel.append(negiert ? "~" : proben.get(z.nextInt(proben.size()))));
    }

    private static String inKlammer(String zeichen) {
        return "\\[]^-".contains(zeichen) ? "\\" + zeichen : zeichen;
    }
}
