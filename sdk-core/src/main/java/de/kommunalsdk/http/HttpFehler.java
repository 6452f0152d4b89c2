/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import de.kommunalsdk.error.Fehlercode;

/** Codes of outgoing HTTP. */
public enum HttpFehler implements Fehlercode {
    SCHLUESSELSPEICHER(
            "OZG-HTTP-0001",
            "Ein Schluesselspeicher fuer die Verbindung ist nicht brauchbar.",
            "Datei, Typ, Passwort und Inhalt des genannten Schluesselspeichers pruefen."),
    ADRESSE(
            "OZG-HTTP-0002",
            "Eine eingerichtete Adresse ist nicht erlaubt.",
            "https-Adresse ohne Anmeldedaten, Abfrage und Anker angeben."),
    ZIEL_NICHT_ERLAUBT(
            "OZG-HTTP-0003",
            "Das Ziel einer Anfrage gehoert nicht zu den eingerichteten Adressen; es wurde nichts gesendet.",
            "Die Adresse des Dienstes einrichten, falls sie dazugehoert."),
    NICHT_ERREICHBAR(
            "OZG-HTTP-0004",
            "Der Dienst ist nicht erreichbar; es wurde nichts gesendet.",
            "Spaeter erneut versuchen; Betreiber: Namensaufloesung, Netz und Proxy pruefen."),
    TLS(
            "OZG-HTTP-0005",
            "Die gesicherte Verbindung kam nicht zustande; es wurde nichts verarbeitet.",
            "Zertifikate beider Seiten, Vertrauensspeicher und TLS-Version pruefen."),
    ZEIT("OZG-HTTP-0006", "Der Dienst hat nicht rechtzeitig geantwortet.", "Spaeter erneut versuchen."),
    VERBINDUNG(
            "OZG-HTTP-0007",
            "Die Verbindung brach ab, oder die Antwort ist kein HTTP.",
            "Spaeter erneut versuchen; Betreiber: Gegenstelle und Proxy pruefen."),
    AUSGANG_UNGEWISS(
            "OZG-HTTP-0008",
            "Es ist ungewiss, ob der Dienst die Anfrage ausgefuehrt hat.",
            "Beim Dienst nachfragen; nicht noch einmal senden."),
    ANTWORT_ZU_GROSS(
            "OZG-HTTP-0009", "Die Antwort ist groesser als erlaubt.", "Antwort pruefen oder die Grenze anheben."),
    INHALT(
            "OZG-HTTP-0010",
            "Der zu sendende Inhalt war nicht lesbar.",
            "Quelle des Inhalts pruefen, dann erneut versuchen."),
    UNTERBROCHEN("OZG-HTTP-0011", "Der Aufruf wurde von innen abgebrochen.", "Spaeter erneut versuchen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    HttpFehler(String code, String bedeutung, String abhilfe) {
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
