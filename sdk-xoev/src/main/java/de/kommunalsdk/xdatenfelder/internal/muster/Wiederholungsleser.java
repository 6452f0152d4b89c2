/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Wiederholung;

/** Reads the repetition behind a part. Lazy ones mean the same language and are taken, possessive ones do not. */
final class Wiederholungsleser {

    private Wiederholungsleser() {}

    /** The part, repeated as the pattern says at the position; unchanged where it says nothing. */
    static Teil lies(Quelltext quelle, Teil teil) {
        int ab = quelle.index();
        int min = 0;
        int max = Wiederholung.UNBEGRENZT;
        if (quelle.nimm("+")) {
            min = 1;
        } else if (quelle.nimm("?")) {
            max = 1;
        } else if (quelle.nimm("{")) {
            min = zahl(quelle, ab);
            if (!quelle.nimm(",")) {
                max = min;
            } else if (!quelle.beginntMit("}")) {
                max = zahl(quelle, ab);
            }
            if (!quelle.nimm("}") || max < min) {
                throw Abgelehnt.ungueltig("Wiederholung {...}", ab);
            }
        } else if (!quelle.nimm("*")) {
            return teil;
        }
        if (quelle.beginntMit("+")) {
            throw Abgelehnt.nichtErlaubt("besitzergreifende Wiederholung", ab);
        }
        quelle.nimm("?");
        if (quelle.hier() != Quelltext.ENDE && "*+?{".indexOf(quelle.hier()) >= 0) {
            throw Abgelehnt.ungueltig("Wiederholung einer Wiederholung", quelle.index());
        }
        return teil.wiederholt(min, max, ab);
    }

    private static int zahl(Quelltext quelle, int ab) {
        String ziffern = quelle.nimmZiffern(10, Musterleser.MAX_MUSTER);
        if (ziffern.isEmpty()) {
            throw Abgelehnt.ungueltig("Wiederholung {...}", ab);
        }
        String ohneNullen = ziffern.replaceFirst("^0+(?=.)", "");
        if (ohneNullen.length() > 9 || Integer.parseInt(ohneNullen) > Musterleser.MAX_UMFANG) {
            throw Abgelehnt.zuGross("Wiederholung über " + Musterleser.MAX_UMFANG, ab);
        }
        return Integer.parseInt(ohneNullen);
    }
}
