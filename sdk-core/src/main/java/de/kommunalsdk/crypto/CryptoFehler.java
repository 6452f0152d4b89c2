/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import de.kommunalsdk.error.Fehlercode;

/** Codes of keys and encryption. */
public enum CryptoFehler implements Fehlercode {
    DATEI("OZG-CRYPTO-0001", "Die Schluesseldatei ist nicht lesbar.", "Pfad und Rechte pruefen."),
    FORM(
            "OZG-CRYPTO-0002",
            "Die Schluesseldatei hat nicht die erwartete Form.",
            "\"aktiv\" und unter \"schluessel\" mindestens einen Schluessel aus 32 Byte Base64 angeben."),
    RECHTE(
            "OZG-CRYPTO-0003",
            "Die Schluesseldatei ist fuer andere lesbar.",
            "Rechte auf den Besitzer beschraenken, zum Beispiel mit chmod 600."),
    UNBEKANNTER_SCHLUESSEL(
            "OZG-CRYPTO-0004",
            "Daten wurden mit einem Schluessel verschluesselt, der nicht im Schluesselbund ist.",
            "Den frueheren Schluessel wieder in die Schluesseldatei aufnehmen."),
    VERAENDERT(
            "OZG-CRYPTO-0005",
            "Verschluesselte Daten wurden veraendert oder gehoeren an eine andere Stelle.",
            "Datenbank aus einer Sicherung pruefen; die Daten werden nicht verwendet.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    CryptoFehler(String code, String bedeutung, String abhilfe) {
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
