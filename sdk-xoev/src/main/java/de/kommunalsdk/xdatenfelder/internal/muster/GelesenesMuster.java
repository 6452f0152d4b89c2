/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Muster;

/** A pattern with its tree and its automaton. */
public final class GelesenesMuster implements Muster {

    /** Longest text that is matched, in characters. */
    public static final int MAX_TEXT = 1_000_000;

    private final String quelle;
    private final Knoten knoten;
    private final Automat automat;

    private GelesenesMuster(String quelle) {
        this.quelle = quelle;
        this.knoten = Musterleser.lies(quelle);
        this.automat = new Automat(knoten);
    }

    /** See {@link Muster#von}. */
    public static Muster von(String quelle) {
        try {
            return new GelesenesMuster(quelle);
        } catch (Abgelehnt e) {
            throw new InvalidInput(e.fehler(), e.grund(), e);
        }
    }

    @Override
    public boolean passt(String text) {
        return text.length() <= MAX_TEXT && new Lauf(automat).passt(text);
    }

    @Override
    public String quelle() {
        return quelle;
    }

    @Override
    public String alsXsd() {
        return Musterschreiber.xsd(knoten);
    }

    @Override
    public String alsJson() {
        return Musterschreiber.verankert(knoten);
    }

    @Override
    public String alsJava() {
        return Musterschreiber.verankert(knoten);
    }

    @Override
    public String toString() {
        return quelle;
    }
}
