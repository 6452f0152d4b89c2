/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.error.Fehlercode;

/** Codes of reading, keeping and using code lists. */
public enum CodelisteFehler implements Fehlercode {
    KEINE_CODELISTE(
            "OZG-CODELISTE-0001",
            "Das Dokument ist keine Codeliste im Format genericode 1.0.",
            "Die Codeliste im XRepository im Format genericode herunterladen."),
    PFLICHT_FEHLT(
            "OZG-CODELISTE-0002",
            "Eine Pflichtangabe fehlt oder ist leer.",
            "Die genannte Angabe in der Liste ergänzen."),
    SCHLUESSEL_FEHLT(
            "OZG-CODELISTE-0003",
            "Die Codeliste hat keinen Schlüssel aus genau einer Spalte.",
            "Ein Key-Element mit einem ColumnRef auf die Spalte der Codes ergänzen."),
    LEER("OZG-CODELISTE-0004", "Die Codeliste hat keine Einträge.", "Die vollständige Liste herunterladen."),
    SCHLUESSELWERT_FEHLT(
            "OZG-CODELISTE-0005", "Eine Zeile hat keinen Wert in der Schlüsselspalte.", "Den Code der Zeile ergänzen."),
    SCHLUESSEL_DOPPELT(
            "OZG-CODELISTE-0006",
            "Ein Wert steht in der Schlüsselspalte zweimal.",
            "Eine der beiden Zeilen entfernen oder die richtige Spalte als Schlüssel nennen."),
    SPALTE_DOPPELT(
            "OZG-CODELISTE-0007", "Zwei Spalten haben dieselbe Kennung (Id).", "Jeder Spalte eine eigene Id geben."),
    UNBEKANNTE_SPALTE(
            "OZG-CODELISTE-0008",
            "Eine Spalte wird genannt, die die Codeliste nicht hat.",
            "Kennung der Spalte mit den Column-Elementen vergleichen."),
    WERT_DOPPELT(
            "OZG-CODELISTE-0009",
            "Eine Zeile hat zwei Werte für dieselbe Spalte.",
            "Einen der beiden Werte entfernen."),
    WERT_FEHLT(
            "OZG-CODELISTE-0010",
            "Eine Zeile hat keinen Wert in einer Spalte, die einen verlangt.",
            "Den Wert ergänzen oder die Spalte als optional kennzeichnen."),
    WERT_KEIN_TEXT(
            "OZG-CODELISTE-0011",
            "Ein zusammengesetzter Wert (ComplexValue) wird nicht gelesen.",
            "Den Wert als SimpleValue angeben."),
    NEBENSCHLUESSEL_DOPPELT(
            "OZG-CODELISTE-0012",
            "Ein weiterer Schlüssel der Liste ist nicht eindeutig; er wird nicht als Schlüssel verwendet.",
            "Die Liste vom Herausgeber berichtigen lassen."),
    VERSION_URN(
            "OZG-CODELISTE-0013",
            "Die CanonicalVersionUri ist nicht CanonicalUri, Unterstrich und Version.",
            "Die Liste vom Herausgeber berichtigen lassen; verwendet werden CanonicalUri und Version."),
    EXTERNER_VERWEIS(
            "OZG-CODELISTE-0014",
            "Die Codeliste verweist auf Spalten oder Schlüssel in einer anderen Datei.",
            "Eine Liste mit eigenen Spalten verwenden; es wird nichts nachgeladen."),
    ZU_VIELE_ZEILEN(
            "OZG-CODELISTE-0015", "Die Codeliste hat zu viele Einträge.", "Die Liste teilen oder die Grenze beachten."),
    ZU_VIELE_SPALTEN("OZG-CODELISTE-0016", "Die Codeliste hat zu viele Spalten.", "Nicht benötigte Spalten entfernen."),
    ZU_VIELE_PROBLEME(
            "OZG-CODELISTE-0017",
            "Weitere Probleme werden nicht mehr genannt.",
            "Die genannten Probleme beheben und erneut prüfen."),
    LISTE_FEHLT(
            "OZG-CODELISTE-0018",
            "Die Codeliste ist nicht installiert.",
            "Die Liste mit \"codeliste install\" installieren."),
    VERSION_FEHLT(
            "OZG-CODELISTE-0019",
            "Die Codeliste ist nicht in der verlangten Version installiert.",
            "Die verlangte Version mit \"codeliste install\" installieren."),
    UNBEKANNTER_CODE(
            "OZG-CODELISTE-0020",
            "Der Code steht nicht in der Codeliste.",
            "Einen Code der genannten Liste und Version verwenden."),
    ANDERER_INHALT(
            "OZG-CODELISTE-0021",
            "Unter derselben URN und Version ist ein anderer Inhalt installiert.",
            "Herkunft beider Dateien prüfen; erst dann mit --force ersetzen."),
    ABLAGE(
            "OZG-CODELISTE-0022",
            "Das Verzeichnis der Codelisten konnte nicht gelesen oder geschrieben werden.",
            "Pfad und Rechte prüfen."),
    ZWEIMAL_DA(
            "OZG-CODELISTE-0023",
            "Dieselbe Liste in derselben Version liegt hier schon in einer anderen Datei; diese Datei zählt nicht.",
            "Eine der beiden Dateien entfernen."),
    VERAENDERT(
            "OZG-CODELISTE-0024",
            "Eine installierte Codeliste ist nicht mehr lesbar oder eine andere geworden.",
            "Die Liste neu installieren."),
    KENNUNG(
            "OZG-CODELISTE-0025",
            "URN oder Version der Codeliste ist zu lang oder enthält Leerraum.",
            "Die Liste im XRepository erneut herunterladen."),
    FALSCHE_STELLE(
            "OZG-CODELISTE-0026",
            "Ein Teil der Codeliste steht zweimal oder an falscher Stelle.",
            "Identification, ColumnSet und SimpleCodeList je einmal und in dieser Reihenfolge angeben.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    CodelisteFehler(String code, String bedeutung, String abhilfe) {
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
