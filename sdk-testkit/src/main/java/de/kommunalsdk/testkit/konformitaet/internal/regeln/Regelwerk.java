/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import java.util.List;

/** All rules, in the order of the Eckpunkte. */
public final class Regelwerk {

    public static final List<Regelpruefung> ALLE = List.of(
            new Strukturdaten(),
            new Nutzerkontoanmeldung(),
            new OhneJavaScript(),
            new KleineAnzeige(),
            new Vordruck(),
            new Eingangsdokument(),
            new Unterbrechen(),
            new ZweiterTab(),
            new Einwilligung(),
            new Hilfe(),
            new Beschriftung(),
            new Barrierefreiheitserklaerung(),
            new Sprachwechsel(),
            new Fehlerseite(),
            new Sicherheitskopfzeilen(),
            new FremderEntwurf(),
            new Anmeldeschutz(),
            new Anmelderahmen(),
            new Kontovorbelegung(),
            new Mandanten(),
            new Fassung(),
            new ZustaendigeStelle(),
            new Nachweislieferung(),
            new Datenabfrageausfall(),
            new Wappenbild());

    private Regelwerk() {}
}
