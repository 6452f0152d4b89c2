/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import de.kommunalsdk.error.Fehlercode;

/** Codes of jobs. */
public enum JobFehler implements Fehlercode {
    WEG_UNBEKANNT(
            "OZG-JOB-0001",
            "Der genannte Uebermittlungsweg ist in diesem Portal nicht eingerichtet.",
            "Den Weg im Portal einrichten oder die Konfiguration aendern, dann den Klaerungsfall wiederholen."),
    UNERWARTET(
            "OZG-JOB-0002",
            "Ein Auftrag schlug mit einem unerwarteten Fehler fehl.",
            "Das Protokoll der Anwendung zur genannten Zeit pruefen; der Auftrag wird wiederholt."),
    ANTRAG_FEHLT(
            "OZG-JOB-0003",
            "Der Antrag zu diesem Auftrag ist nicht mehr da.",
            "Den Klaerungsfall schliessen, wenn der Antrag auf Wunsch geloescht wurde."),
    OHNE_ERGEBNIS(
            "OZG-JOB-0004",
            "Ein Auftrag wurde immer wieder begonnen und endete nie mit einem Ergebnis.",
            "Abstuerze der Anwendung zu diesen Zeiten pruefen (zum Beispiel Speichermangel), dann den Klaerungsfall"
                    + " wiederholen."),
    BENACHRICHTIGUNG_FEHLT(
            "OZG-JOB-0005",
            "Eine Nachricht wartet, aber dieses Portal hat keine Benachrichtigung eingerichtet.",
            "Die Benachrichtigung am Builder angeben, dann den Klaerungsfall wiederholen; oder ihn schliessen."),
    NACHRICHT_FEHLT(
            "OZG-JOB-0006",
            "Der Text zu einem Auftrag ist nicht mehr da.",
            "Den Klaerungsfall schliessen; die Nachricht wurde gesendet oder mit ihrem Antrag geloescht.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    JobFehler(String code, String bedeutung, String abhilfe) {
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
