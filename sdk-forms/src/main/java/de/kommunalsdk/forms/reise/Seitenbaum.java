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
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.TextPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import de.kommunalsdk.xdatenfelder.Anzahl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Unfolds a page for given answers: repetitions with their indices, invisible elements left out, required ones marked.
 * Pages, checks, input and delivery all walk this one tree.
 */
public final class Seitenbaum {

    private static final int MAX_EINTRAEGE = 50;

    private final Formular formular;
    private final Antworten antworten;
    private final Bedingungspruefer bedingungen;

    private Seitenbaum(Formular formular, Antworten antworten, LocalDate heute) {
        this.formular = formular;
        this.antworten = antworten;
        this.bedingungen = new Bedingungspruefer(antworten, heute);
    }

    /** The places of a page. */
    public static List<Platz> von(Formular formular, Formularseite seite, Antworten antworten, LocalDate heute) {
        Seitenbaum baum = new Seitenbaum(formular, antworten, heute);
        List<Platz> plaetze = new ArrayList<>();
        for (Baustein baustein : seite.bausteine()) {
            int punkt = baustein.pfad().lastIndexOf('.');
            String eltern = punkt < 0 ? "" : baustein.pfad().substring(0, punkt);
            if (baum.sindSichtbar(eltern)) {
                baum.entfalte(baustein, eltern, baum.verlangt(eltern), plaetze);
            }
        }
        return plaetze;
    }

    /** Calls {@code besucher} for each field, in the order of the page. */
    public static void felder(List<Platz> plaetze, Consumer<FeldPlatz> besucher) {
        for (Platz platz : plaetze) {
            if (platz instanceof FeldPlatz feld) {
                besucher.accept(feld);
            } else if (platz instanceof GruppenPlatz gruppe) {
                felder(gruppe.kinder(), besucher);
            } else if (platz instanceof Wiederholung wiederholung) {
                felder(wiederholung.eintraege(), besucher);
            }
        }
    }

    /** Whether there is any answer at a place or below it. */
    static boolean gegeben(Antworten antworten, String ort) {
        return trifft(antworten.werte(), ort) || trifft(antworten.anlagen(), ort);
    }

    private static boolean trifft(SortedMap<String, ?> karte, String ort) {
        return karte.containsKey(ort)
                || !karte.subMap(ort + ".", ort + "/").isEmpty()
                || !karte.subMap(ort + "-", ort + ".").isEmpty();
    }

