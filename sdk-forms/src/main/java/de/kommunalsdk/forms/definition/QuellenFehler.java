/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.error.Fehlercode;

/** Codes of prefill and look-ups: of their entries in dienst.yaml, and of what happens when they are used. */
public enum QuellenFehler implements Fehlercode {
    ANGABE(
            "OZG-QUELLE-0001",
            "Eine Vorbelegung oder Abfrage ist unvollstaendig oder doppelt.",
            "Die genannte Angabe in dienst.yaml berichtigen."),
    PORT_FEHLT(
            "OZG-QUELLE-0002",
            "Ein Dienst nennt ein Register oder eine Datenabfrage, die das Portal nicht hat.",
            "Am Builder angeben (register, datenabfrage) oder dienst.yaml berichtigen."),
    NAME_UNBEKANNT(
            "OZG-QUELLE-0003",
            "Ein Register oder eine Datenabfrage kennt einen Namen nicht, den dienst.yaml nennt, oder braucht einen, der fehlt.",
            "Die Namen verwenden, die der Port nennt."),
    FELD(
            "OZG-QUELLE-0004",
            "Ein Feld kann nicht vorbelegt oder abgefragt werden.",
            "Nur einzelne Eingabe- und Auswahlfelder ausserhalb wiederholter Gruppen nennen, jedes einmal."),
    EINGABETYP(
            "OZG-QUELLE-0005",
            "Ein Feld hat einen anderen Typ, als die Datenabfrage braucht.",
            "Ein Feld des verlangten Typs nennen."),
    NICHT_GEFUNDEN("OZG-QUELLE-0010", "Eine Quelle hat keine Daten zu den Angaben.", "Die Angaben selbst eintragen."),
    GESTOERT(
            "OZG-QUELLE-0011",
            "Eine Quelle antwortet nicht oder mit einem Fehler.",
            "Die Angaben selbst eintragen; Betreiber: den Port pruefen."),
    FRIST(
            "OZG-QUELLE-0012",
            "Eine Quelle hat nicht rechtzeitig geantwortet.",
            "Die Angaben selbst eintragen; Betreiber: den Port pruefen oder frist_ms erhoehen."),
    UEBERLAST(
            "OZG-QUELLE-0013",
            "Eine Quelle hat zu viele offene Anfragen.",
            "Die Angaben selbst eintragen; Betreiber: pruefen, warum der Port haengt."),
    ZU_GROSS(
            "OZG-QUELLE-0014",
            "Eine Quelle hat mehr geschickt, als angenommen wird.",
            "Die Angaben selbst eintragen; Betreiber: den Port pruefen."),
    NIVEAU(
            "OZG-QUELLE-0015",
            "Angaben einer Quelle sind weniger sicher, als der Dienst verlangt.",
            "Mit einem hoeheren Vertrauensniveau anmelden oder die Angaben selbst eintragen."),
    WERT(
            "OZG-QUELLE-0016",
            "Angaben einer Quelle passen nicht zu ihrem Feld.",
            "Die Angaben selbst eintragen; Betreiber: die Zuordnung in dienst.yaml pruefen."),
    EINGABE_FEHLT(
            "OZG-QUELLE-0017",
            "Angaben fehlen, ohne die eine Quelle nicht gefragt werden kann.",
            "Die Angaben eintragen, dann noch einmal abfragen."),
    EINWILLIGUNG(
            "OZG-QUELLE-0018",
            "Eine Einwilligung passt nicht zu dem Text, der gilt, oder nennt eine unbekannte Quelle.",
            "Den Text auf der Seite lesen und neu entscheiden."),
    ZU_OFT("OZG-QUELLE-0019", "Fuer einen Entwurf wurde zu oft abgefragt.", "Zehn Minuten warten."),
    NUTZER(
            "OZG-QUELLE-0020",
            "Das Portal kann nicht sagen, wer angemeldet ist.",
            "Betreiber: die Nutzerquelle pruefen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    QuellenFehler(String code, String bedeutung, String abhilfe) {
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
