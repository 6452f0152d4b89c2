/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.Textblock;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.TextPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Unfolds a page for given answers: repetitions with their indices, invisible elements left out, required ones marked.
 * Pages, input and delivery all walk this one tree.
 */
public final class Seitenbaum implements Gang.Besucher {

    private final Deque<List<Platz>> ebenen = new ArrayDeque<>();
    private final Deque<Object> offene = new ArrayDeque<>();

    private Seitenbaum() {
        ebenen.push(new ArrayList<>());
    }

    private record Kopf(Gruppe gruppe, String ort, int nummer, boolean pflicht) {}

    /** The places of a page. */
    public static List<Platz> von(Formular formular, Formularseite seite, Antworten antworten, LocalDate heute) {
        return von(new Gang(formular, antworten, new Bedingungspruefer(antworten, heute)), seite);
    }

    static List<Platz> von(Gang gang, Formularseite seite) {
        Seitenbaum baum = new Seitenbaum();
        gang.durch(seite, baum);
        return baum.ebenen.pop();
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

    @Override
    public void feld(Feld feld, String ort, boolean pflicht) {
        ebenen.element().add(new FeldPlatz(ort, feld, pflicht));
    }

    @Override
    public void text(Textblock text, String ort) {
        ebenen.element().add(new TextPlatz(ort, text));
    }

    @Override
    public void gruppe(Gruppe gruppe, String ort, int nummer, boolean pflicht, int gegebene) {
        offene.push(new Kopf(gruppe, ort, nummer, pflicht));
        ebenen.push(new ArrayList<>());
    }

    @Override
    public void gruppeEnde() {
        Kopf kopf = (Kopf) offene.pop();
        List<Platz> kinder = ebenen.pop();
        ebenen.element().add(new GruppenPlatz(kopf.ort(), kopf.gruppe(), kopf.nummer(), kopf.pflicht(), kinder));
    }

    @Override
    public void wiederholung(Gang.Folge folge) {
        offene.push(folge);
        ebenen.push(new ArrayList<>(folge.anzahl()));
    }

    @Override
    public void wiederholungEnde() {
        Gang.Folge folge = (Gang.Folge) offene.pop();
        List<Platz> eintraege = ebenen.pop();
        ebenen.element()
                .add(new Wiederholung(
                        folge.ort(),
                        folge.baustein(),
                        eintraege,
                        folge.anzahl(),
                        folge.anzahl() < folge.hoechstens(),
                        folge.anzahl() > folge.mindestens()));
    }
}