    private boolean sindSichtbar(String pfad) {
        for (String p = pfad; !p.isEmpty(); p = eltern(p)) {
            Optional<Bedingung> bedingung = gruppe(p).sichtbarWenn();
            if (bedingung.isPresent() && !bedingungen.gilt(bedingung.get(), p)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the fields below a path, which has no repetition, are asked for at all. */
    private boolean verlangt(String pfad) {
        for (String p = pfad; !p.isEmpty(); p = eltern(p)) {
            Gruppe gruppe = gruppe(p);
            if (!istVerlangt(gruppe.anzahl(), gruppe.pflichtWenn(), p) && !gegeben(antworten, p)) {
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

    private void entfalte(Baustein baustein, String eltern, boolean elternVerlangt, List<Platz> ziel) {
        String id = baustein.pfad().substring(baustein.pfad().lastIndexOf('.') + 1);
        String ort = eltern.isEmpty() ? id : eltern + "." + id;
        if (baustein.sichtbarWenn().isPresent()
                && !bedingungen.gilt(baustein.sichtbarWenn().get(), ort)) {
            return;
        }
        if (baustein instanceof Textblock text) {
            ziel.add(new TextPlatz(ort, text));
        } else if (baustein instanceof Feld feld) {
            feld(feld, ort, elternVerlangt, ziel);
        } else if (baustein instanceof Gruppe gruppe) {
            gruppe(gruppe, ort, elternVerlangt, ziel);
        }
    }

    private void feld(Feld feld, String ort, boolean elternVerlangt, List<Platz> ziel) {
        if (!feld.anzahl().mehrfach() || feld.anzeige() == Feld.Anzeige.DATEI) {
            boolean pflicht = elternVerlangt && istVerlangt(feld.anzahl(), feld.pflichtWenn(), ort);
            ziel.add(new FeldPlatz(ort, feld, pflicht));
            return;
        }
        int anzahl = anzahl(ort, feld.anzahl());
        int verlangt = elternVerlangt ? mindestens(feld.anzahl(), feld.pflichtWenn(), ort) : 0;
        List<Platz> eintraege = new ArrayList<>();
        for (int n = 1; n <= anzahl; n++) {
            eintraege.add(new FeldPlatz(ort + "-" + n, feld, n <= verlangt));
        }
        ziel.add(wiederholung(ort, feld, feld.anzahl(), eintraege));
    }

    private void gruppe(Gruppe gruppe, String ort, boolean elternVerlangt, List<Platz> ziel) {
        if (!gruppe.anzahl().mehrfach()) {
            boolean pflicht = elternVerlangt && istVerlangt(gruppe.anzahl(), gruppe.pflichtWenn(), ort);
            ziel.add(eintrag(gruppe, ort, 0, pflicht, elternVerlangt));
            return;
        }
        int anzahl = anzahl(ort, gruppe.anzahl());
        int verlangt = elternVerlangt ? mindestens(gruppe.anzahl(), gruppe.pflichtWenn(), ort) : 0;
        List<Platz> eintraege = new ArrayList<>();
        for (int n = 1; n <= anzahl; n++) {
            eintraege.add(eintrag(gruppe, ort + "-" + n, n, n <= verlangt, elternVerlangt));
        }
        ziel.add(wiederholung(ort, gruppe, gruppe.anzahl(), eintraege));
    }

    private GruppenPlatz eintrag(Gruppe gruppe, String ort, int nummer, boolean pflicht, boolean elternVerlangt) {
        List<Platz> kinder = new ArrayList<>();
        boolean verlangt = pflicht || (elternVerlangt && gegeben(antworten, ort));
        for (Baustein kind : gruppe.kinder()) {
            // Of an Auswahlgruppe one child is given; what that child demands is asked for only when it is the one.
            boolean gewaehlt = !gruppe.auswahl()
                    || (kind instanceof Gruppe && gegeben(antworten, ort + "." + letzte(kind.pfad())));
            entfalte(kind, ort, verlangt && gewaehlt, kinder);
        }
        return new GruppenPlatz(ort, gruppe, nummer, pflicht, kinder);
    }

    private static String letzte(String pfad) {
        return pfad.substring(pfad.lastIndexOf('.') + 1);
    }

    private Wiederholung wiederholung(String ort, Baustein baustein, Anzahl grenzen, List<Platz> eintraege) {
        return new Wiederholung(
                ort,
                baustein,
                eintraege,
                eintraege.size() < Math.min(grenzen.max(), MAX_EINTRAEGE),
                eintraege.size() > Math.max(1, grenzen.min()));
    }

    private int anzahl(String ort, Anzahl grenzen) {
        int gezeigt = Math.max(Math.max(1, grenzen.min()), antworten.anzahl(ort));
        while (gezeigt < MAX_EINTRAEGE && gegeben(antworten, ort + "-" + (gezeigt + 1))) {
            gezeigt++;
        }
        return Math.min(gezeigt, Math.min(grenzen.max(), MAX_EINTRAEGE));
    }

    private int mindestens(Anzahl anzahl, Optional<Bedingung> pflichtWenn, String ort) {
        return istVerlangt(anzahl, pflichtWenn, ort) ? Math.max(1, anzahl.min()) : 0;
    }

    private boolean istVerlangt(Anzahl anzahl, Optional<Bedingung> pflichtWenn, String ort) {
        return anzahl.pflicht() || (pflichtWenn.isPresent() && bedingungen.gilt(pflichtWenn.get(), ort));
    }
}
