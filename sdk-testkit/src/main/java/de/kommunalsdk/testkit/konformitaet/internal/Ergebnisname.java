/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Ergebnis;

/** What a result is called. */
final class Ergebnisname {

    private Ergebnisname() {}

    static String technisch(Ergebnis ergebnis) {
        if (ergebnis instanceof Ergebnis.Erfuellt) {
            return "erfuellt";
        }
        if (ergebnis instanceof Ergebnis.NichtGeprueft) {
            return "nicht-geprueft";
        }
        return ergebnis instanceof Ergebnis.Verletzt ? "verletzt" : "nicht-pruefbar";
    }

    static String lesbar(Ergebnis ergebnis) {
        return technisch(ergebnis)
                .replace("erfuellt", "erfüllt")
                .replace("pruef", "prüf")
                .replace('-', ' ');
    }
}
