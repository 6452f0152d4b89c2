/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the SAML service provider: why an answer is refused, and what is wrong with metadata or the own side. */
public enum SamlFehler implements Fehlercode {
    FORMULAR(
            "OZG-SAML-0001",
            "Die Antwort des Nutzerkontos kam nicht als POST-Formular mit genau einem Feld SAMLResponse.",
            "Die Anmeldung neu beginnen; kommt es wieder, Adresse und Bindung des ACS beim Betreiber des Nutzerkontos prüfen."),
    RELAYSTATE("OZG-SAML-0002", "Der RelayState ist keine Marke dieses Portals.", "Die Anmeldung neu beginnen."),
    ZU_GROSS(
            "OZG-SAML-0003",
            "Die Antwort des Nutzerkontos ist größer als 256 KiB.",
            "Die Anmeldung neu beginnen; kommt es wieder, den Betreiber des Nutzerkontos fragen."),
    BASE64(
            "OZG-SAML-0004",
            "Die Antwort des Nutzerkontos ist kein Base64.",
            "Die Anmeldung neu beginnen; ein Proxy darf das Formular nicht verändern."),
    XML(
            "OZG-SAML-0005",
            "Die Antwort des Nutzerkontos ist kein wohlgeformtes XML.",
            "Die Anmeldung neu beginnen; ein Proxy darf das Formular nicht verändern."),
    DOCTYPE(
            "OZG-SAML-0006",
            "Die Antwort des Nutzerkontos enthält eine DOCTYPE-Angabe.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    XML_GRENZE(
            "OZG-SAML-0007",
            "Die Antwort des Nutzerkontos ist tiefer, breiter oder hat mehr Elemente als erlaubt.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    KOMMENTAR(
            "OZG-SAML-0008",
            "Die Antwort des Nutzerkontos enthält einen Kommentar oder eine Verarbeitungsanweisung.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    NAMENSRAUM(
            "OZG-SAML-0009",
            "Die Antwort des Nutzerkontos hat einen relativen oder leeren Namensraum.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    DOPPELTE_ID(
            "OZG-SAML-0010",
            "Eine ID kommt in der Antwort des Nutzerkontos zweimal vor oder ist keine.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    WURZEL(
            "OZG-SAML-0011",
            "Das Dokument ist keine SAML-2.0-Antwort.",
            "Am ACS kommen nur Antworten an; Abmeldungen werden dort nicht angenommen."),
    ASSERTION_ANZAHL(
            "OZG-SAML-0012",
            "Die Antwort enthält nicht genau eine Assertion an der einen erlaubten Stelle.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    AUFBAU_ANTWORT(
            "OZG-SAML-0013",
            "Die Antwort ist nicht so aufgebaut, wie SAML 2.0 es verlangt.",
            "Die im Detail genannte Stelle dem Betreiber des Nutzerkontos melden."),
    AUFBAU_ASSERTION(
            "OZG-SAML-0014",
            "Die Assertion ist nicht so aufgebaut, wie SAML 2.0 es verlangt.",
            "Die im Detail genannte Stelle dem Betreiber des Nutzerkontos melden."),
    STATUS(
            "OZG-SAML-0015",
            "Der Status der Antwort fehlt oder ist keiner von SAML 2.0.",
            "Dem Betreiber des Nutzerkontos melden."),
    STATUS_MIT_ASSERTION(
            "OZG-SAML-0016",
            "Die Antwort meldet einen Fehler und enthält trotzdem eine Assertion, oder Erfolg ohne Assertion.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    SIGNATUR_ORT(
            "OZG-SAML-0017",
            "Eine Signatur steht an einer anderen Stelle als direkt in Antwort oder Assertion, oder dort mehrfach.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    SIGNATUR_AUFBAU(
            "OZG-SAML-0018",
            "Eine Signatur hat nicht die eine erlaubte Form.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    SIGNATURVERFAHREN(
            "OZG-SAML-0019",
            "Das Signaturverfahren ist nicht erlaubt.",
            "Erlaubt sind RSA-PSS, RSA und ECDSA mit SHA-256 und höher; das Nutzerkonto muss umstellen."),
    PRUEFSUMMENVERFAHREN(
            "OZG-SAML-0020",
            "Das Verfahren der Prüfsumme ist nicht erlaubt.",
            "Erlaubt sind SHA-256, SHA-384 und SHA-512; das Nutzerkonto muss umstellen."),
    TRANSFORMATION(
            "OZG-SAML-0021",
            "Die Signatur verlangt eine andere Umformung als enveloped-signature und exc-c14n.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    VERWEIS(
            "OZG-SAML-0022",
            "Die Signatur verweist nicht genau einmal auf das Element, in dem sie steht.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    SCHLUESSELVERWEIS(
            "OZG-SAML-0023",
            "Die Signatur verweist auf einen Schlüssel an anderer Stelle.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    SIGNATUR_FALSCH(
            "OZG-SAML-0024",
            "Die Signatur passt zu keinem Schlüssel aus den Metadaten des Nutzerkontos.",
            "Metadaten des Nutzerkontos auffrischen; kommt es wieder, ist es ein Angriff oder der Schlüsselwechsel wurde nicht veröffentlicht."),
    PRUEFSUMME_FALSCH(
            "OZG-SAML-0025",
            "Der signierte Inhalt wurde verändert.",
            "Das ist ein Angriff, oder ein Proxy verändert das Formular."),
    NICHT_SIGNIERT(
            "OZG-SAML-0027",
            "Die Stelle, die das Profil verlangt, ist nicht signiert.",
            "Der Simulator der BundID signiert nicht und wird nie angenommen; sonst dem Betreiber des Nutzerkontos melden."),
    NICHT_VERSCHLUESSELT(
            "OZG-SAML-0028",
            "Die Assertion ist nicht verschlüsselt, obwohl das Profil es verlangt.",
            "Zertifikat zur Verschlüsselung in den Metadaten des Portals beim Nutzerkonto hinterlegen."),
    VERSCHLUESSELUNG_AUFBAU(
            "OZG-SAML-0029",
            "Der verschlüsselte Teil hat nicht die erlaubte Form.",
            "Das ist ein Angriff oder ein Fehler des Nutzerkontos; dessen Betreiber melden."),
    VERSCHLUESSELUNGSVERFAHREN(
            "OZG-SAML-0030",
            "Das Verfahren der Verschlüsselung ist nicht erlaubt.",
            "Erlaubt sind AES-GCM und RSA-OAEP; das Nutzerkonto muss umstellen."),
    ENTSCHLUESSELUNG(
            "OZG-SAML-0031",
            "Der verschlüsselte Teil lässt sich nicht entschlüsseln.",
            "Prüfen, ob das Nutzerkonto das aktuelle Zertifikat des Portals hat; nach einem Wechsel den alten Schlüssel noch behalten."),
    AUSSTELLER(
            "OZG-SAML-0032",
            "Die Antwort stammt nicht von dem Nutzerkonto, bei dem angefragt wurde.",
            "entityID in den Metadaten des Nutzerkontos prüfen."),
    ZIEL(
            "OZG-SAML-0033",
            "Die Antwort ist an eine andere Adresse gerichtet.",
            "Adresse des ACS im Portal und beim Nutzerkonto vergleichen."),
    EMPFAENGER(
            "OZG-SAML-0034",
            "Die Bestätigung gilt für eine andere Adresse.",
            "Adresse des ACS im Portal und beim Nutzerkonto vergleichen."),
    ANFRAGE(
            "OZG-SAML-0035",
            "Die Antwort gehört nicht zu der Anfrage dieses Browsers.",
            "Die Anmeldung neu beginnen; unaufgeforderte Antworten werden nicht angenommen."),
    ZIELGRUPPE(
            "OZG-SAML-0036",
            "Die Assertion ist für einen anderen Dienst ausgestellt.",
            "entityID im Portal und beim Nutzerkonto vergleichen."),
    ZEITANGABE(
            "OZG-SAML-0037",
            "Eine Zeitangabe fehlt, ist keine oder steht, wo keine stehen darf.",
            "Dem Betreiber des Nutzerkontos melden."),
    ABGELAUFEN(
            "OZG-SAML-0038",
            "Die Antwort ist abgelaufen.",
            "Die Anmeldung neu beginnen; kommt es wieder, die Uhr des Servers prüfen."),
    NOCH_NICHT_GUELTIG(
            "OZG-SAML-0039",
            "Die Antwort gilt noch nicht.",
            "Die Uhr des Servers prüfen; mehr als 60 s Abweichung werden nicht hingenommen."),
    BESTAETIGUNG(
            "OZG-SAML-0040",
            "Die Assertion ist nicht genau einmal nach dem Verfahren bearer bestätigt.",
            "Dem Betreiber des Nutzerkontos melden."),
    WIEDERHOLUNG("OZG-SAML-0041", "Diese Antwort wurde schon einmal angenommen.", "Die Anmeldung neu beginnen."),
    NAMEID(
            "OZG-SAML-0042",
            "Die Assertion nennt nicht genau einen Benutzer, oder für einen anderen Dienst.",
            "Dem Betreiber des Nutzerkontos melden."),
    ANMELDEART(
            "OZG-SAML-0043",
            "Die Assertion nennt kein bekanntes Vertrauensniveau.",
            "Profil des Nutzerkontos in der Konfiguration prüfen."),
    NIVEAU_ZU_NIEDRIG(
            "OZG-SAML-0044",
            "Das Vertrauensniveau der Anmeldung ist niedriger als verlangt.",
            "Mit einem höheren Verfahren anmelden, zum Beispiel mit dem Personalausweis."),
    NIVEAU_WIDERSPRUCH(
            "OZG-SAML-0045",
            "Die Angaben der Assertion zum Vertrauensniveau widersprechen einander.",
            "Dem Betreiber des Nutzerkontos melden."),
    ATTRIBUT_DOPPELT("OZG-SAML-0046", "Ein Attribut kommt zweimal vor.", "Dem Betreiber des Nutzerkontos melden."),
    ATTRIBUT_FORM("OZG-SAML-0047", "Ein Attribut hat keine lesbare Form.", "Dem Betreiber des Nutzerkontos melden."),
    TESTKONTO(
            "OZG-SAML-0048",
            "Ein Testkonto meldet sich an einem Portal im Betrieb an.",
            "Mit einem echten Konto anmelden, oder das Portal als Testumgebung kennzeichnen."),
    TESTSYSTEM(
            "OZG-SAML-0049",
            "Ein Testsystem des Nutzerkontos meldet an einem Portal im Betrieb an.",
            "Metadaten der Produktion hinterlegen, oder das Portal als Testumgebung kennzeichnen."),
    ALTE_ANMELDUNG(
            "OZG-SAML-0050",
            "Die Anmeldung beim Nutzerkonto ist älter als die Anfrage.",
            "Die Anmeldung neu beginnen; eine bestehende Sitzung gilt bei diesem Nutzerkonto nicht."),
    METADATEN_FORM(
            "OZG-SAML-0051",
            "Die Metadaten des Nutzerkontos sind nicht lesbar.",
            "Die im Detail genannte Stelle mit der Datei vergleichen, die der Betreiber veröffentlicht."),
    METADATEN_ENTITYID(
            "OZG-SAML-0052",
            "Die Metadaten gehören zu einem anderen Nutzerkonto.",
            "Erwartete entityID und Adresse der Metadaten prüfen."),
    METADATEN_ROLLE(
            "OZG-SAML-0053",
            "Die Metadaten haben nicht genau einen IDPSSODescriptor für SAML 2.0.",
            "Die Metadaten genau dieses Nutzerkontos hinterlegen."),
    METADATEN_SCHLUESSEL(
            "OZG-SAML-0054",
            "Die Metadaten nennen keinen brauchbaren Schlüssel für Signaturen.",
            "Verlangt sind RSA ab 2048 Bit oder EC ab 256 Bit, für Signaturen bestimmt."),
    METADATEN_ZIEL(
            "OZG-SAML-0055",
            "Die Metadaten nennen keine https-Adresse für die Anmeldung.",
            "Die Metadaten genau dieses Nutzerkontos hinterlegen."),
    METADATEN_ABGELAUFEN(
            "OZG-SAML-0056",
            "Die Metadaten des Nutzerkontos sind abgelaufen.",
            "Aktuelle Metadaten hinterlegen, oder die Adresse zum Auffrischen prüfen."),
    METADATEN_SIGNATUR(
            "OZG-SAML-0057",
            "Die Metadaten sind nicht so signiert, wie es verlangt ist.",
            "Zertifikat, dem vertraut wird, und Herkunft der Datei prüfen."),
    METADATEN_ABRUF(
            "OZG-SAML-0058",
            "Die Metadaten waren nicht abzurufen.",
            "Adresse, Netz und Proxy prüfen; bis dahin gelten die letzten guten Metadaten."),
    SP_ENTITYID(
            "OZG-SAML-0059",
            "Die entityID des Portals ist nicht erlaubt.",
            "Eine https-Adresse mit vollem Rechnernamen und ohne Port angeben."),
    SP_ENTITYID_GEWECHSELT(
            "OZG-SAML-0060",
            "Der Rechnername der entityID hat sich geändert.",
            "Die frühere entityID behalten: aus dem Rechnernamen leitet das Nutzerkonto die Benutzerkennung ab."),
    SP_ACS("OZG-SAML-0061", "Die Adresse des ACS ist nicht erlaubt.", "Eine https-Adresse ohne Fragment angeben."),
    SP_SCHLUESSEL(
            "OZG-SAML-0062",
            "Schlüssel und Zertifikat des Portals sind nicht lesbar oder gehören nicht zusammen.",
            "PEM mit PKCS#8 (oder PKCS#1) und Zertifikat oder einen PKCS#12-Speicher mit genau einem Schlüssel angeben."),
    SP_SCHLUESSEL_SCHWACH(
            "OZG-SAML-0063",
            "Der Schlüssel des Portals ist zu kurz.",
            "RSA ab 3072 Bit oder EC ab 256 Bit erzeugen; angenommen wird RSA ab 2048 Bit."),
    SP_ZERTIFIKAT(
            "OZG-SAML-0064",
            "Das Zertifikat des Portals gilt noch nicht oder nicht mehr.",
            "Ein neues Zertifikat erzeugen und beim Nutzerkonto hinterlegen."),
    SP_ANGABE(
            "OZG-SAML-0065",
            "Eine Angabe zum Portal fehlt oder ist nicht erlaubt.",
            "Die im Detail genannte Angabe berichtigen."),
    SP_ANFRAGE(
            "OZG-SAML-0066",
            "Die Anfrage an das Nutzerkonto lässt sich so nicht stellen.",
            "Die im Detail genannte Angabe berichtigen."),
    FEHLERSTATUS(
            "OZG-SAML-0067",
            "Das Nutzerkonto hat die Anmeldung abgelehnt, oder sie wurde abgebrochen.",
            "Die Anmeldung neu beginnen; die im Detail genannten Codes erklärt der Betreiber des Nutzerkontos."),
    IDP_ZERTIFIKAT(
            "OZG-SAML-0068",
            "Das Zertifikat des Nutzerkontos gilt nicht mehr lange oder nicht mehr.",
            "Prüfen, ob die Metadaten aufgefrischt werden; sonst neue beim Betreiber des Nutzerkontos holen."),
    METADATEN_ALT(
            "OZG-SAML-0069",
            "Die Metadaten des Nutzerkontos sind lange nicht aufgefrischt worden oder laufen bald ab.",
            "Adresse der Metadaten, Netz und Proxy prüfen; ein Schlüsselwechsel des Nutzerkontos fiele sonst nicht auf."),
    UHR(
            "OZG-SAML-0070",
            "Die Uhr des Servers weicht von der des Nutzerkontos ab.",
            "Zeitabgleich (NTP) des Servers einschalten; bei mehr als 60 s wird jede Antwort abgelehnt.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    SamlFehler(String code, String bedeutung, String abhilfe) {
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
