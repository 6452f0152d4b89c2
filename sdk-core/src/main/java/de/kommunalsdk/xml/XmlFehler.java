/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading, checking and writing XML. */
public enum XmlFehler implements Fehlercode {
    SYNTAX("OZG-XML-0001", "Das Dokument ist kein wohlgeformtes XML.", "Die genannte Stelle im Dokument berichtigen."),
    DOCTYPE(
            "OZG-XML-0002",
            "Das Dokument enthält eine DOCTYPE-Angabe; sie ist nicht erlaubt.",
            "Die DOCTYPE-Angabe samt Entitäten entfernen."),
    ZU_VIELE_BYTES("OZG-XML-0003", "Das Dokument ist zu groß.", "Das Dokument verkleinern oder die Grenze anheben."),
    ZU_TIEF("OZG-XML-0004", "Das Dokument ist zu tief verschachtelt.", "Die Verschachtelung verringern."),
    ZU_VIELE_ELEMENTE("OZG-XML-0005", "Das Dokument hat zu viele Elemente.", "Das Dokument aufteilen."),
    TEXT_ZU_LANG("OZG-XML-0006", "Ein Text im Dokument ist zu lang.", "Den Text an der genannten Stelle kürzen."),
    ABGESCHNITTEN("OZG-XML-0007", "Das Dokument endet mitten im Inhalt.", "Das Dokument vollständig neu übertragen."),
    LESEFEHLER("OZG-XML-0008", "Das Dokument konnte nicht gelesen werden.", "Datei, Rechte und Datenträger prüfen."),
    SCHEMA_UNBRAUCHBAR(
            "OZG-XML-0009",
            "Das XML-Schema ist fehlerhaft oder verweist auf eine Datei, die nicht mitgegeben wurde.",
            "Alle eingebundenen Schemadateien mitgeben; es wird nichts nachgeladen."),
    NICHT_SCHEMAGUELTIG(
            "OZG-XML-0010",
            "Das Dokument entspricht nicht seinem XML-Schema.",
            "Die genannte Stelle mit dem Schema vergleichen."),
    VERBOTENES_ZEICHEN(
            "OZG-XML-0011",
            "Ein Text enthält ein Zeichen, das in XML nicht erlaubt ist.",
            "Steuerzeichen und unvollständige Zeichen aus dem Text entfernen."),
    SCHREIBFEHLER("OZG-XML-0012", "Das Dokument konnte nicht geschrieben werden.", "Ziel und Datenträger prüfen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    XmlFehler(String code, String bedeutung, String abhilfe) {
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
