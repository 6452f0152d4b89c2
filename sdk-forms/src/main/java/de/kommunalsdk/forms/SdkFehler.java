/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the pages and of wiring the SDK. */
public enum SdkFehler implements Fehlercode {
    AUFBAU(
            "OZG-SDK-0001",
            "Das SDK ist nicht vollstaendig eingerichtet.",
            "Die genannten Angaben am Builder ergaenzen."),
    ANMELDUNG(
            "OZG-SDK-0002",
            "Ein Dienst verlangt eine Anmeldung, die das Portal nicht hat.",
            "Am Builder \"nutzerkonto\" angeben, das dieses Niveau erreicht, oder in dienst.yaml ein niedrigeres nennen, wenn die Leistung das erlaubt."),
    WEG_FEHLT(
            "OZG-SDK-0003",
            "Ein Dienst nennt einen Uebermittlungsweg, den das Portal nicht hat.",
            "Den Weg am Builder angeben oder \"wege\" in mandant.yaml oder dienst.yaml berichtigen."),
    NICHT_GEFUNDEN("OZG-WEB-0001", "Diese Seite gibt es nicht.", "Adresse pruefen."),
    CSRF(
            "OZG-WEB-0002",
            "Die Sicherheitspruefung eines Formulars schlug fehl.",
            "Seite neu laden und noch einmal senden."),
    UNGUELTIGE_ANFRAGE("OZG-WEB-0003", "Eine Anfrage ist nicht verstaendlich.", "Ueber die Seiten des Portals gehen."),
    FREMDER_ENTWURF(
            "OZG-WEB-0004", "Ein Antrag gehoert nicht zu diesem Browser.", "Mit dem Fortsetzungscode fortsetzen."),
    ENTWURF_WEG("OZG-WEB-0005", "Einen Entwurf gibt es nicht mehr.", "Den Antrag neu beginnen."),
    FALSCHER_CODE("OZG-WEB-0006", "Ein Fortsetzungscode ist nicht gueltig.", "Schreibweise pruefen."),
    ZU_VIELE_VERSUCHE("OZG-WEB-0007", "Zu viele Versuche.", "Zehn Minuten warten."),
    ZU_GROSS("OZG-WEB-0008", "Eine Uebertragung ist zu gross.", "Kleinere Dateien hochladen."),
    METHODE(
            "OZG-WEB-0009",
            "Eine Adresse nimmt diese Art von Anfrage nicht an.",
            "Ueber die Seiten des Portals gehen."),
    INTERN(
            "OZG-WEB-0010",
            "Unerwarteter Fehler bei der Verarbeitung.",
            "Protokoll der Anwendung unter der Kennung pruefen."),
    UEBERTRAGUNG(
            "OZG-WEB-0011",
            "Eine Uebertragung brach ab oder liess sich nicht lesen oder pruefen.",
            "Noch einmal senden."),
    ANDRANG(
            "OZG-WEB-0012",
            "Es werden zu viele grosse Dateien zugleich hochgeladen.",
            "Nach einer Minute noch einmal senden."),
    KONFLIKT(
            "OZG-WEB-0013",
            "Ein Entwurf wurde inzwischen in einem anderen Fenster geaendert.",
            "Auf der Seite waehlen, welcher Stand gilt."),
    FREMDES_KONTO(
            "OZG-WEB-0014",
            "Ein Antrag gehoert zu einem anderen Konto.",
            "Abmelden und mit dem Konto anmelden, mit dem der Antrag begonnen wurde."),
    OHNE_VIRENSCANNER(
            "OZG-SDK-0004",
            "Hochgeladene Dateien werden nicht auf Viren geprueft.",
            "Am Builder \"virenscanner\" angeben, oder mit \"ohneVirenscanner\" sagen, dass eine andere Stelle prueft.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    SdkFehler(String code, String bedeutung, String abhilfe) {
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
