/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.entwurf.Leseliste;
import java.util.List;

/**
 * A page that says what became of a draft and shows answers to be read, printed or typed again.
 *
 * @param dienst title of the Dienst
 * @param fehlercode empty: there is none
 * @param aktion where the button goes to; empty: there is none
 * @param zurueck a link; empty: there is none
 */
public record Entwurfsansicht(
        String dienst,
        String ueberschrift,
        List<String> absaetze,
        String fehlercode,
        List<Liste> listen,
        String aktion,
        String knopf,
        String zurueck,
        String zurueckText) {

    public Entwurfsansicht {
        absaetze = List.copyOf(absaetze);
        listen = listen.stream().filter(l -> !l.zeilen().isEmpty()).toList();
    }

    /** Answers under a heading. */
    public record Liste(String ueberschrift, List<Leseliste.Zeile> zeilen) {
        public Liste {
            zeilen = List.copyOf(zeilen);
        }
    }
}
