/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.util.ArrayList;
import java.util.List;

/** Collects problems up to a limit, and remembers whether one of them stops the schema from being used. */
final class Befunde {

    private final List<Problem> probleme = new ArrayList<>();
    private boolean unbrauchbar;

    void fehler(Fehlercode code, Fundstelle stelle, String was) {
        unbrauchbar = true;
        melde(Problem.fehler(code, stelle, meldung(code, was)));
    }

    void warnung(Fehlercode code, Fundstelle stelle, String was) {
        melde(Problem.warnung(code, stelle, meldung(code, was)));
    }

    private void melde(Problem problem) {
        if (probleme.size() < XdfLeser.MAX_PROBLEME) {
            probleme.add(problem);
        } else if (probleme.size() == XdfLeser.MAX_PROBLEME) {
            Fehlercode code = XdfFehler.ZU_VIELE_PROBLEME;
            probleme.add(new Problem(code, Problem.Schwere.HINWEIS, problem.stelle(), meldung(code, "")));
        }
    }

    private static String meldung(Fehlercode code, String was) {
        return (was.isEmpty() ? "" : was + ": ") + code.bedeutung() + " " + code.abhilfe();
    }

    boolean unbrauchbar() {
        return unbrauchbar;
    }

    List<Problem> liste() {
        return probleme;
    }
}
