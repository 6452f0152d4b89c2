/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Automat.Zustand;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Wiederholung;
import org.jspecify.annotations.Nullable;

/**
 * One text on its way through an automaton: all states at once, so that a character costs at most one step per state,
 * whatever the pattern. A counting state keeps when it was entered; all its counts grow together.
 */
final class Lauf {

    private final Automat automat;
    private final int[] betreten;
    private final int[] gemerkt;
    private final int[] stapel;
    private final @Nullable Eintritte[] eintritte;
    private int[] jetzt;
    private int[] danach;
    private int anzahl;
    private int zeit = 1;
    private long schritte;

    Lauf(Automat automat) {
        int groesse = automat.groesse();
        this.automat = automat;
        this.betreten = new int[groesse];
        this.gemerkt = new int[groesse];
        this.stapel = new int[groesse + 1];
        this.eintritte = new Eintritte[groesse];
        this.jetzt = new int[groesse];
        this.danach = new int[groesse];
    }

    /** Whether the automaton takes the whole text. To be asked once. */
    boolean passt(CharSequence text) {
        betrete(automat.start());
        for (int i = 0; i < text.length(); ) {
            int zeichen = Character.codePointAt(text, i);
            i += Character.charCount(zeichen);
            if (!lies(zeichen)) {
                return false;
            }
        }
        return betreten[Automat.TREFFER] == zeit;
    }

    /** How many states were looked at: the measure of the work. */
    long schritte() {
        return schritte;
    }

    private boolean lies(int zeichen) {
        int[] vorher = jetzt;
        int anzahlVorher = anzahl;
        jetzt = danach;
        danach = vorher;
        anzahl = 0;
        zeit++;
        for (int i = 0; i < anzahlVorher; i++) {
            int nummer = vorher[i];
            Zustand zustand = automat.zustand(nummer);
            schritte++;
            boolean trifft = zustand.test() != null && zustand.test().trifft(zeichen);
            if (zustand.zaehlt()) {
                zaehle(nummer, zustand, trifft);
            } else if (trifft) {
                betrete(zustand.weiter());
            }
        }
        return anzahl > 0 || betreten[Automat.TREFFER] == zeit;
    }

    private void zaehle(int nummer, Zustand zustand, boolean trifft) {
        Eintritte alle = eintritte(nummer);
        // an entry at this very moment has not seen the character
        alle.vergiss(trifft ? (zustand.max() == Wiederholung.UNBEGRENZT ? 0 : zeit - zustand.max()) : zeit);
        if (alle.leer()) {
            return;
        }
        merke(nummer);
        if (zeit - alle.erster() >= zustand.min()) {
            betrete(zustand.weiter());
        }
    }

    /** Enters a state and all that it leads to without a character. */
    private void betrete(int ziel) {
        int hoehe = 0;
        stapel[hoehe++] = ziel;
        while (hoehe > 0) {
            int nummer = stapel[--hoehe];
            if (nummer < 0 || betreten[nummer] == zeit) {
                continue;
            }
            betreten[nummer] = zeit;
            schritte++;
            Zustand zustand = automat.zustand(nummer);
            if (zustand.test() == null) {
                stapel[hoehe++] = zustand.weiter();
                stapel[hoehe++] = zustand.sonst();
                continue;
            }
            merke(nummer);
            if (zustand.zaehlt()) {
                eintritte(nummer).merke(zeit, zustand.max() == Wiederholung.UNBEGRENZT);
            }
            if (zustand.min() == 0) {
                stapel[hoehe++] = zustand.weiter();
            }
        }
    }

    private void merke(int nummer) {
        if (gemerkt[nummer] != zeit) {
            gemerkt[nummer] = zeit;
            jetzt[anzahl++] = nummer;
        }
    }

    private Eintritte eintritte(int nummer) {
        Eintritte alle = eintritte[nummer];
        if (alle == null) {
            alle = new Eintritte();
            eintritte[nummer] = alle;
        }
        return alle;
    }

    /** Times of entry, ascending; never more than the upper end of the repetition. */
    private static final class Eintritte {
        private int[] zeiten = new int[4];
        private int ab;
        private int bis;

        boolean leer() {
            return ab == bis;
        }

        int erster() {
            return zeiten[ab];
        }

        void vergiss(int vor) {
            while (ab < bis && zeiten[ab] < vor) {
                ab++;
            }
        }

        void merke(int zeit, boolean ohneEnde) {
            if (ohneEnde && bis - ab > 1) {
                // without an upper end the first entry says what all older ones say; the newest may outlive them
                bis--;
            }
            if (bis == zeiten.length) {
                int anzahl = bis - ab;
                int[] ziel = anzahl > zeiten.length / 2 ? new int[2 * zeiten.length] : zeiten;
                System.arraycopy(zeiten, ab, ziel, 0, anzahl);
                zeiten = ziel;
                ab = 0;
                bis = anzahl;
            }
            zeiten[bis++] = zeit;
        }
    }
}
