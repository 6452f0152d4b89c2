/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of one file up to a limit, and whether one of them makes the list unusable. */
final class Meldungen {

    private final List<Problem> probleme = new ArrayList<>();
    private boolean unbrauchbar;

    void fehler(Fehlercode code, Fundstelle stelle, String was) {
        unbrauchbar = true;
        melde(Problem.fehler(code, stelle, text(code, was)));
    }

    void warnung(Fehlercode code, Fundstelle stelle, String was) {
        melde(Problem.warnung(code, stelle, text(code, was)));
    }

    /** Why the file is not read on; also told when there are too many others. */
    void abbruch(Fehlercode code, Fundstelle stelle) {
        unbrauchbar = true;
        probleme.add(Problem.fehler(code, stelle, text(code, "")));
    }

    private void melde(Problem problem) {
        if (probleme.size() < GenericodeLeser.MAX_PROBLEME) {
            probleme.add(problem);
        } else if (probleme.size() == GenericodeLeser.MAX_PROBLEME) {
            Fehlercode code = CodelisteFehler.ZU_VIELE_PROBLEME;
            probleme.add(new Problem(code, Problem.Schwere.HINWEIS, problem.stelle(), text(code, "")));
        }
    }

    private static String text(Fehlercode code, String was) {
        String kurz = was.length() <= 80 ? was : was.substring(0, 77) + "...";
        return (kurz.isEmpty() ? "" : kurz + ": ") + code.bedeutung() + " " + code.abhilfe();
    }

    boolean unbrauchbar() {
        return unbrauchbar;
    }

    List<Problem> liste() {
        return probleme;
    }
}
