/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import java.util.function.UnaryOperator;

/** Writes what the citizen did not type into the newest state of a draft, whatever other tabs write meanwhile. Thread-safe. */
final class Nachtrag {

    private static final int VERSUCHE = 10;

    private final Entwurfsschreiber schreiber;

    Nachtrag(Entwurfsschreiber schreiber) {
        this.schreiber = schreiber;
    }

    /** The draft after the change, which is made anew for each state that is met. */
    Vorgang schreibe(Vorgang v, UnaryOperator<Antworten> aenderung) {
        Vorgang hier = v;
        for (int i = 0; i < VERSUCHE; i++) {
            Antworten neu = aenderung.apply(hier.antworten());
            if (neu.equals(hier.antworten())) {
                return hier;
            }
            Entwurfsschreiber.Ergebnis ergebnis = schreiber.schreibe(hier, neu);
            if (ergebnis.speicherung() instanceof Speicherergebnis.Gespeichert gespeichert) {
                return mit(hier, gespeichert.entwurf(), ergebnis.antworten());
            } else if (ergebnis.speicherung() instanceof Speicherergebnis.Konflikt konflikt) {
                hier = mit(
                        hier,
                        konflikt.aktuell(),
                        AntwortenFormat.lies(konflikt.aktuell().inhalt()));
            } else {
                throw new Abbruch(410, SdkFehler.ENTWURF_WEG, "web.abgelaufen");
            }
        }
        throw new Abbruch(503, SdkFehler.KONFLIKT, "web.stoerung");
    }

    private static Vorgang mit(Vorgang v, Entwurf entwurf, Antworten antworten) {
        return new Vorgang(v.a(), v.formular(), entwurf, antworten, v.heute());
    }
}
