/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.error.Fehlercode;

/** Codes of asking others for their consent. */
public enum BeteiligungFehler implements Fehlercode {
    LINK_UNBEKANNT(
            "OZG-BETEILIGT-0001",
            "Einen Link fuer Beteiligte gibt es hier nicht: falsch, ersetzt, oder der Antrag wurde geloescht.",
            "Den vollstaendigen Link oeffnen oder die antragstellende Person um einen neuen bitten."),
    LINK_BENUTZT(
            "OZG-BETEILIGT-0002",
            "Ein Link fuer Beteiligte wurde schon eingeloest.",
            "Im selben Browser weitermachen oder die antragstellende Person um einen neuen Link bitten."),
    FREMDER_BROWSER(
            "OZG-BETEILIGT-0003",
            "Eine Beteiligung gehoert nicht zu diesem Browser, oder ihr Link wurde ersetzt.",
            "Den Link der Nachricht oeffnen oder die antragstellende Person um einen neuen bitten."),
    ABGELAUFEN(
            "OZG-BETEILIGT-0004",
            "Die Frist fuer eine Zustimmung ist vorbei.",
            "Die antragstellende Person kann erneut um Zustimmung bitten."),
    ZURUECKGEZOGEN(
            "OZG-BETEILIGT-0005",
            "Eine Zustimmung wird nicht mehr gebraucht: Der Antrag wurde geaendert oder zurueckgenommen, oder jemand hat abgelehnt.",
            "Nichts zu tun; fuer geaenderte Angaben kommt ein neuer Link."),
    ENTSCHIEDEN(
            "OZG-BETEILIGT-0006",
            "Ueber eine Zustimmung ist schon anders entschieden.",
            "Die antragstellende Person kann erneut um Zustimmung bitten."),
    GEAENDERT(
            "OZG-BETEILIGT-0007",
            "Was ein Beteiligter gesehen hat, ist nicht mehr der gespeicherte Stand.",
            "Die Seite noch einmal lesen und dann entscheiden."),
    NIVEAU(
            "OZG-BETEILIGT-0008",
            "Ein Beteiligter ist nicht hoch genug angemeldet.",
            "Mit dem verlangten Vertrauensniveau anmelden."),
    ZU_VIELE_VERSUCHE(
            "OZG-BETEILIGT-0009",
            "Zu viele Versuche mit Links fuer Beteiligte, oder zu viele Nachrichten an sie.",
            "Zehn Minuten warten, bei Nachrichten einen Tag."),
    LAEUFT(
            "OZG-BETEILIGT-0010",
            "Ein Antrag liegt gerade anderen zur Zustimmung vor, oder er wurde inzwischen geaendert.",
            "Die Seite des Antrags neu oeffnen."),
    INHALT("OZG-BETEILIGT-0011", "Eine gespeicherte Beteiligung ist nicht lesbar.", "Version des SDK pruefen."),
    KONTO_VERGEBEN(
            "OZG-BETEILIGT-0012",
            "Das Konto gehoert schon der antragstellenden Person oder einem anderen Beteiligten desselben Antrags.",
            "Mit dem eigenen Konto der Person anmelden, die zustimmen soll.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    BeteiligungFehler(String code, String bedeutung, String abhilfe) {
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
