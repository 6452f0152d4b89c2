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
    private boolean zuViele;

    Befunde(String datei) {
        this.datei = datei;
    }

    /** Something because of which the schema cannot be used; throws {@link Genug} when the limit is reached. */
    void fehler(Fehlercode code, Ort ort, String was) {
        // the reason of a refusal is named also behind the limit
        boolean neu = !unbrauchbar || probleme.size() < XdfLeser.MAX_PROBLEME;
        unbrauchbar = true;
        if (neu) {
            probleme.add(Problem.fehler(code, ort.in(datei), meldung(code, was)));
        }
        if (probleme.size() >= XdfLeser.MAX_PROBLEME) {
            zuViele(ort);
            throw new Genug();
        }
    }

    /** The fault that ends the reading. */
    void abbruch(Fehlercode code, Ort ort) {
        unbrauchbar = true;
        probleme.add(Problem.fehler(code, ort.in(datei), meldung(code, "")));
    }

    /** The file is sound but not what was asked for. */
    void falscheArt(Fehlercode code, Ort ort, String was) {
        probleme.add(Problem.fehler(code, ort.in(datei), meldung(code, was)));
    }

    void warnung(Fehlercode code, Ort ort, String was) {
        if (probleme.size() < XdfLeser.MAX_PROBLEME) {
            probleme.add(Problem.warnung(code, ort.in(datei), meldung(code, was)));
        } else {
            zuViele(ort);
        }
    }

    private void zuViele(Ort ort) {
        if (!zuViele) {
            zuViele = true;
            Fehlercode code = XdfFehler.ZU_VIELE_PROBLEME;
            probleme.add(new Problem(code, Problem.Schwere.HINWEIS, ort.in(datei), meldung(code, "")));
        }
    }

    /** Ends the reading of a file of which enough is known. */
    static final class Genug extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Genug() {
            super("enough problems", null, false, false);
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
