/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.config;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading YAML files. */
public enum ConfigFehler implements Fehlercode {
    SYNTAX(
            "OZG-CONFIG-0001",
            "Die Datei ist kein gueltiges YAML.",
            "Zeile und Spalte pruefen, Einrueckung mit Leerzeichen."),
    PFLICHT_FEHLT("OZG-CONFIG-0002", "Eine Pflichtangabe fehlt.", "Den genannten Schluessel ergaenzen."),
    UNBEKANNT(
            "OZG-CONFIG-0003",
            "Ein Schluessel ist hier nicht vorgesehen.",
            "Schreibweise pruefen oder Schluessel entfernen."),
    FALSCHE_FORM(
            "OZG-CONFIG-0004",
            "Hier wird eine andere Form erwartet.",
            "Text, Liste oder Abbildung verwenden, wie gemeldet."),
    FALSCHER_WERT("OZG-CONFIG-0005", "Der Wert ist nicht erlaubt.", "Einen der gemeldeten Werte verwenden."),
    ZU_GROSS("OZG-CONFIG-0006", "Die Datei ist zu gross oder zu tief verschachtelt.", "Datei aufteilen oder kuerzen."),
    DOPPELT("OZG-CONFIG-0007", "Ein Schluessel steht zweimal.", "Einen der beiden entfernen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    ConfigFehler(String code, String bedeutung, String abhilfe) {
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
