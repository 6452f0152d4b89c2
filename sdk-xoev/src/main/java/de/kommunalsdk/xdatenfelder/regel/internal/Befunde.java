/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import de.kommunalsdk.xdatenfelder.regel.RegelLeser;
import java.util.ArrayList;
import java.util.List;

/** Problems in their order, up to the limit. */
final class Befunde {

    private final List<Problem> liste = new ArrayList<>();

    void fehler(RegelFehler code, Fundstelle stelle, String meldung) {
        melde(Problem.fehler(code, stelle, meldung));
    }

    void melde(Problem problem) {
        if (liste.size() < RegelLeser.MAX_PROBLEME) {
            liste.add(problem);
        } else if (liste.size() == RegelLeser.MAX_PROBLEME) {
            RegelFehler code = RegelFehler.ZU_VIELE_PROBLEME;
            liste.add(Problem.fehler(code, problem.stelle(), code.bedeutung()));
        }
    }

    boolean haben() {
        return liste.stream().anyMatch(Problem::istFehler);
    }

    List<Problem> liste() {
        return List.copyOf(liste);
    }
}
