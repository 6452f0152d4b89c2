/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp;

import de.kommunalsdk.error.Fehlercode;

/** Why a file is not taken. */
public enum DateiFehler implements Fehlercode {
    TYP(
            "OZG-DATEI-0001",
            "Eine Datei hat einen Typ, der nicht erlaubt ist.",
            "Eine Datei eines erlaubten Typs senden."),
    UMBENANNT(
            "OZG-DATEI-0002",
            "Endung, Inhalt und angegebener Typ einer Datei passen nicht zusammen.",
            "Die Datei im richtigen Programm neu speichern; sie nicht nur umbenennen."),
    GEMISCHT(
            "OZG-DATEI-0003",
            "Eine Datei ist zugleich eine Datei eines zweiten Typs.",
            "Den Inhalt in eine neue Datei speichern, zum Beispiel als PDF."),
    KAPUTT(
            "OZG-DATEI-0004",
            "Eine Datei ist beschaedigt oder nicht so aufgebaut, wie ihr Typ verlangt.",
            "Die Datei oeffnen und neu speichern."),
    ARCHIV(
            "OZG-DATEI-0005",
            "Ein Archiv oder Office-Dokument ueberschreitet die Grenzen (Eintraege, Tiefe, entpackte Groesse).",
            "Die Dateien einzeln oder als PDF senden."),
    ARCHIV_PFAD(
            "OZG-DATEI-0006",
            "Ein Archiv enthaelt einen Pfad, der aus ihm herausfuehrt, oder eine Verknuepfung.",
            "Das Archiv aus den Dateien neu erstellen."),
    VERSCHLUESSELT(
            "OZG-DATEI-0007",
            "Ein Archiv ist mit einem Kennwort geschuetzt.",
            "Die Datei ohne Kennwortschutz speichern."),
    PIXEL("OZG-DATEI-0008", "Ein Bild hat zu viele Pixel.", "Das Bild verkleinern."),
    ZEICHEN(
            "OZG-DATEI-0009",
            "Eine Textdatei enthaelt Zeichen, die keine Schrift sind, oder ist anders als UTF-8 gespeichert.",
            "Die Datei als UTF-8 speichern.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    DateiFehler(String code, String bedeutung, String abhilfe) {
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
