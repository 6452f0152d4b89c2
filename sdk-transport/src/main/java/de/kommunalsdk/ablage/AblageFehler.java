/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the drop directory. */
public enum AblageFehler implements Fehlercode {
    SCHREIBEN(
            "OZG-ABLAGE-0001",
            "Das Ablageverzeichnis nimmt nichts auf.",
            "Freien Platz und Dateisystem pruefen; die Uebermittlung wird von selbst wiederholt."),
    KEIN_ZUGRIFF(
            "OZG-ABLAGE-0002",
            "Im Ablageverzeichnis darf nicht geschrieben werden.",
            "Rechte des Verzeichnisses pruefen; die Uebermittlung wird von selbst wiederholt."),
    PRUEFSUMME(
            "OZG-ABLAGE-0003",
            "Ein Teil des Pakets hat nicht die angekuendigte Laenge oder Pruefsumme.",
            "Speicher der Anlagen pruefen, dann den Klaerungsfall wiederholen."),
    DATEINAME(
            "OZG-ABLAGE-0004",
            "Ein Name im Paket ist nicht erlaubt oder kommt doppelt vor.",
            "Den Ersteller des Pakets berichtigen, dann den Klaerungsfall wiederholen."),
    DATEISYSTEM(
            "OZG-ABLAGE-0005",
            "Das Dateisystem des Ablageverzeichnisses kann nicht, was eine vollstaendige und einmalige Uebergabe braucht.",
            "Das Ablageverzeichnis auf ein lokales Dateisystem oder NFS legen und von dort abholen lassen (SMB-Freigaben"
                    + " koennen oft keine festen Verknuepfungen); die Uebermittlung wird von selbst wiederholt.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    AblageFehler(String code, String bedeutung, String abhilfe) {
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
