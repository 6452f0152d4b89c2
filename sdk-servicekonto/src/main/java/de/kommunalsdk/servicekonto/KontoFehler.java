/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the login itself, whatever the account speaks. */
public enum KontoFehler implements Fehlercode {
    WUNSCH(
            "OZG-KONTO-0001",
            "Die Adresse der Anmeldung ist unvollständig oder zu alt.",
            "Die Anmeldung auf der Seite des Dienstes neu beginnen."),
    VORGANG(
            "OZG-KONTO-0002",
            "Zu dieser Antwort gibt es keine offene Anmeldung.",
            "Die Anmeldung neu beginnen; sie gilt 15 Minuten und nur einmal."),
    BROWSER(
            "OZG-KONTO-0003",
            "Die Antwort kommt aus einem anderen Browser als die Anmeldung.",
            "Die Anmeldung in diesem Browser neu beginnen und Cookies dieser Seite zulassen."),
    ANBIETER(
            "OZG-KONTO-0004",
            "Dieses Konto bietet das Portal nicht an.",
            "Am Builder von Servicekonto den Anbieter mit dieser Id angeben."),
    UNVERSCHLUESSELT(
            "OZG-KONTO-0005",
            "Die Anmeldung wurde ohne https aufgerufen.",
            "Das Portal nur über https anbieten; hinter einem Proxy muss der Server X-Forwarded-Proto auswerten. Ohne https geht es nur auf diesem Rechner."),
    KONTO_MELDET(
            "OZG-KONTO-0006",
            "Das Konto hat die Anmeldung abgelehnt.",
            "Den Status im Detail beim Betreiber des Kontos nachschlagen."),
    ANGABEN_FEHLEN(
            "OZG-KONTO-0007",
            "Dem Konto fehlt eine Angabe, die der Dienst verlangt.",
            "Die Angabe im Konto ergänzen, oder sich auf andere Weise anmelden."),
    ZU_GROSS(
            "OZG-KONTO-0008",
            "Die Antwort des Kontos ist zu groß.",
            "Die Anmeldung neu beginnen; kommt es wieder, den Betreiber des Kontos fragen."),
    ZU_VIELE("OZG-KONTO-0009", "Zu viele Anmeldungen wurden aus demselben Netz begonnen.", "Eine Minute warten."),
    GESPERRT(
            "OZG-KONTO-0010",
            "Dieses Konto ist im Portal nicht richtig eingerichtet und wird deshalb nicht benutzt.",
            "Die Fehler beheben, die beim Start im Protokoll stehen und die \"konto doctor\" zeigt; dann neu starten."),
    RECHNER(
            "OZG-KONTO-0011",
            "Die Antworten des Kontos kommen an einem anderen Rechner an, als das Portal heißt.",
            "Adresse für Antworten und basis_url des Mandanten vergleichen: der Rechnername muss derselbe sein, sonst fehlt dem Browser das Cookie der Anmeldung.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    KontoFehler(String code, String bedeutung, String abhilfe) {
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
