/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.error.Fehlercode;

/** Codes of compiling a form. */
public enum FormFehler implements Fehlercode {
    SCHEMA_FEHLT("OZG-FORM-0001", "Das FIM-Schema des Dienstes ist nicht lesbar.", "Datei und Meldungen pruefen."),
    PFAD_UNBEKANNT(
            "OZG-FORM-0002",
            "Ein Pfad in dienst.yaml steht fuer kein Element.",
            "Kennungen des Schemas verwenden, durch Punkte verbunden."),
    PFAD_MEHRDEUTIG(
            "OZG-FORM-0003", "Ein Pfad in dienst.yaml passt auf mehrere Elemente.", "Den Pfad nach vorn verlaengern."),
    DOPPELT_PLATZIERT("OZG-FORM-0004", "Ein Element steht auf zwei Seiten.", "Eine der beiden Stellen entfernen."),
    NICHT_TEILBAR(
            "OZG-FORM-0005",
            "Teile einer wiederholten Gruppe oder Auswahlgruppe stehen einzeln.",
            "Die ganze Gruppe auf eine Seite setzen."),
    SEITE("OZG-FORM-0006", "Eine Seite ist unvollstaendig.", "id, titel und mindestens ein Feld angeben."),
    BEDINGUNG(
            "OZG-FORM-0007",
            "Eine Bedingung ist nicht verstaendlich.",
            "feld mit gleich, ausgefuellt, kleiner oder juenger_als, oder nicht, alle, eine angeben."),
    CODELISTE_FEHLT(
            "OZG-FORM-0008",
            "Eine Codeliste, die das Schema nennt, ist nicht installiert.",
            "Codeliste installieren; im Testbetrieb wird sie durch eine synthetische ersetzt."),
    MUSTER(
            "OZG-FORM-0009",
            "Ein Muster des Schemas kann nicht geprueft werden.",
            "Beim Herausgeber des Schemas melden; das Feld wird ohne Muster geprueft."),
    NICHT_PLATZIERT(
            "OZG-FORM-0010",
            "Elemente des Schemas stehen auf keiner Seite.",
            "Sie werden auf einer letzten Seite abgefragt; besser einer Seite zuordnen."),
    EINGEFROREN(
            "OZG-FORM-0011",
            "Ein eingereichter Antrag passt nicht mehr zu seinem Dienst.",
            "Die Version des Dienstes wieder einspielen, dann den Klaerungsfall wiederholen."),
    ENTWURF("OZG-FORM-0012", "Ein gespeicherter Entwurf ist nicht lesbar.", "Version des SDK pruefen."),
    ZEICHEN(
            "OZG-FORM-0013",
            "Ein Wert enthaelt Zeichen, die DIN 91379 nicht vorsieht, oder ein Code ist nicht in Normalform; er koennte nie ankommen.",
            "Beim Herausgeber des Schemas melden und den Wert berichtigen."),
    LISTE_ZU_GROSS(
            "OZG-FORM-0014",
            "Eine Codeliste hat mehr Eintraege, als eine Auswahl auf einer Seite haben kann.",
            "Im Schema eine kleinere Liste nennen oder ein Textfeld verwenden."),
    FEST_OHNE_INHALT(
            "OZG-FORM-0015",
            "Das Schema verlangt ein gesperrtes oder verborgenes Feld und gibt ihm keinen Inhalt; niemand kann es ausfuellen.",
            "In dienst.yaml unter \"berechnungen\" den Inhalt angeben und beim Herausgeber des Schemas melden."),
    SCHRIFTFORM(
            "OZG-FORM-0020",
            "Ein Dienst ersetzt die Schriftform durch ein Nutzerkonto, und das Portal hat keines.",
            "In dienst.yaml \"schriftform: papier\" oder \"schriftform: keine\" setzen, wenn das Recht es erlaubt."),
    FELD_FREMD(
            "OZG-FORM-0021",
            "Eine Anfrage nennt ein Feld, das es im Formular nicht gibt.",
            "Ueber die Seiten des Portals gehen."),
    EINTRAG_FREMD(
            "OZG-FORM-0022",
            "Eine Anfrage nennt einen Eintrag, den es in einer Wiederholung nicht geben kann.",
            "Ueber die Seiten des Portals gehen."),
    ZU_VIELE_EINTRAEGE(
            "OZG-FORM-0023",
            "Eine Wiederholung hat mehr Eintraege, als erlaubt sind.",
            "Weitere Eintraege in einem weiteren Antrag stellen."),
    UEBERSPRUNGEN(
            "OZG-FORM-0024",
            "Eine Seite wurde aufgerufen, bevor eine fruehere ausgefuellt war.",
            "Die Seiten der Reihe nach ausfuellen."),
    FELDART(
            "OZG-FORM-0025",
            "Eine Angabe zu einem Feld passt nicht zu dessen Typ.",
            "Die Angabe in dienst.yaml entfernen oder das Feld berichtigen."),
    ABGELEHNT("OZG-FORM-0026", "Das Portal nimmt den Antrag so nicht an.", "Den Hinweis auf der Seite beachten."),
    HAKEN(
            "OZG-FORM-0027",
            "Ein Haken des Portals ist gescheitert.",
            "Das Protokoll des Portals pruefen; die Angaben sind gespeichert."),
    UMSTELLUNG(
            "OZG-FORM-0040",
            "Eine Angabe unter entwurf.migration nennt keine fruehere Version.",
            "Unter \"von\" eine Version nennen, die kleiner ist als die des Dienstes."),
    DRUCK(
            "OZG-FORM-0070",
            "Ein Formular oder die Zusammenfassung eines Antrags liess sich nicht als PDF erzeugen.",
            "Das Schriftstueck des Portals und sein Protokoll pruefen; ein Antrag wird von selbst noch einmal versucht."),
    SCHEMAVERLETZUNG(
            "OZG-FORM-0071",
            "Die Fachdaten eines Antrags erfuellen nicht, was das Schema seines Dienstes verlangt; sie werden so uebermittelt.",
            "Die genannten Felder pruefen; gesperrten ohne Inhalt gibt ihn dienst.yaml (OZG-FORM-0015)."),
    BETEILIGTE(
            "OZG-FORM-0050",
            "Eine Angabe unter \"beteiligte\" passt nicht zum Formular.",
            "Die genannte Angabe berichtigen."),
    BETEILIGTE_SEITEN(
            "OZG-FORM-0051",
            "Eine Seite kann nicht von einem Beteiligten ausgefuellt werden.",
            "Vorhandene Seiten ohne Dateien nennen, jede einmal, und der antragstellenden Person eine lassen."),
    BETEILIGTE_ANMELDUNG(
            "OZG-FORM-0052",
            "Ein Beteiligter muss sich hoeher anmelden, als es in einem Mandanten geht.",
            "Die Anmeldung einrichten (docs/anmeldung.md) oder unter \"beteiligte\" das \"vertrauensniveau\" senken, wenn die Leistung das erlaubt.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    FormFehler(String code, String bedeutung, String abhilfe) {
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
