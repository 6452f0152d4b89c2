/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.Textblock;
import de.kommunalsdk.xdatenfelder.Anzahl;
import java.util.Optional;

/**
 * Walks a page for given answers: repetitions with their indices, invisible elements left out, required ones known. What
 * is seen on the way goes to a visitor, so that whoever only checks builds no tree. A place without an index is the path
 * of its element itself, no copy of it.
 */
final class Gang {

    /** Entries of a repetition that are asked for, whatever the schema allows. */
    static final int MAX_EINTRAEGE = 10_000;

    private final Formular formular;
    private final Antworten antworten;
    private final Bedingungspruefer bedingungen;

    Gang(Formular formular, Antworten antworten, Bedingungspruefer bedingungen) {
        this.formular = formular;
        this.antworten = antworten;
        this.bedingungen = bedingungen;
    }

    /** What stands on a page, in order. */
    interface Besucher {

        void feld(Feld feld, String ort, boolean pflicht);

        void text(Textblock text, String ort);

        /**
         * A group, or an entry of one, begins.
         *
         * @param nummer 1, 2 ... in a repetition, else 0
         * @param gegebene of an Auswahlgruppe how many visible children have an answer, else -1
         */
        void gruppe(Gruppe gruppe, String ort, int nummer, boolean pflicht, int gegebene);

        void gruppeEnde();

        /** A repetition begins. */
        void wiederholung(Folge folge);

        void wiederholungEnde();
    }

    /**
     * A repetition.
     *
     * @param ort place without the index of the entries
     * @param anzahl entries that are shown
     * @param hoechstens entries that are allowed
     * @param mindestens entries that cannot be removed
     */
    record Folge(String ort, Baustein baustein, int anzahl, int hoechstens, int mindestens) {}

    /** Whether anything of a page is visible. */
    boolean istSichtbar(Formularseite seite) {
        for (Baustein baustein : seite.bausteine()) {
            if (sindSichtbar(eltern(baustein.pfad())) && gilt(baustein.sichtbarWenn(), baustein.pfad())) {
                return true;
            }
        }
        return false;
    }

    /** Walks a page. */
    void durch(Formularseite seite, Besucher besucher) {
        String davor = null;
        boolean sichtbar = true;
        boolean verlangt = true;
        for (Baustein baustein : seite.bausteine()) {
            String eltern = eltern(baustein.pfad());
            if (!eltern.equals(davor)) {
                davor = eltern;
                sichtbar = sindSichtbar(eltern);
                verlangt = sichtbar && verlangt(eltern);
            }
            if (sichtbar) {
                entfalte(baustein, baustein.pfad(), verlangt, true, besucher);
            }
        }
    }

