/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallFehler;
import de.kommunalsdk.xml.SecureXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What both readers share: the problems so far, and where a name belongs. Not thread-safe. */
final class Lesebefunde {

    private static final int MAX_BEFUNDE = 100;
    private static final int MAX_PFAD = 200;

    private final List<Problem> probleme = new ArrayList<>();

    void melde(Fehlercode code, Fundstelle stelle, String pfad) {
        if (probleme.size() > MAX_BEFUNDE) {
            return;
        }
        Fehlercode fehler = probleme.size() == MAX_BEFUNDE ? XfallFehler.ZU_VIELE_BEFUNDE : code;
        String kurz = pfad.length() <= MAX_PFAD ? pfad : "..." + pfad.substring(pfad.length() - MAX_PFAD);
        probleme.add(Problem.fehler(
                fehler,
                new Fundstelle(stelle.datei(), stelle.zeile(), stelle.spalte(), kurz),
                fehler.bedeutung() + " " + fehler.abhilfe()));
    }

    /** Reports a text that is empty or holds a character that XML cannot carry; the other format may not either. */
    void pruefeText(String text, Fundstelle stelle, String pfad) {
        if (text.isEmpty()) {
            melde(XfallFehler.LEER, stelle, pfad);
        } else if (!SecureXml.istText(text)) {
            melde(XfallFehler.VERBOTENES_ZEICHEN, stelle, pfad);
        }
    }

    /** The place of a name among the children of a group; -1 when there is none, as for labels. */
    static int platz(List<Struktur> struktur, String name) {
        for (int i = 0; i < struktur.size(); i++) {
            Element element = struktur.get(i).element();
            if (element.id().equals(name)) {
                return element instanceof Datenfeld feld && feld.feldart() == Datenfeld.Feldart.LABEL ? -1 : i;
            }
        }
        return -1;
    }

    XfallErgebnis ergebnis(Gruppenwert werte) {
        return new XfallErgebnis(probleme.isEmpty() ? Optional.of(werte) : Optional.empty(), probleme);
    }
}
