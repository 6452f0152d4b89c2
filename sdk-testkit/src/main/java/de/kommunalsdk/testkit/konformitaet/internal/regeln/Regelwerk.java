/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import java.util.List;

/** All rules, in the order of the Eckpunkte. */
public final class Regelwerk {

    public static final List<Regelpruefung> ALLE = List.of(
            new Strukturdaten(),
            new OhneJavaScript(),
            new KleineAnzeige(),
            new Unterbrechen(),
            new Hilfe(),
            new Beschriftung(),
            new Fehlerseite(),
            new Sicherheitskopfzeilen(),
            new FremderEntwurf(),
            new ZustaendigeStelle(),
            new Wappenbild());

    private Regelwerk() {}
}
