/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.error.Fehlercode;

/** Codes of drafts. */
public enum EntwurfFehler implements Fehlercode {
    ABGELAUFEN(
            "OZG-ENTWURF-0001",
            "Ein Entwurf ist abgelaufen und wurde geloescht.",
            "Den Antrag neu beginnen; die Frist steht in dienst.yaml unter entwurf.tage."),
    FASSUNG_WEG(
            "OZG-ENTWURF-0002",
            "Die Fassung des Formulars, mit der ein Entwurf begonnen wurde, gibt es nicht mehr, und er laesst sich nicht umstellen.",
            "Die alte Version des Dienstes wieder einspielen oder unter entwurf.migration angeben, wie ihre Entwuerfe zur neuen kommen."),
    FASSUNG_BEENDET(
            "OZG-ENTWURF-0003",
            "Mit dieser Fassung eines Dienstes beginnen keine neuen Antraege mehr.",
            "Eine neuere Version des Dienstes einspielen oder entwurf.ablauf aendern."),
    UMSTELLUNG(
            "OZG-ENTWURF-0004",
            "Eine Entwurfsmigration des Portals schlug fehl; der Entwurf ist unveraendert.",
            "Das Protokoll der Anwendung pruefen und die Klasse des Portals berichtigen."),
    MAILADRESSE(
            "OZG-ENTWURF-0005",
            "Eine E-Mail-Adresse ist nicht gueltig.",
            "Eine Adresse wie name@beispiel.de eingeben."),
    ZU_VIEL_POST(
            "OZG-ENTWURF-0006",
            "An eine Adresse oder zu einem Entwurf wurden zu viele E-Mails verlangt.",
            "Morgen noch einmal versuchen; der Code steht auf der Seite."),
    WAHL_FEHLT(
            "OZG-ENTWURF-0007",
            "Bei zwei verschiedenen Angaben ist nicht gewaehlt, welche gilt.",
            "Auf der Seite bei jeder Angabe waehlen."),
    AKTION_VERALTET(
            "OZG-ENTWURF-0008",
            "Ein Eintrag oder eine Datei sollte auf einer veralteten Seite entfernt werden; nichts wurde entfernt.",
            "Die Seite neu ansehen und dort entfernen."),
    ZU_SPAET(
            "OZG-ENTWURF-0009",
            "Angaben kamen an, als der Antrag schon abgesendet war.",
            "Die zustaendige Stelle ansprechen, wenn die Angaben wichtig sind.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    EntwurfFehler(String code, String bedeutung, String abhilfe) {
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
