/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the configuration of a Mandant. */
public enum MandantFehler implements Fehlercode {
    NICHT_LESBAR("OZG-MANDANT-0001", "Die Konfiguration des Mandanten ist nicht lesbar.", "Pfad und Rechte pruefen."),
    FALSCHE_ANGABE(
            "OZG-MANDANT-0002", "Die Konfiguration des Mandanten hat Fehler.", "Alle gemeldeten Stellen berichtigen."),
    ARS_UNBEKANNT(
            "OZG-MANDANT-0003",
            "Diesen Regionalschluessel hat keine Gemeinde in Nordrhein-Westfalen.",
            "Zwoelfstelligen Schluessel der Gemeinde eintragen, in Anfuehrungszeichen."),
    BASIS_URL(
            "OZG-MANDANT-0004",
            "Die oeffentliche Basis-URL ist nicht erlaubt.",
            "https-Adresse ohne Abfrage und Schraegstrich am Ende; http nur fuer localhost."),
    WAPPEN(
            "OZG-MANDANT-0005",
            "Das Wappen ist nicht verwendbar.",
            "SVG ohne Skript und ohne Verweise nach aussen oder PNG, hoechstens 200 kB."),
    THEME(
            "OZG-MANDANT-0006",
            "Ein Gestaltungswert ist nicht erlaubt.",
            "Namen mit --kern- und Farben als #RRGGBB, Laengen in rem oder px."),
    UNBEKANNT("OZG-MANDANT-0007", "Unter dieser Adresse ist keine Gemeinde eingerichtet.", "Adresse pruefen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    MandantFehler(String code, String bedeutung, String abhilfe) {
        this.code = code;
        this.bedeutung = bedeutung;
        this.abhilfe = abhilfe;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bedeutung() {
        return bedeutung;
    }

    @Override
    public String abhilfe() {
        return abhilfe;
    }
}
