/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading XDatenfelder. */
public enum XdfFehler implements Fehlercode {
    NAMENSRAUM(
            "OZG-XDF-0001",
            "Das Dokument ist kein XDatenfelder 2 oder 3.0.0.",
            "Das Schema im FIM-Portal als XDatenfelder 2 oder 3.0.0 herunterladen."),
    XDF1(
            "OZG-XDF-0002",
            "XDatenfelder 1 wird nicht gelesen.",
            "Das Schema im FIM-Portal als XDatenfelder 2 oder 3.0.0 herunterladen."),
    KEIN_STAMMDATENSCHEMA(
            "OZG-XDF-0003",
            "Die Datei enthält kein Stammdatenschema.",
            "Die Nachricht xdatenfelder.stammdatenschema.0102 verwenden."),
    PFLICHT_FEHLT("OZG-XDF-0004", "Eine Pflichtangabe fehlt oder ist leer.", "Die genannte Angabe ergänzen."),
    DOPPELTE_ANGABE(
            "OZG-XDF-0005", "Eine Angabe, die nur einmal stehen darf, steht zweimal.", "Eine der beiden entfernen."),
    UNBEKANNTE_ANGABE(
            "OZG-XDF-0006",
            "Ein Element ist hier nicht vorgesehen; es wird übergangen.",
            "Schreibweise und Version des Standards prüfen."),
    UNBEKANNTER_CODE(
            "OZG-XDF-0007", "Der Code steht nicht in der Codeliste.", "Einen Code der genannten Codeliste verwenden."),
    ANZAHL(
            "OZG-XDF-0008",
            "Die Multiplizität ist ungültig.",
            "Eine Angabe wie 1:1, 0:1, 0:* oder 2:5 verwenden; die erste Zahl ist höchstens so groß wie die zweite."),
    WERT("OZG-XDF-0009", "Ein Wert hat die falsche Form.", "Eine Zahl oder ein Datum verwenden, wie gemeldet."),
    PRAEZISIERUNG(
            "OZG-XDF-0010",
            "Die Präzisierung ist nicht lesbar.",
            "Ein JSON-Objekt mit minLength, maxLength, minValue, maxValue und pattern verwenden."),
    WIDERSPRUCH(
            "OZG-XDF-0011",
            "Dieselbe Kennung und Version steht mit verschiedenem Inhalt im Schema.",
            "Die Elemente angleichen oder eine neue Version vergeben."),
    ZIRKELBEZUG(
            "OZG-XDF-0012", "Eine Datenfeldgruppe enthält sich selbst.", "Die Gruppe aus ihrer Untergruppe entfernen."),
    MUSTER_NICHT_ERLAUBT(
            "OZG-XDF-0013",
            "Das Muster (pattern) enthält etwas, das hier nicht erlaubt ist.",
            "Vor- und Rückschau, Rückverweise und Schalter durch einen einfachen Ausdruck ersetzen."),
    MUSTER_UNGUELTIG(
            "OZG-XDF-0014",
            "Das Muster (pattern) ist kein gültiger regulärer Ausdruck.",
            "Klammern und Wiederholungen im Muster prüfen."),
    MUSTER_ZU_GROSS(
            "OZG-XDF-0040",
            "Das Muster (pattern) ist zu groß.",
            "Wiederholungen {...} verkleinern; die Länge eines Textes mit minLength und maxLength begrenzen."),
    MUSTER_ZU_TIEF("OZG-XDF-0041", "Das Muster (pattern) ist zu tief verschachtelt.", "Klammern im Muster auflösen."),
    ZU_VIELE_PROBLEME(
            "OZG-XDF-0015",
            "Weitere Probleme werden nicht mehr genannt.",
            "Die genannten Probleme beheben und erneut prüfen."),
    MEHRDEUTIG(
            "OZG-XDF-0016",
            "Ein Element steht zweimal in derselben Gruppe; eine Antwort wäre nicht zuzuordnen.",
            "Das Element einmal mit höherer Multiplizität verwenden oder eine Untergruppe bilden."),
    NICHT_3_0_0(
            "OZG-XDF-0017",
            "Das Schema ist kein XDatenfelder 3.0.0.",
            "Das Schema zuerst nach XDatenfelder 3.0.0 umwandeln."),
    NICHT_UMWANDELBAR(
            "OZG-XDF-0018",
            "Eine Angabe aus XDatenfelder 2 hat keine eindeutige Entsprechung in XDatenfelder 3.0.0.",
            "Die genannte Angabe in der Quelle ergänzen oder berichtigen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    XdfFehler(String code, String bedeutung, String abhilfe) {
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