    private boolean sindSichtbar(String pfad) {
        for (String p = pfad; !p.isEmpty(); p = eltern(p)) {
            if (!gilt(gruppe(p).sichtbarWenn(), p)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the fields below a path, which has no repetition, are asked for at all. */
    private boolean verlangt(String pfad) {
        for (String p = pfad; !p.isEmpty(); p = eltern(p)) {
            Gruppe gruppe = gruppe(p);
            if (!istVerlangt(gruppe.anzahl(), gruppe.pflichtWenn(), p) && !antworten.gegeben(p)) {
                return false;
            }
        }
        return true;
    }

    private Gruppe gruppe(String pfad) {
        Gruppe gruppe = formular.gruppen().get(pfad);
        if (gruppe == null) {
            throw new IllegalStateException("Keine Gruppe " + pfad);
        }
        return gruppe;
    }

    private static String eltern(String pfad) {
        int punkt = pfad.lastIndexOf('.');
        return punkt < 0 ? "" : pfad.substring(0, punkt);
    }

    private boolean gilt(Optional<Bedingung> bedingung, String ort) {
        return bedingung.isEmpty() || bedingungen.gilt(bedingung.get(), ort);
    }

    private void entfalte(Baustein baustein, String ort, boolean elternVerlangt, boolean ohneIndex, Besucher ziel) {
        if (!gilt(baustein.sichtbarWenn(), ort)) {
            return;
        }
        if (baustein instanceof Feld feld) {
            feld(feld, ort, elternVerlangt, ziel);
        } else if (baustein instanceof Gruppe gruppe) {
            gruppe(gruppe, ort, elternVerlangt, ohneIndex, ziel);
        } else if (baustein instanceof Textblock text) {
            ziel.text(text, ort);
        }
    }

    private void feld(Feld feld, String ort, boolean elternVerlangt, Besucher ziel) {
        if (!feld.anzahl().mehrfach() || feld.anzeige() == Feld.Anzeige.DATEI) {
            ziel.feld(feld, ort, elternVerlangt && istVerlangt(feld.anzahl(), feld.pflichtWenn(), ort));
            return;
        }
        Folge folge = folge(feld, ort, feld.anzahl());
        int verlangt = elternVerlangt ? mindestens(feld.anzahl(), feld.pflichtWenn(), ort) : 0;
        ziel.wiederholung(folge);
        for (int n = 1; n <= folge.anzahl(); n++) {
            ziel.feld(feld, ort + "-" + n, n <= verlangt);
        }
        ziel.wiederholungEnde();
    }

    private void gruppe(Gruppe gruppe, String ort, boolean elternVerlangt, boolean ohneIndex, Besucher ziel) {
        if (!gruppe.anzahl().mehrfach()) {
            boolean pflicht = elternVerlangt && istVerlangt(gruppe.anzahl(), gruppe.pflichtWenn(), ort);
            eintrag(gruppe, ort, 0, pflicht, elternVerlangt, ohneIndex, ziel);
            return;
        }
        Folge folge = folge(gruppe, ort, gruppe.anzahl());
        int verlangt = elternVerlangt ? mindestens(gruppe.anzahl(), gruppe.pflichtWenn(), ort) : 0;
        ziel.wiederholung(folge);
        for (int n = 1; n <= folge.anzahl(); n++) {
            eintrag(gruppe, ort + "-" + n, n, n <= verlangt, elternVerlangt, false, ziel);
        }
        ziel.wiederholungEnde();
    }

    private void eintrag(
            Gruppe gruppe,
            String ort,
            int nummer,
            boolean pflicht,
            boolean elternVerlangt,
            boolean ohneIndex,
            Besucher ziel) {
        boolean verlangt = pflicht || (elternVerlangt && antworten.gegeben(ort));
        ziel.gruppe(gruppe, ort, nummer, pflicht, gruppe.auswahl() ? gegebene(gruppe, ort) : -1);
        for (Baustein kind : gruppe.kinder()) {
            String dort = ohneIndex ? kind.pfad() : unter(ort, kind);
            // Of an Auswahlgruppe one child is given; what that child demands is asked for only when it is the one.
            boolean gewaehlt = !gruppe.auswahl() || (kind instanceof Gruppe && antworten.gegeben(dort));
            entfalte(kind, dort, verlangt && gewaehlt, ohneIndex, ziel);
        }
        ziel.gruppeEnde();
    }

    private int gegebene(Gruppe gruppe, String ort) {
        int gegebene = 0;
        for (Baustein kind : gruppe.kinder()) {
            String dort = unter(ort, kind);
            gegebene += gilt(kind.sichtbarWenn(), dort) && antworten.gegeben(dort) ? 1 : 0;
        }
        return gegebene;
    }

    private static String unter(String ort, Baustein kind) {
        return ort.concat(kind.pfad().substring(kind.pfad().lastIndexOf('.')));
    }

    private Folge folge(Baustein baustein, String ort, Anzahl grenzen) {
        int hoechstens = Math.min(grenzen.max(), MAX_EINTRAEGE);
        int gezeigt = Math.min(Math.max(Math.max(1, grenzen.min()), antworten.anzahl(ort)), hoechstens);
        while (gezeigt < hoechstens && antworten.gegeben(ort + "-" + (gezeigt + 1))) {
            gezeigt++;
        }
        return new Folge(ort, baustein, gezeigt, hoechstens, Math.max(1, grenzen.min()));
    }

    private int mindestens(Anzahl anzahl, Optional<Bedingung> pflichtWenn, String ort) {
        return istVerlangt(anzahl, pflichtWenn, ort) ? Math.max(1, anzahl.min()) : 0;
    }

    private boolean istVerlangt(Anzahl anzahl, Optional<Bedingung> pflichtWenn, String ort) {
        return anzahl.pflicht() || (pflichtWenn.isPresent() && bedingungen.gilt(pflichtWenn.get(), ort));
    }
}
