/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page that says something.
 *
 * @param titel key of its heading
 * @param text key of what it says
 * @param kennung id for a call, may be empty
 * @param ziel address that goes on, may be empty
 * @param knopf key of what stands on it
 * @param felder what is posted there; empty: it is a link
 * @param zurueck path back to what was left, may be empty
 */
public record Meldung(
        int status,
        String titel,
        String text,
        String kennung,
        String ziel,
        String knopf,
        Map<String, String> felder,
        String zurueck) {

    public Meldung {
        felder = new LinkedHashMap<>(felder);
    }

    /** Without a way on, but the one to all Dienste. */
    static Meldung von(int status, String titel, String text) {
        return new Meldung(status, titel, text, "", "", "", Map.of(), "");
    }

    Meldung mit(String andereKennung) {
        return new Meldung(status, titel, text, andereKennung, ziel, knopf, felder, zurueck);
    }

    /** With an address that begins the login again, and a way back; both may be empty. */
    Meldung weiter(String nochmal, String wohin) {
        return new Meldung(status, titel, text, kennung, nochmal, "anmeldung.nochmal", Map.of(), wohin);
    }

    /** With a link. */
    Meldung zu(String adresse, String aufschrift) {
        return new Meldung(status, titel, text, kennung, adresse, aufschrift, Map.of(), zurueck);
    }

    /** With the same request once more. */
    Meldung nochmals(String adresse, Map<String, String> gesendete) {
        return new Meldung(status, titel, text, kennung, adresse, "stoerung.erneut", gesendete, zurueck);
    }

    /** Shows no answer of an account. */
    @Override
    public String toString() {
        return "Meldung[" + status + ", " + titel + "]";
    }
}
