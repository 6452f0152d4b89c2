/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.error.Fehlercode;

/** Codes of writing instances. */
public enum XfallFehler implements Fehlercode {
    UNBEKANNTES_ELEMENT(
            "OZG-XFALL-0001",
            "Ein Wert gehört zu keinem Element des Schemas an dieser Stelle.",
            "Kennung und Schemaversion vergleichen."),
    FALSCHE_ART(
            "OZG-XFALL-0002",
            "Ein Wert hat die falsche Art.",
            "Gruppen als Gruppenwert, Dateien als Anlagewert, alles andere als Feldwert angeben."),
    ZU_VIELE_WERTE(
            "OZG-XFALL-0003",
            "Ein Element hat mehr Werte, als das Schema erlaubt.",
            "Die Wiederholungen auf die Multiplizität des Schemas begrenzen."),
    AUSWAHL(
            "OZG-XFALL-0004",
            "In einer Auswahlgruppe ist mehr als ein Element angegeben.",
            "Nur das gewählte Element der Gruppe angeben."),
    FALSCHE_FORM(
            "OZG-XFALL-0005",
            "Ein Wert hat nicht die Form seines Datentyps.",
            "Zahlen mit Dezimalpunkt, Daten nach ISO 8601, Wahrheitswerte als true oder false angeben."),
    VERBOTENES_ZEICHEN(
            "OZG-XFALL-0006",
            "Ein Text enthält ein Zeichen, das nicht übertragen werden kann.",
            "Steuerzeichen und unvollständige Zeichen entfernen."),
    MEHRDEUTIG(
            "OZG-XFALL-0007",
            "Das Schema enthält ein Element zweimal in derselben Gruppe; der Wert ist nicht zuzuordnen.",
            "Das Schema berichtigen: jedes Element steht in einer Gruppe nur einmal."),
    NICHT_DIN_91379(
            "OZG-XFALL-0008",
            "Ein Text enthält ein Zeichen, das DIN 91379 für seinen Datentyp nicht vorsieht.",
            "Das Zeichen an der genannten Stelle durch eine erlaubte Schreibweise ersetzen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    XfallFehler(String code, String bedeutung, String abhilfe) {
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
