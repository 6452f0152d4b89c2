/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.Textblock;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks a page on a walk over it: no tree, and nothing else that is made unless something is wrong. */
final class Pruefgang implements Gang.Besucher {

    private final Antworten antworten;
    private final LocalDate heute;
    private final int tag;
    private final List<Feldfehler> fehler = new ArrayList<>();

    Pruefgang(Antworten antworten, LocalDate heute) {
        this.antworten = antworten;
        this.heute = heute;
        this.tag = heute.getYear() * 10_000 + heute.getMonthValue() * 100 + heute.getDayOfMonth();
    }

    /** What was wrong so far, in the order of the walk. */
    List<Feldfehler> fehler() {
        return fehler;
    }

    @Override
    public void feld(Feld feld, String ort, boolean pflicht) {
        if (feld.anzeige() == Anzeige.DATEI) {
            dateien(feld, ort, pflicht);
        } else if (feld.fragt()) {
            String wert = antworten.wert(ort);
            if (wert.isEmpty()) {
                if (pflicht) {
                    melde(ort, istWahl(feld) ? Art.AUSWAHL_PFLICHT : Art.PFLICHT, feld.beschriftung());
                }
            } else if (!feld.pruefung().passt(wert, tag)) {
                new Feldpruefer(heute).pruefe(feld, ort, wert).ifPresent(fehler::add);
            }
        }
    }

    private static boolean istWahl(Feld feld) {
        return feld.anzeige() == Anzeige.RADIO
                || feld.anzeige() == Anzeige.AUSWAHL
                || feld.anzeige() == Anzeige.JA_NEIN;
    }

    private void dateien(Feld feld, String ort, boolean pflicht) {
        int dateien = antworten.anlagen(ort).size();
        if (pflicht && dateien < Math.max(1, feld.anzahl().min())) {
            melde(ort, Art.DATEI_PFLICHT, feld.beschriftung());
        } else if (dateien > feld.maxDateien()) {
            melde(ort, Art.ZU_VIELE, feld.beschriftung(), String.valueOf(feld.maxDateien()));
        }
    }

    @Override
    public void text(Textblock text, String ort) {
        // nothing to be answered
    }

    @Override
    public void gruppe(Gruppe gruppe, String ort, int nummer, boolean pflicht, int gegebene) {
        if (gegebene > 1 || (gegebene == 0 && pflicht)) {
            melde(ort, Art.AUSWAHLGRUPPE, gruppe.titel());
        }
        if (gruppe.teildatum() && !Datum.gibtEs(Datum.teile(antworten, ort))) {
            melde(ort, Art.KEIN_DATUM, gruppe.titel());
        }
    }

    @Override
    public void gruppeEnde() {
        // all was said at its beginning
    }

    @Override
    public void wiederholung(Gang.Folge folge) {
        int naechster = folge.hoechstens() + 1;
        if (antworten.anzahl(folge.ort()) > folge.hoechstens() || antworten.gegeben(folge.ort() + "-" + naechster)) {
            melde(
                    folge.ort(),
                    Art.ZU_VIELE_EINTRAEGE,
                    folge.baustein() instanceof Gruppe gruppe
                            ? gruppe.titel()
                            : ((Feld) folge.baustein()).beschriftung(),
                    String.valueOf(folge.hoechstens()));
        }
    }

    @Override
    public void wiederholungEnde() {
        // all was said at its beginning
    }

    private void melde(String ort, Art art, String beschriftung, String... angaben) {
        fehler.add(new Feldfehler(ort, art, beschriftung, List.of(angaben)));
    }
}
