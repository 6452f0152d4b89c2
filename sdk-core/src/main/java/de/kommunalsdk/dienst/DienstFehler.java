/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading OZG-Dienste. */
public enum DienstFehler implements Fehlercode {
    NICHT_LESBAR("OZG-DIENST-0001", "Ein Dienst ist nicht lesbar.", "Pfad und Rechte pruefen."),
    FALSCHE_ANGABE(
            "OZG-DIENST-0002", "Eine Angabe der dienst.yaml ist nicht erlaubt.", "Die genannte Angabe berichtigen."),
    DATEI_FEHLT(
            "OZG-DIENST-0003",
            "Eine genannte Datei fehlt neben der dienst.yaml.",
            "Datei ergaenzen oder Namen berichtigen."),
    DOPPELT(
            "OZG-DIENST-0004",
            "Ein Dienst kommt in derselben Version zweimal vor.",
            "Einen der beiden entfernen oder die Version erhoehen."),
    UNBEKANNT("OZG-DIENST-0005", "Diesen Dienst gibt es hier nicht.", "Adresse pruefen."),
    GESTOERT(
            "OZG-DIENST-0006",
            "Dieser Dienst ist zurzeit nicht verfuegbar.",
            "Betreiber: dienst check nennt die Gruende.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    DienstFehler(String code, String bedeutung, String abhilfe) {
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
