/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schriftstueck;

import de.kommunalsdk.error.Fehlercode;

/** Codes of making a PDF. */
public enum SchriftstueckFehler implements Fehlercode {
    VORLAGE(
            "OZG-PDF-0001",
            "Die Vorlage eines Schriftstücks ist kein erlaubtes XHTML.",
            "Die Vorlage an der genannten Stelle berichtigen; erlaubt sind Überschriften, Absätze, Listen, Tabellen und"
                    + " Bilder."),
    ZU_GROSS(
            "OZG-PDF-0002",
            "Ein Schriftstück ist zu groß.",
            "Weniger Inhalt oder Beilagen übergeben oder die Grenze anheben."),
    ZU_VIELE_SEITEN(
            "OZG-PDF-0003",
            "Ein Schriftstück hätte zu viele Seiten.",
            "Weniger Inhalt übergeben oder die Grenze anheben."),
    VERWEIS(
            "OZG-PDF-0004",
            "Die Vorlage eines Schriftstücks verweist nach außen.",
            "Bilder als data-URI mitgeben; Stile und Schriften werden nicht nachgeladen."),
    BILD(
            "OZG-PDF-0005",
            "Ein Bild in einem Schriftstück ist nicht lesbar oder zu groß.",
            "Ein PNG, JPEG oder SVG mit höchstens 4000 mal 4000 Bildpunkten und einem Alternativtext verwenden."),
    ZEICHEN_ERSETZT(
            "OZG-PDF-0006",
            "In einem Schriftstück wurden Zeichen sichtbar ersetzt, die seine Schriften nicht haben.",
            "Die angehängten Daten ansehen: Dort stehen die Zeichen unverändert."),
    AUSGELASTET(
            "OZG-PDF-0007",
            "Es werden zu viele Schriftstücke zugleich erzeugt.",
            "Später noch einmal versuchen; bei Dauer mehr zugleich erlauben."),
    SATZ(
            "OZG-PDF-0008",
            "Ein Schriftstück konnte nicht erzeugt werden.",
            "Protokoll der Anwendung prüfen und den Fall melden.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    SchriftstueckFehler(String code, String bedeutung, String abhilfe) {
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
