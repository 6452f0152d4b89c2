/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import de.kommunalsdk.error.Fehlercode;

/** Codes of checking messages of a standard. */
public enum PruefungFehler implements Fehlercode {
    SCHEMA_FEHLT(
            "OZG-PRUEFUNG-0001",
            "Zum Namensraum der Nachricht gibt es hier kein Schema.",
            "Namensraum prüfen oder die XSD-Dateien des Standards bereitstellen."),
    FALSCHE_VERSION(
            "OZG-PRUEFUNG-0002",
            "Die Nachricht gehört zu einer anderen Version des Standards als die vorhandenen Schemata.",
            "Die Nachricht in der genannten Version erzeugen oder die XSD-Dateien ihrer Version bereitstellen."),
    UNBEKANNTE_NACHRICHT(
            "OZG-PRUEFUNG-0003",
            "Der Standard kennt keine Nachricht mit diesem Wurzelelement.",
            "Den Namen des Wurzelelements mit dem Standard vergleichen."),
    VERSIONSANGABE(
            "OZG-PRUEFUNG-0004",
            "Die Nachricht nennt einen anderen Standard oder eine andere Version als ihr Schema.",
            "Die Attribute standard und version des Wurzelelements so setzen, wie das Schema es festlegt."),
    FELD_ZU_LANG(
            "OZG-PRUEFUNG-0005",
            "Ein Text ist länger, als geprüft wird.",
            "Den Text kürzen oder die Grenze der Prüfung anheben."),
    LISTENANGABE_FEHLT(
            "OZG-PRUEFUNG-0006",
            "Zu einem Code fehlt die Angabe der Codeliste oder ihrer Version.",
            "listURI und listVersionID angeben, soweit der Standard sie nicht festlegt."),
    LEERES_ELEMENT(
            "OZG-PRUEFUNG-0007",
            "Ein Element ist leer oder enthält nur Leerraum.",
            "Das Element weglassen oder füllen."),
    FACHREGEL(
            "OZG-PRUEFUNG-0008",
            "Die Nachricht verletzt eine Regel des Standards.",
            "Die genannte Regel im Standard nachlesen und die Angaben berichtigen."),
    SCHEMASATZ(
            "OZG-PRUEFUNG-0009",
            "Eine Datei ist als XML-Schema nicht verwendbar.",
            "Die XSD-Dateien des Standards vollständig und ohne DOCTYPE bereitstellen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    PruefungFehler(String code, String bedeutung, String abhilfe) {
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
