/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the command line. */
public enum CliFehler implements Fehlercode {
    DATEI("OZG-CLI-0001", "Eine Datei ist nicht lesbar.", "Pfad und Rechte pruefen."),
    KEIN_DIENST(
            "OZG-CLI-0002",
            "Unter diesem Pfad ist kein Dienst.",
            "Einen Ordner mit dienst.yaml, einen Ordner solcher Ordner oder ein Jar mit META-INF/ozg-dienst/ angeben."),
    DATENBANK(
            "OZG-CLI-0003",
            "Keine Verbindung zur Datenbank.",
            "--jdbc-url, --user, Passwort und die Datenbank selbst pruefen."),
    KEIN_FALL(
            "OZG-CLI-0004",
            "Einen offenen Klaerungsfall mit dieser Id gibt es nicht.",
            "Offene Faelle mit \"klaerung list\" nachsehen."),
    NICHT_GESCHRIEBEN(
            "OZG-CLI-0005",
            "Die Dateien des neuen Dienstes sind nicht oder nicht vollstaendig geschrieben.",
            "Rechte und freien Platz pruefen, den Ordner leeren und wiederholen."),
    INTERN(
            "OZG-CLI-0006",
            "Das haette nicht passieren duerfen.",
            "Mit --stacktrace wiederholen und die Ausgabe dem Herausgeber melden."),
    KEIN_PORTAL(
            "OZG-CLI-0007",
            "Unter dieser Adresse ist keine Liste mit einem Onlinedienst.",
            "--url pruefen oder den Dienst mit --dienst nennen."),
    ABRUF(
            "OZG-CLI-0008",
            "Unter dieser Adresse kam keine Datei.",
            "Adresse pruefen; Umleitungen werden nicht verfolgt. Sonst die Datei mit dem Browser holen."),
    ANDERE_LISTE(
            "OZG-CLI-0009",
            "Die geholte Codeliste ist nicht die verlangte.",
            "URN mit Version angeben, wie im XRepository: urn:..._VERSION."),
    KEIN_ANTRAG(
            "OZG-CLI-0010",
            "Einen Antrag mit dieser Nummer gibt es bei diesem Mandanten nicht.",
            "Nummer und Mandant pruefen; der Antrag kann schon geloescht sein."),
    GIBT_ES_SCHON(
            "OZG-CLI-0011",
            "Die Ergebnisdatei gibt es schon; sie wird nicht ueberschrieben.",
            "Einen anderen Ordner mit --out angeben oder die Datei entfernen."),
    AUSGABE("OZG-CLI-0012", "Die Ausgabe ist nicht vollstaendig geschrieben.", "Freien Platz und Rechte pruefen."),
    PLATZHALTER(
            "OZG-CLI-0013",
            "Der Leistungsschluessel ist noch der Platzhalter von \"dienst new\".",
            "Den Leistungsschluessel der Leistung in dienst.yaml eintragen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    CliFehler(String code, String bedeutung, String abhilfe) {
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
