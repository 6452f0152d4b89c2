/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan;

import de.kommunalsdk.error.Fehlercode;

/** Codes of scans; they stand in the log. */
public enum VirenscanFehler implements Fehlercode {
    NICHT_ERREICHBAR(
            "OZG-VIREN-0001",
            "Der Virenscanner antwortet nicht, zu langsam, oder bricht ab.",
            "Adresse, Dienst und Signaturen des Scanners pruefen; die Dateien bleiben in Quarantaene und werden von"
                    + " selbst noch einmal geprueft."),
    GROESSE(
            "OZG-VIREN-0002",
            "Eine Datei ist groesser, als der Virenscanner annimmt.",
            "StreamMaxLength (und MaxScanSize, MaxFileSize) von clamd auf mindestens 100M setzen; die Datei wird von"
                    + " selbst noch einmal geprueft."),
    ANTWORT(
            "OZG-VIREN-0003",
            "Der Virenscanner meldet einen Fehler oder antwortet unverstaendlich.",
            "Protokoll und Version des Scanners pruefen; die Dateien bleiben in Quarantaene und werden von selbst noch"
                    + " einmal geprueft."),
    BEFALLEN(
            "OZG-VIREN-0004",
            "Der Virenscanner hat in einer Datei etwas gefunden; sie wurde geloescht.",
            "Nichts; der Buerger erfaehrt es auf der Seite, das Protokoll nennt die Zeit.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    VirenscanFehler(String code, String bedeutung, String abhilfe) {
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
