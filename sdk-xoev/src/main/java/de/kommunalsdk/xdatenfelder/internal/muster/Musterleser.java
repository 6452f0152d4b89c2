/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Klasse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Parses a pattern without recursion; every limit is checked before memory is taken. */
public final class Musterleser {

    /** Longest pattern, in characters. */
    public static final int MAX_MUSTER = 2_000;

    /** Deepest tree. */
    public static final int MAX_TIEFE = 250;

    /** Most characters that a pattern names once all its counted repetitions are written out. */
    public static final int MAX_UMFANG = 5_000;

    private final Quelltext quelle;
    private final Klassenleser klassen;
    private final Deque<Gruppe> offen = new ArrayDeque<>();
    private Gruppe gruppe = new Gruppe(0);

    private Musterleser(String muster) {
        this.quelle = new Quelltext(muster);
        this.klassen = new Klassenleser(quelle);
    }

    /** The tree of a pattern, or why it is not taken. */
    public static Knoten lies(String muster) {
        if (muster.length() > MAX_MUSTER) {
            throw Abgelehnt.zuGross("länger als " + MAX_MUSTER + " Zeichen", MAX_MUSTER);
        }
        return new Musterleser(muster).lies();
    }

    private Knoten lies() {
        while (quelle.hier() != Quelltext.ENDE) {
            int ab = quelle.index();
            switch (quelle.hier()) {
                case '(' -> oeffne();
                case '|' -> {
                    quelle.nimm();
                    gruppe.naechsterZweig();
                }
                case '*', '+', '?', '{' -> throw Abgelehnt.ungueltig("Wiederholung ohne Inhalt", ab);
                default -> {
                    Teil teil = teil();
                    gruppe.folge.add(Wiederholungsleser.lies(quelle, teil));
                }
            }
        }
        if (!offen.isEmpty()) {
            throw Abgelehnt.ungueltig("Klammer ( ohne )", gruppe.ab);
        }
        return gruppe.schliesse().knoten();
    }

    private Teil teil() {
        int ab = quelle.index();
        switch (quelle.hier()) {
            case ')' -> {
                if (offen.isEmpty()) {
                    throw Abgelehnt.ungueltig("Klammer ) ohne (", ab);
                }
                quelle.nimm();
                Teil inhalt = gruppe.schliesse();
                gruppe = offen.pop();
                return inhalt;
            }
            case '^' -> {
                quelle.nimm();
                return Teil.anfang(ab);
            }
            case '$' -> {
                quelle.nimm();
                return Teil.ende(ab);
            }
            case '.' -> {
                quelle.nimm();
                return Teil.von(Klassenleser.PUNKT);
            }
            case '[' -> {
                return Teil.von(klassen.klammer());
            }
            case '\\' -> {
                return Teil.von(klassen.escape());
            }
            default -> {
                return Teil.von(zeichen(ab));
            }
        }
    }

    private Klasse zeichen(int ab) {
        int zeichen = quelle.nimm();
        if (Bereich.inXml(List.of(new Bereich(zeichen, zeichen))).isEmpty()) {
            throw Abgelehnt.nichtErlaubt("Zeichen, das XML nicht darstellen kann", ab);
        }
        return Klasse.zeichen(zeichen);
    }

    private void oeffne() {
        int ab = quelle.index();
        if (quelle.beginntMit("(?=") || quelle.beginntMit("(?!")) {
            throw Abgelehnt.nichtErlaubt("Vorausschau (look-ahead)", ab);
        }
        if (quelle.beginntMit("(?<=") || quelle.beginntMit("(?<!")) {
            throw Abgelehnt.nichtErlaubt("Rückschau (look-behind)", ab);
        }
        if (!quelle.nimm("(?:") && quelle.beginntMit("(?")) {
            throw Abgelehnt.nichtErlaubt("besondere Gruppe (? ...)", ab);
        }
        if (quelle.index() == ab) {
            quelle.nimm();
        }
        offen.push(gruppe);
        gruppe = new Gruppe(ab);
    }

    /** A bracket that is still open: its finished branches and the parts of the last one. */
    private static final class Gruppe {
        private final int ab;
        private final List<Teil> zweige = new ArrayList<>();
        private List<Teil> folge = new ArrayList<>();

        Gruppe(int ab) {
            this.ab = ab;
        }

        void naechsterZweig() {
            zweige.add(Teil.folge(folge, ab));
            folge = new ArrayList<>();
        }

        Teil schliesse() {
            naechsterZweig();
            return zweige.size() == 1 ? zweige.get(0) : Teil.alternative(zweige, ab);
        }
    }
}
