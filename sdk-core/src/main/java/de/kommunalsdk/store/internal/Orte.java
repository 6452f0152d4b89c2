/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.mandant.MandantId;

/** Names of places that encrypted values are bound to. Part of the stored form: never change one. */
final class Orte {

    private Orte() {}

    static String inhalt(MandantId mandant, AntragId antrag) {
        return "antrag/" + mandant + "/" + antrag;
    }

    static String adresse(MandantId mandant, AntragId antrag) {
        return "entwurfsadresse/" + mandant + "/" + antrag;
    }

    static String nachricht(MandantId mandant, AntragId antrag, String auftrag) {
        return "nachricht/" + mandant + "/" + antrag + "/" + auftrag;
    }

    static String dateiname(MandantId mandant, AntragId antrag, AnlageId anlage) {
        return "anlage/" + mandant + "/" + antrag + "/" + anlage + "/name";
    }

    static String stueck(MandantId mandant, AntragId antrag, AnlageId anlage, int nummer) {
        return "anlage/" + mandant + "/" + antrag + "/" + anlage + "/" + nummer;
    }

    static String weitergabe(MandantId mandant, AntragId antrag) {
        return "weitergabe/" + mandant + "/" + antrag;
    }

    static String bericht(MandantId mandant, AntragId antrag) {
        return "anmeldung/" + mandant + "/" + antrag + "/bericht";
    }

    static String postfach(MandantId mandant, AntragId antrag) {
        return "anmeldung/" + mandant + "/" + antrag + "/postfach";
    }

    static String beteiligung(MandantId mandant, BeteiligungId beteiligung) {
        return "beteiligung/" + mandant + "/" + beteiligung;
    }
}
