/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Fundstellen;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Collects problems up to a limit and the places of what was read; knows whether the schema can be used. */
final class Befunde {

    private final String datei;
    private final List<Problem> probleme = new ArrayList<>();
    private final IdentityHashMap<Object, Fundstelle> stellen = new IdentityHashMap<>();
    private boolean unbrauchbar;

    Befunde(String datei) {
        this.datei = datei;
    }

    void fehler(Fehlercode code, Ort ort, String was) {
        unbrauchbar = true;
        melde(Problem.fehler(code, ort.in(datei), meldung(code, was)));
    }

    /** The file is sound but not what was asked for. */
    void falscheArt(Fehlercode code, Ort ort, String was) {
        melde(Problem.fehler(code, ort.in(datei), meldung(code, was)));
    }

    void warnung(Fehlercode code, Ort ort, String was) {
        melde(Problem.warnung(code, ort.in(datei), meldung(code, was)));
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

    /** Keeps the places of an element that goes into the model, and of its uses of others. */
    void merke(Object element, Rohelement roh) {
        stellen.put(element, roh.ort.in(datei));
        for (int i = 0; i < roh.struktur.size(); i++) {
            stellen.put(roh.struktur.get(i), roh.strukturorte.get(i).in(datei));
        }
    }

    boolean unbrauchbar() {
        return unbrauchbar;
    }

    List<Problem> liste() {
        return probleme;
    }

    Fundstellen stellen() {
        return new Fundstellen(datei, stellen);
    }
}
