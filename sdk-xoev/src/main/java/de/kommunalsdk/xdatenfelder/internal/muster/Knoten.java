/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import java.util.List;

/**
 * A pattern as a tree: anchors and laziness are gone (a whole text is matched), every escape is resolved. Immutable, and
 * never deeper than {@link Musterleser#MAX_TIEFE}.
 */
public sealed interface Knoten {

    /** The empty text. */
    record Leer() implements Knoten {}

    /** Two or more parts, one after the other. */
    record Folge(List<Knoten> teile) implements Knoten {
        public Folge {
            teile = List.copyOf(teile);
        }
    }

    /** Two or more branches, of which one applies. */
    record Alternative(List<Knoten> zweige) implements Knoten {
        public Alternative {
            zweige = List.copyOf(zweige);
        }
    }

    /** The content {@code min} to {@code max} times; never exactly once, never of the empty text. */
    record Wiederholung(Knoten inhalt, int min, int max) implements Knoten {
        /** The {@code max} of a repetition without end. */
        public static final int UNBEGRENZT = Integer.MAX_VALUE;
    }

    /**
     * One code point out of ranges and properties.
     *
     * @param bereiche ascending, neither touching nor overlapping
     * @param eigenschaften Unicode categories, each a further part of the class
     * @param negiert whether everything else is meant; only with categories, ranges alone are turned over
     */
    record Klasse(List<Bereich> bereiche, List<Eigenschaft> eigenschaften, boolean negiert) implements Knoten {
        public Klasse {
            bereiche = List.copyOf(bereiche);
            eigenschaften = List.copyOf(eigenschaften);
        }

        static Klasse von(List<Bereich> bereiche, List<Eigenschaft> eigenschaften, boolean negiert) {
            List<Bereich> geordnet = Bereich.vereint(bereiche);
            return negiert && eigenschaften.isEmpty()
                    ? new Klasse(Bereich.gegenteil(geordnet), eigenschaften, false)
                    : new Klasse(geordnet, eigenschaften.stream().distinct().toList(), negiert);
        }

        static Klasse zeichen(int zeichen) {
            return new Klasse(List.of(new Bereich(zeichen, zeichen)), List.of(), false);
        }

        /** Whether the class is one code point: that of its first range. */
        boolean einZeichen() {
            return eigenschaften.isEmpty()
                    && bereiche.size() == 1
                    && bereiche.get(0).von() == bereiche.get(0).bis();
        }

        boolean enthaelt(int zeichen) {
            return negiert != (inBereichen(zeichen) || hatEigenschaft(zeichen));
        }

        private boolean inBereichen(int zeichen) {
            int links = 0;
            int rechts = bereiche.size() - 1;
            while (links <= rechts) {
                int mitte = (links + rechts) >>> 1;
                Bereich bereich = bereiche.get(mitte);
                if (zeichen < bereich.von()) {
                    rechts = mitte - 1;
                } else if (zeichen > bereich.bis()) {
                    links = mitte + 1;
                } else {
                    return true;
                }
            }
            return false;
        }

        private boolean hatEigenschaft(int zeichen) {
            for (Eigenschaft eigenschaft : eigenschaften) {
                if (eigenschaft.hat(zeichen)) {
                    return true;
                }
            }
            return false;
        }
    }
}
