/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Ausdrucksleser;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.function.IntFunction;

/** The problems of one text. */
final class Meldungen {

    private final IntFunction<Fundstelle> stelle;
    private final List<Problem> ziel;
    private int anzahl;
    private boolean fehler;

    Meldungen(IntFunction<Fundstelle> stelle, List<Problem> ziel) {
        this.stelle = stelle;
        this.ziel = ziel;
    }

    /** Reading cannot go on behind the last problem. */
    static final class Abbruch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abbruch() {
            super("", null, false, false);
        }
    }

    boolean hatFehler() {
        return fehler;
    }

    void fehler(AusdruckFehler code, int von, String meldung) {
        fehler = true;
        melde(Problem.fehler(code, stelle.apply(von), meldung));
    }

    void warnung(AusdruckFehler code, int von, String meldung) {
        melde(Problem.warnung(code, stelle.apply(von), meldung));
    }

    Abbruch abbruch(AusdruckFehler code, int von, String meldung) {
        fehler(code, von, meldung);
        return new Abbruch();
    }

    private void melde(Problem problem) {
        if (anzahl++ < Ausdrucksleser.MAX_PROBLEME) {
            ziel.add(problem);
        } else {
            ziel.add(Problem.fehler(
                    AusdruckFehler.ZU_VIELE_PROBLEME, problem.stelle(), "Ab hier wird nicht weiter geprüft."));
            fehler = true;
            throw new Abbruch();
        }
    }
}
