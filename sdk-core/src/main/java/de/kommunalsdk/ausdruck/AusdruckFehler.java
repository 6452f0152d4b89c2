/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading expressions. */
public enum AusdruckFehler implements Fehlercode {
    SYNTAX(
            "OZG-AUSDRUCK-0001",
            "Ein Ausdruck ist an der genannten Stelle nicht verständlich.",
            "Die genannte Stelle berichtigen."),
    ZU_LANG("OZG-AUSDRUCK-0002", "Ein Ausdruck ist zu lang.", "Den Ausdruck kürzen oder auf Berechnungen verteilen."),
    ZU_TIEF(
            "OZG-AUSDRUCK-0003",
            "Ein Ausdruck ist zu tief verschachtelt.",
            "Den Ausdruck vereinfachen oder auf Berechnungen verteilen."),
    NAME_UNBEKANNT(
            "OZG-AUSDRUCK-0004",
            "Ein Name in einem Ausdruck steht für kein Element.",
            "Kennungen des Schemas verwenden, durch Punkte verbunden; Text steht in geraden Anführungszeichen."),
    NAME_MEHRDEUTIG(
            "OZG-AUSDRUCK-0005",
            "Ein Name in einem Ausdruck passt auf mehrere Elemente.",
            "Den Namen nach vorn verlängern."),
    FUNKTION_UNBEKANNT(
            "OZG-AUSDRUCK-0006", "Eine Funktion ist unbekannt.", "Eine Funktion aus der Dokumentation verwenden."),
    STELLIGKEIT(
            "OZG-AUSDRUCK-0007",
            "Eine Funktion hat die falsche Zahl von Argumenten.",
            "Die Argumente ergänzen oder entfernen."),
    TYP(
            "OZG-AUSDRUCK-0008",
            "Die Typen in einem Ausdruck passen nicht zusammen.",
            "Einen Wert vom verlangten Typ verwenden."),
    MEHRERE_WERTE(
            "OZG-AUSDRUCK-0009",
            "Ein Name führt in eine Wiederholung und hat mehrere Werte.",
            "sum, count, min, max, mean, some oder every verwenden."),
    KONSTANTE(
            "OZG-AUSDRUCK-0010",
            "Ein fester Wert ist nicht erlaubt.",
            "Zahlen mit höchstens 30 Stellen vor und nach dem Punkt, Tage wie 2026-11-23 und Dauern wie P14D verwenden."),
    DIVISION_DURCH_NULL(
            "OZG-AUSDRUCK-0011", "Durch 0 wird geteilt; das Ergebnis ist nie bekannt.", "Den Teiler berichtigen."),
    CODE_UNBEKANNT(
            "OZG-AUSDRUCK-0012",
            "Ein Code steht nicht unter den Werten des Feldes; der Vergleich trifft nie zu.",
            "Einen Code des Feldes verwenden."),
    ZU_VIELE_PROBLEME(
            "OZG-AUSDRUCK-0013",
            "Weitere Probleme eines Ausdrucks werden nicht genannt.",
            "Die genannten Probleme beheben und erneut prüfen."),
    ZIRKEL("OZG-AUSDRUCK-0014", "Berechnungen hängen im Kreis voneinander ab.", "Eine der Berechnungen ändern."),
    ZIEL(
            "OZG-AUSDRUCK-0015",
            "Dieses Element kann nicht berechnet werden.",
            "Ein einzelnes Feld nennen, das weder Datei noch Text ist und nicht selbst wiederholt wird.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    AusdruckFehler(String code, String bedeutung, String abhilfe) {
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
