/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading and checking translated rules. */
public enum RegelFehler implements Fehlercode {
    KEIN_JSON("OZG-REGEL-0001", "Die Regeldatei ist kein gültiges JSON in UTF-8.", "Die genannte Stelle berichtigen."),
    ZU_GROSS("OZG-REGEL-0002", "Die Regeldatei ist größer als 1 MiB.", "Nur die Regeln dieses Schemas aufnehmen."),
    ZU_TIEF(
            "OZG-REGEL-0003",
            "Eine Bedingung ist zu tief verschachtelt.",
            "Die Bedingung vereinfachen oder auf mehrere Regeln verteilen."),
    DOPPELTE_ANGABE("OZG-REGEL-0004", "Ein Schlüssel steht zweimal.", "Einen der beiden entfernen."),
    FORM("OZG-REGEL-0005", "Hier steht ein JSON-Wert der falschen Art.", "Die genannte Art verwenden."),
    UNBEKANNTE_ANGABE(
            "OZG-REGEL-0006",
            "Eine Regel hat eine unbekannte Angabe.",
            "Nur effect, target, message und condition verwenden."),
    PFLICHT_FEHLT("OZG-REGEL-0007", "Einer Regel fehlt eine Angabe.", "Die genannte Angabe ergänzen."),
    SCHLUESSEL(
            "OZG-REGEL-0008",
            "Ein Eintrag ist nicht nach einer Regel oder einem Element benannt.",
            "Die Kennung verwenden, bei Bedarf mit Version: R05999000001V1.0.0."),
    EFFECT("OZG-REGEL-0009", "Die Wirkung ist unbekannt.", "require, forbid oder valid verwenden."),
    OPERATOR(
            "OZG-REGEL-0010",
            "Der Operator ist unbekannt.",
            "equal, not, and, or, xor, is_empty oder identifier verwenden."),
    STELLIGKEIT(
            "OZG-REGEL-0011",
            "Ein Operator hat die falsche Zahl von Teilen.",
            "equal und xor brauchen zwei, and und or mindestens einen Teil, ein Objekt genau einen Operator."),
    IDENTIFIER(
            "OZG-REGEL-0012",
            "Ein Bezeichner hat die falsche Form.",
            "self, self.G... oder self.F... mit Schritten durch Punkte, oder land verwenden."),
    LITERAL(
            "OZG-REGEL-0013",
            "Ein fester Wert oder Text ist hier nicht erlaubt.",
            "Text ohne Steuerzeichen bis 1.000 Zeichen, eine Zahl, true oder false verwenden."),
    ZU_VIELE_REGELN("OZG-REGEL-0014", "Die Datei hat mehr als 5.000 Regeln.", "Regeln zusammenfassen."),
    ZU_VIELE_PROBLEME(
            "OZG-REGEL-0015",
            "Weitere Probleme werden nicht mehr genannt.",
            "Die genannten Probleme beheben und erneut prüfen."),
    EINTRAG_UNBEKANNT(
            "OZG-REGEL-0016",
            "Ein Eintrag steht für keine Regel und kein Element mit Regeln im Schema.",
            "Kennung und Version mit dem Schema vergleichen."),
    ELEMENT_UNBEKANNT(
            "OZG-REGEL-0017",
            "Ein Bezeichner führt zu keinem Element.",
            "Den Weg vom Element der Regel aus Schritt für Schritt angeben."),
    AUSSERHALB(
            "OZG-REGEL-0018",
            "Ein Bezeichner führt aus dem Element hinaus, zu dem die Regel gehört.",
            "Die Regel im Schema an einer Gruppe führen, die alle ihre Elemente enthält."),
    MEHRERE_WERTE(
            "OZG-REGEL-0019",
            "Ein Bezeichner führt durch eine Wiederholung und hat mehrere Werte.",
            "Die Regel im Schema an der wiederholten Gruppe führen oder is_empty verwenden."),
    TYP(
            "OZG-REGEL-0020",
            "Die Typen passen nicht zusammen.",
            "Einen Wert vom Typ des Feldes verwenden: Text, Zahl, true/false oder Datum wie 2026-11-23."),
    CODE_UNBEKANNT(
            "OZG-REGEL-0021",
            "Der Code steht nicht unter den Werten des Feldes; der Vergleich trifft nie zu.",
            "Einen Code des Feldes verwenden."),
    LAND_UNBEKANNT(
            "OZG-REGEL-0022",
            "Das Land ist unbekannt.",
            "Eines von BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH verwenden."),
    ZIRKEL(
            "OZG-REGEL-0023",
            "Regeln mit require oder forbid hängen im Kreis voneinander ab.",
            "Den Kreis auflösen, zum Beispiel durch eine Regel mit valid."),
    WIDERSPRUCH(
            "OZG-REGEL-0024",
            "Ein Element ist ohne Bedingung zugleich verlangt und verboten.",
            "Eine der beiden Regeln entfernen."),
    DOPPELT_UEBERSETZT(
            "OZG-REGEL-0025",
            "Eine Regel des Schemas ist in zwei Einträgen übersetzt.",
            "Einen der beiden Einträge entfernen."),
    NICHT_UEBERSETZT(
            "OZG-REGEL-0026",
            "Eine Regel des Schemas ist nur als Text da; sie wird nicht geprüft.",
            "Die Regel in regeln.json übersetzen, oder das Fachverfahren prüft sie."),
    DATEI("OZG-REGEL-0027", "Die Regeldatei ist nicht lesbar.", "Dateiname und Rechte prüfen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    RegelFehler(String code, String bedeutung, String abhilfe) {
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
