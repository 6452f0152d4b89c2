/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schluessel;

import de.kommunalsdk.error.Fehlercode;

/** Codes of checking keys. */
public enum SchluesselFehler implements Fehlercode {
    DVDV_FORM(
            "OZG-SCHLUESSEL-0001",
            "Ein DVDV-Schlüssel besteht aus Präfix, Doppelpunkt und Ziffern.",
            "Den Schlüssel so schreiben, wie er im DVDV steht, zum Beispiel bab:05913000."),
    DVDV_PRAEFIX(
            "OZG-SCHLUESSEL-0002",
            "Das Präfix steht nicht in der Liste der DVDV-Präfixe.",
            "Das Präfix prüfen; es kann neuer sein als die Liste."),
    DVDV_ZIFFERN(
            "OZG-SCHLUESSEL-0003",
            "Die Ziffern des DVDV-Schlüssels haben nicht die für dieses Präfix eingestellte Form.",
            "Einen AGS mit 8 oder einen ARS mit 12 Ziffern angeben, wie eingestellt."),
    ARS_FORM(
            "OZG-SCHLUESSEL-0004",
            "Ein Regionalschlüssel (ARS) hat genau 12 Ziffern.",
            "Den ARS mit führender Null als Text angeben."),
    AGS_FORM(
            "OZG-SCHLUESSEL-0005",
            "Ein Gemeindeschlüssel (AGS) hat genau 8 Ziffern.",
            "Den AGS mit führender Null als Text angeben."),
    GEMEINDE_UNBEKANNT(
            "OZG-SCHLUESSEL-0006",
            "Keine Gemeinde hat diesen Schlüssel.",
            "Den Schlüssel im Gemeindeverzeichnis nachschlagen; Gemeinden ändern sich."),
    LAND_NICHT_GEFUEHRT(
            "OZG-SCHLUESSEL-0007",
            "Für das Land dieses Schlüssels liegt kein Gemeindeverzeichnis vor; geprüft ist nur die Form.",
            "Den Schlüssel im Gemeindeverzeichnis des Landes nachschlagen."),
    LEISTUNG_FORM(
            "OZG-SCHLUESSEL-0008",
            "Ein Leistungsschlüssel hat 14 Ziffern und beginnt mit 99.",
            "Den Schlüssel der Leistung aus dem FIM-Portal übernehmen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    SchluesselFehler(String code, String bedeutung, String abhilfe) {
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
