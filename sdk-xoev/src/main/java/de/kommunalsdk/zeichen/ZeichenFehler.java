/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import de.kommunalsdk.error.Fehlercode;

/** Why a character cannot stay. */
public enum ZeichenFehler implements Fehlercode {
    NICHT_NFC(
            "OZG-ZEICHEN-0001",
            "Ein Zeichen ist nicht in der zusammengesetzten Form NFC geschrieben.",
            "Den Text nach NFC normalisieren."),
    EMOJI("OZG-ZEICHEN-0002", "Der Text enthält ein Emoji oder Bildzeichen.", "Das Bildzeichen weglassen."),
    STEUERZEICHEN(
            "OZG-ZEICHEN-0003",
            "Der Text enthält ein Steuerzeichen, das hier nicht erlaubt ist.",
            "Das Steuerzeichen entfernen oder durch ein Leerzeichen ersetzen."),
    NICHT_VERGEBEN(
            "OZG-ZEICHEN-0004",
            "Der Text enthält eine Zeichennummer, die in Unicode nicht vergeben ist.",
            "Das Zeichen entfernen."),
    HALBES_ZEICHEN(
            "OZG-ZEICHEN-0005",
            "Der Text enthält die Hälfte eines Zeichens (einzelnes Surrogat).",
            "Den Text vollständig neu übernehmen."),
    PRIVATES_ZEICHEN(
            "OZG-ZEICHEN-0006",
            "Der Text enthält ein Zeichen aus dem privaten Bereich von Unicode.",
            "Ein Zeichen mit festgelegter Bedeutung verwenden."),
    SCHREIBRICHTUNG(
            "OZG-ZEICHEN-0007",
            "Der Text enthält ein unsichtbares Zeichen, das die Schreibrichtung ändert.",
            "Das unsichtbare Zeichen entfernen."),
    UNSICHTBAR(
            "OZG-ZEICHEN-0008",
            "Der Text enthält ein unsichtbares Formatzeichen.",
            "Das unsichtbare Zeichen entfernen."),
    KOMBINATION(
            "OZG-ZEICHEN-0009",
            "Ein Buchstabe trägt ein Zusatzzeichen, das DIN 91379 an ihm nicht kennt.",
            "Den Buchstaben ohne das Zusatzzeichen schreiben."),
    ANDERER_ZEICHENSATZ(
            "OZG-ZEICHEN-0010",
            "Das Zeichen gehört zu DIN 91379, aber nicht zum Datentyp dieses Textes.",
            "Die vorgeschlagene Schreibweise verwenden oder den Datentyp prüfen."),
    ANDERE_AUSGABE(
            "OZG-ZEICHEN-0011",
            "Das Zeichen kennt erst eine andere Ausgabe von DIN 91379.",
            "Die vorgeschlagene Schreibweise verwenden oder die Ausgabe prüfen."),
    NICHT_IN_DIN_91379(
            "OZG-ZEICHEN-0012", "Das Zeichen gehört nicht zu DIN 91379.", "Die vorgeschlagene Schreibweise verwenden.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    ZeichenFehler(String code, String bedeutung, String abhilfe) {
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
