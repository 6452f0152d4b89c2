/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.error.Fehlercode;

/** Codes of converting a schema and of checking answers against it. */
public enum SchemaFehler implements Fehlercode {
    MEHRDEUTIG(
            "OZG-SCHEMA-0001",
            "Ein Element steht zweimal in derselben Gruppe; daraus wird weder XSD noch JSON Schema.",
            "Das Element einmal mit höherer Multiplizität verwenden oder eine Untergruppe bilden."),
    ZU_GROSS(
            "OZG-SCHEMA-0002",
            "Das Schema hat mehr als 100.000 Elemente oder 100 Ebenen.",
            "Das Schema in kleinere Schemata teilen."),
    UNERFUELLBAR(
            "OZG-SCHEMA-0003",
            "Die Grenzen eines Feldes lassen keinen Wert zu.",
            "Die Präzisierung des Feldes berichtigen: die untere Grenze liegt nicht über der oberen."),
    FEHLT(
            "OZG-SCHEMA-0004",
            "Ein Element fehlt oder kommt zu selten vor.",
            "Das Element so oft angeben, wie das Schema es verlangt."),
    ZU_VIELE(
            "OZG-SCHEMA-0005",
            "Ein Element kommt öfter vor, als das Schema erlaubt.",
            "Die Wiederholungen auf die Multiplizität des Schemas begrenzen."),
    UNBEKANNT(
            "OZG-SCHEMA-0006",
            "Ein Wert gehört zu keinem Element des Schemas an dieser Stelle.",
            "Kennung und Schemaversion vergleichen."),
    AUSWAHL(
            "OZG-SCHEMA-0007",
            "In einer Auswahlgruppe ist nicht genau ein Element angegeben.",
            "Genau ein Element der Gruppe angeben, oder die Gruppe weglassen, wenn das Schema es erlaubt."),
    FALSCHE_ART(
            "OZG-SCHEMA-0008",
            "Ein Wert hat die falsche Art.",
            "Gruppen als Gruppenwert, Dateien als Anlagewert, alles andere als Feldwert angeben."),
    LEER("OZG-SCHEMA-0009", "Ein Wert ist leer.", "Was keinen Wert hat, weglassen."),
    FALSCHE_FORM(
            "OZG-SCHEMA-0010",
            "Ein Wert hat nicht die Form seines Datentyps.",
            "Zahlen mit Dezimalpunkt, Daten nach ISO 8601, Wahrheitswerte als true oder false angeben."),
    ZU_KURZ("OZG-SCHEMA-0011", "Ein Text ist kürzer, als das Schema verlangt.", "Den Text vervollständigen."),
    ZU_LANG("OZG-SCHEMA-0012", "Ein Text ist länger, als das Schema erlaubt.", "Den Text kürzen."),
    WERTEBEREICH(
            "OZG-SCHEMA-0013",
            "Eine Zahl oder ein Datum liegt außerhalb der Grenzen des Schemas.",
            "Einen Wert innerhalb der Grenzen angeben."),
    MUSTER("OZG-SCHEMA-0014", "Ein Text entspricht nicht dem Muster des Schemas.", "Den Text nach dem Muster angeben."),
    NICHT_IN_LISTE(
            "OZG-SCHEMA-0015", "Ein Code steht nicht in der Liste des Feldes.", "Einen Code der Liste verwenden."),
    VERBOTENES_ZEICHEN(
            "OZG-SCHEMA-0016",
            "Ein Text enthält ein Zeichen, das in XML nicht erlaubt ist.",
            "Steuerzeichen und unvollständige Zeichen entfernen."),
    ZU_VIELE_BEFUNDE(
            "OZG-SCHEMA-0017",
            "Weitere Befunde werden nicht mehr genannt.",
            "Die genannten Befunde beheben und erneut prüfen.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    SchemaFehler(String code, String bedeutung, String abhilfe) {
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
