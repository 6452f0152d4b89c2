/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the store. */
public enum StoreFehler implements Fehlercode {
    NICHT_ERREICHBAR(
            "OZG-STORE-0001",
            "Die Datenbank antwortet nicht.",
            "Spaeter erneut versuchen; Betreiber: Datenbank und Verbindungspool pruefen."),
    SCHEMA_FEHLT(
            "OZG-STORE-0002",
            "Die Tabellen haben nicht den Stand dieser Version.",
            "Migration einschalten oder die SQL-Skripte mit dem eigenen Werkzeug anwenden."),
    SCHEMA_VERAENDERT(
            "OZG-STORE-0003",
            "Ein angewendetes SQL-Skript hat eine andere Pruefsumme als das Skript dieser Version.",
            "Die Version des SDK einsetzen, die das Skript angewendet hat, oder den Herausgeber fragen."),
    ZU_GROSS("OZG-STORE-0004", "Der Inhalt eines Entwurfs ist zu gross.", "Weniger Text eingeben."),
    DATENBANK_UNBEKANNT("OZG-STORE-0005", "Diese Datenbank wird nicht unterstuetzt.", "PostgreSQL oder H2 verwenden."),
    ANWEISUNG("OZG-STORE-0006", "Eine Anweisung an die Datenbank schlug fehl.", "Protokoll der Datenbank pruefen."),
    ENTWURF_WEG("OZG-STORE-0007", "Diesen Entwurf gibt es nicht mehr.", "Den Antrag neu beginnen."),
    ANLAGE_ZU_GROSS("OZG-BLOB-0001", "Die Datei ist zu gross.", "Eine kleinere Datei verwenden."),
    ANLAGE_UNVOLLSTAENDIG(
            "OZG-BLOB-0002", "Eine gespeicherte Anlage ist unvollstaendig.", "Datenbank aus einer Sicherung pruefen."),
    KEIN_ENTWURF("OZG-BLOB-0003", "Zu dieser Anlage gibt es keinen Entwurf mehr.", "Den Antrag neu beginnen."),
    ANLAGE_NICHT_FREI(
            "OZG-BLOB-0004",
            "Die Virenpruefung einer Anlage ist nicht abgeschlossen, oder sie hat etwas gefunden.",
            "Die Virenpruefung abwarten und noch einmal absenden; Betreiber: den Virenscanner pruefen."),
    ANLAGEN_ZU_GROSS(
            "OZG-BLOB-0005",
            "Die Dateien eines Entwurfs sind zusammen zu gross.",
            "Eine Datei entfernen oder eine kleinere verwenden.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    StoreFehler(String code, String bedeutung, String abhilfe) {
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
