/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import org.jsoup.nodes.Document;

/** A page of the walk: which one it is, and what the portal answered. */
public record Seite(Art art, Antwort antwort) {

    /** The pages that the kit comes to. */
    public enum Art {
        KATALOG("Katalogseite"),
        FORMULAR("Formularseite"),
        FORMULAR_LEER_GESENDET("Formularseite nach leerem Absenden"),
        UNTERBROCHEN("Seite nach dem Unterbrechen"),
        FORTSETZEN("Seite zum Fortsetzen"),
        FORTGESETZT("Fortgesetzter Antrag"),
        FEHLERSEITE("Fehlerseite"),
        FREMDER_ENTWURF("Fremder Entwurf");

        private final String name;

        Art(String name) {
            this.name = name;
        }
    }

    public Document dokument() {
        return antwort.dokument();
    }

    /** Whether it shows a draft, so that nobody may keep a copy. */
    public boolean zeigtEntwurf() {
        return art == Art.FORMULAR || art == Art.FORMULAR_LEER_GESENDET || art == Art.UNTERBROCHEN;
    }

    /** The page for a message; the id of the draft is left out, so that reports can be compared. */
    public String wo() {
        return art.name + " " + ohneEntwurf(antwort.adresse().getRawPath());
    }

    static String ohneEntwurf(String pfad) {
        return pfad.replaceAll("/antrag/[^/]+", "/antrag/…");
    }
}
