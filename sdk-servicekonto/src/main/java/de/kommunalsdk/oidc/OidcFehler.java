/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.Fehlercode;

/** Codes of the OpenID Connect relying party: why an answer is refused, and what is wrong with either side. */
public enum OidcFehler implements Fehlercode {
    ANBIETER_ABRUF(
            "OZG-OIDC-0001",
            "Die Angaben des Kontos (Discovery und Schlüssel) waren noch nie abrufbar.",
            "Aussteller, Netz und Proxy prüfen; das Detail nennt den Code des letzten Versuchs."),
    ANBIETERDATEN(
            "OZG-OIDC-0002",
            "Die Discovery des Kontos ist kein JSON, oder ihr fehlt eine Angabe.",
            "Die im Detail genannte Angabe dem Betreiber des Kontos melden."),
    ANBIETER_ANDERER(
            "OZG-OIDC-0003",
            "Die Discovery nennt einen anderen Aussteller als den eingerichteten.",
            "Den Aussteller genau so einrichten, wie das Konto ihn nennt, auch mit Schrägstrich am Ende; stimmt er, ist es ein Angriff."),
    ADRESSE_UNSICHER(
            "OZG-OIDC-0004",
            "Eine Adresse des Kontos ist nicht https.",
            "http gibt es nur auf diesem Rechner; der Betreiber des Kontos muss umstellen."),
    ADRESSE_FREMD(
            "OZG-OIDC-0005",
            "Eine Adresse des Kontos liegt nicht bei den eingerichteten Rechnern.",
            "Gehört der im Detail genannte Rechner zum Konto, ihn als weitere Adresse einrichten; sonst ist es ein Angriff."),
    FAEHIGKEIT(
            "OZG-OIDC-0006",
            "Das Konto bietet den Code-Ablauf mit PKCE S256 oder die eingerichtete Art der Ausweisung nicht an.",
            "Beim Betreiber des Kontos PKCE S256 und private_key_jwt oder client_secret_basic einschalten lassen."),
    SCHLUESSELSATZ(
            "OZG-OIDC-0007",
            "Die Schlüssel des Kontos sind nicht lesbar, oder keiner ist brauchbar.",
            "Nötig sind öffentliche RSA-Schlüssel ab 2048 Bit oder EC-Schlüssel auf P-256, P-384, P-521; dem Betreiber des Kontos melden."),
    ANTWORT_FORM(
            "OZG-OIDC-0010",
            "Die Antwort des Kontos kam nicht als Weiterleitung mit jeder Angabe einmal.",
            "Die Anmeldung neu beginnen; kommt es wieder, den Betreiber des Kontos fragen."),
    STATE(
            "OZG-OIDC-0011",
            "In der Antwort des Kontos fehlt state, oder es ist keine Marke dieses Portals.",
            "Die Anmeldung neu beginnen."),
    ANTWORT_AUSSTELLER(
            "OZG-OIDC-0012",
            "Die Antwort nennt ihren Aussteller (iss) nicht, oder einen anderen.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    JARM(
            "OZG-OIDC-0013",
            "Die Antwort kam als JWT (JARM), nach dem nicht gefragt war.",
            "Beim Betreiber des Kontos JARM für dieses Portal abschalten lassen."),
    CODE_FEHLT(
            "OZG-OIDC-0014",
            "In der Antwort des Kontos fehlt der Code.",
            "Die Anmeldung neu beginnen; kommt es wieder, den Betreiber des Kontos fragen."),
    PAR(
            "OZG-OIDC-0015",
            "Das Konto hat die vorab gesendete Anfrage (PAR) nicht angenommen.",
            "Die Einrichtung des Portals beim Konto prüfen: client_id, redirect_uri, Schlüssel; das Detail nennt den Fehler des Kontos."),
    WUNSCH(
            "OZG-OIDC-0016",
            "Das verlangte Vertrauensniveau lässt sich bei diesem Konto nicht anfordern.",
            "Im Profil ein Wort für dieses oder ein höheres Niveau angeben, oder das Konto für den Dienst nicht anbieten."),
    TOKEN_UNGEWISS(
            "OZG-OIDC-0020",
            "Ob das Konto den Code eingelöst hat, ist ungewiss; er wird nicht noch einmal gesendet.",
            "Die Anmeldung neu beginnen."),
    TOKEN_NICHT_ERREICHBAR(
            "OZG-OIDC-0021",
            "Das Konto war zum Einlösen des Codes nicht erreichbar; es wurde nichts gesendet.",
            "Die Anmeldung neu beginnen; Betreiber: Netz und Proxy prüfen."),
    TOKEN_ABGELEHNT(
            "OZG-OIDC-0022",
            "Das Konto hat den Code nicht eingelöst.",
            "Die Anmeldung neu beginnen; das Detail nennt den Fehler des Kontos."),
    KLIENT_ABGELEHNT(
            "OZG-OIDC-0023",
            "Das Konto hat die Ausweisung des Portals abgelehnt.",
            "client_id, Schlüssel oder Geheimnis und die Uhr beider Seiten prüfen."),
    TOKEN_FORM(
            "OZG-OIDC-0024",
            "Die Antwort der Tokenstelle ist kein JSON mit access_token.",
            "Dem Betreiber des Kontos melden."),
    TOKEN_ART(
            "OZG-OIDC-0025",
            "Die Art des Tokens ist nicht die verlangte.",
            "Mit DPoP muss das Konto token_type DPoP geben, ohne Bearer; beim Betreiber des Kontos prüfen lassen."),
    DPOP(
            "OZG-OIDC-0026",
            "Das Konto nimmt den DPoP-Nachweis auch mit seiner eigenen Nonce nicht an.",
            "Die Uhr beider Seiten prüfen; kommt es wieder, dem Betreiber des Kontos melden."),
    ID_TOKEN_FEHLT(
            "OZG-OIDC-0027",
            "In der Antwort der Tokenstelle fehlt das ID-Token.",
            "Beim Betreiber des Kontos den Scope openid freigeben lassen."),
    GROESSE(
            "OZG-OIDC-0030",
            "Das Token ist größer als 64 KiB.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    FORM(
            "OZG-OIDC-0031",
            "Das Token ist kein JWT aus drei Teilen in Base64url mit JSON.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    VERSCHLUESSELT(
            "OZG-OIDC-0032",
            "Das Token ist verschlüsselt; nach verschlüsselten Token ist nicht gefragt.",
            "Beim Betreiber des Kontos die Verschlüsselung für dieses Portal abschalten lassen; der Weg ist durch TLS geschützt."),
    JSON_GRENZE(
            "OZG-OIDC-0033",
            "Das JSON ist tiefer oder hat längere Werte als erlaubt.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    VERFAHREN_VERBOTEN(
            "OZG-OIDC-0034",
            "Das Signaturverfahren ist nicht erlaubt.",
            "Erlaubt sind PS256, PS384, PS512, RS256, RS384, RS512, ES256, ES384 und ES512; none und HMAC sind ein Angriff."),
    VERFAHREN_ANDERES(
            "OZG-OIDC-0035",
            "Das Signaturverfahren ist nicht das vereinbarte.",
            "Verfahren des Klienten beim Konto und hier gleich einrichten."),
    KRITISCH(
            "OZG-OIDC-0036",
            "Das Token verlangt eine Erweiterung (crit), die nicht unterstützt ist.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    TYP(
            "OZG-OIDC-0037",
            "Das Token ist von einer anderen Art als der erwarteten (typ).",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    KID_MEHRDEUTIG(
            "OZG-OIDC-0038",
            "Welcher Schlüssel des Kontos gilt, ist nicht eindeutig (kid fehlt oder ist doppelt).",
            "Der Betreiber des Kontos muss jedem Schlüssel ein eigenes kid geben und es im Token nennen."),
    KID_UNBEKANNT(
            "OZG-OIDC-0039",
            "Das Konto veröffentlicht keinen Schlüssel mit diesem kid.",
            "Nach einem Schlüsselwechsel eine Minute warten; kommt es wieder, ist es ein Angriff oder der Schlüssel wurde nicht veröffentlicht."),
    SCHLUESSEL_ANDERER(
            "OZG-OIDC-0040",
            "Der Schlüssel passt nicht zum Signaturverfahren.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    SIGNATUR(
            "OZG-OIDC-0041",
            "Die Signatur des Tokens ist falsch.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    ISS(
            "OZG-OIDC-0042",
            "Das Token ist von einem anderen Aussteller (iss).",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    AUD(
            "OZG-OIDC-0043",
            "Das Token ist nicht allein für dieses Portal bestimmt (aud).",
            "client_id prüfen; weitere Empfänger muss der Betreiber des Kontos entfernen."),
    AZP(
            "OZG-OIDC-0044",
            "Das Token wurde für einen anderen Klienten ausgestellt (azp).",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    EXP(
            "OZG-OIDC-0045",
            "Das Token ist abgelaufen oder nennt kein Ende (exp).",
            "Die Uhr beider Seiten prüfen; 60 Sekunden Unterschied sind erlaubt."),
    IAT(
            "OZG-OIDC-0046",
            "Das Token nennt keine Zeit der Ausstellung (iat), oder eine falsche.",
            "Die Uhr beider Seiten prüfen; 60 Sekunden Unterschied sind erlaubt."),
    NBF(
            "OZG-OIDC-0047",
            "Das Token gilt noch nicht (nbf).",
            "Die Uhr beider Seiten prüfen; 60 Sekunden Unterschied sind erlaubt."),
    NONCE(
            "OZG-OIDC-0048",
            "Das Token gehört nicht zu dieser Anmeldung (nonce).",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    AT_HASH(
            "OZG-OIDC-0049",
            "Das Access-Token gehört nicht zum ID-Token (at_hash).",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    C_HASH(
            "OZG-OIDC-0050",
            "Der Code gehört nicht zum ID-Token (c_hash).",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    SUB(
            "OZG-OIDC-0051",
            "Dem Token fehlt die Kennung der Person (sub), oder sie ist ungültig.",
            "Dem Betreiber des Kontos melden."),
    NIVEAU_FEHLT(
            "OZG-OIDC-0052",
            "Das Konto sagt nicht, auf welchem Niveau die Anmeldung geschah.",
            "Im Profil die richtige Angabe nennen (acr oder eine eigene) und beim Konto freigeben lassen."),
    NIVEAU_UNBEKANNT(
            "OZG-OIDC-0053",
            "Das Wort des Kontos für das Niveau ist nicht bekannt.",
            "Im Profil dem Wort ein Niveau zuordnen, wenn der Betreiber es bestätigt."),
    NIVEAU_ZU_NIEDRIG(
            "OZG-OIDC-0054",
            "Das Niveau der Anmeldung ist niedriger als verlangt.",
            "Sich mit einem Verfahren anmelden, das das Niveau erreicht."),
    AUTH_TIME(
            "OZG-OIDC-0055",
            "Die Anmeldung beim Konto ist älter als verlangt, oder das Konto sagt nicht, wann sie geschah (auth_time).",
            "Sich beim Konto neu anmelden; kommt es wieder, beim Betreiber auth_time im ID-Token verlangen."),
    KONTO_ANDERES(
            "OZG-OIDC-0056",
            "Der Anmeldedienst nennt ein anderes Konto als das gewählte, oder keines.",
            "Noch einmal mit dem gewählten Konto anmelden; kommt es immer, den erwarteten Wert mit dem vergleichen, was der Anmeldedienst nennt."),
    NUTZERINFO_ABRUF(
            "OZG-OIDC-0060",
            "Die Angaben zur Person (UserInfo) waren nicht abrufbar.",
            "Die Anmeldung neu beginnen; kommt es wieder, den Betreiber des Kontos fragen."),
    NUTZERINFO_FORM(
            "OZG-OIDC-0061",
            "Die Angaben zur Person (UserInfo) sind weder JSON noch ein JWT.",
            "Dem Betreiber des Kontos melden."),
    NUTZERINFO_SUB(
            "OZG-OIDC-0062",
            "Die Angaben zur Person (UserInfo) gehören zu einer anderen Person.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    NUTZERINFO_UNSIGNIERT(
            "OZG-OIDC-0063",
            "Die Angaben zur Person (UserInfo) sind nicht signiert, obwohl das Profil es verlangt.",
            "Beim Betreiber des Kontos die Signatur einschalten lassen, oder das Profil ändern."),
    ABMELDUNG_FORM(
            "OZG-OIDC-0070",
            "Die Abmeldung des Kontos kam nicht als POST mit einem logout_token.",
            "Adresse der Abmeldung (back-channel) beim Betreiber des Kontos prüfen."),
    ABMELDUNG_EREIGNIS(
            "OZG-OIDC-0071",
            "Das Token der Abmeldung nennt nicht das Ereignis einer Abmeldung.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    ABMELDUNG_NONCE(
            "OZG-OIDC-0072",
            "Das Token der Abmeldung enthält eine nonce.",
            "Das ist ein Angriff oder ein Fehler des Kontos; dessen Betreiber melden."),
    ABMELDUNG_WEN(
            "OZG-OIDC-0073",
            "Das Token der Abmeldung nennt weder Person noch Sitzung.",
            "Dem Betreiber des Kontos melden."),
    ABMELDUNG_KENNUNG(
            "OZG-OIDC-0074", "Das Token der Abmeldung hat keine Kennung (jti).", "Dem Betreiber des Kontos melden."),
    KLIENT_AUSSTELLER(
            "OZG-OIDC-0080",
            "Der eingerichtete Aussteller ist keine https-Adresse ohne Abfrage und Fragment.",
            "Den Aussteller so angeben, wie ihn das Konto in seiner Discovery nennt; http nur auf diesem Rechner."),
    KLIENT_ADRESSE(
            "OZG-OIDC-0081",
            "Eine eigene Adresse ist keine https-Adresse ohne Fragment.",
            "redirect_uri und Adresse nach der Abmeldung mit https angeben; http nur auf diesem Rechner."),
    KLIENT_SCHLUESSEL(
            "OZG-OIDC-0082",
            "Der eigene Schlüssel ist zu schwach oder nicht auf P-256.",
            "RSA ab 2048 Bit, besser 3072, oder EC auf P-256 nehmen und beim Konto veröffentlichen."),
    KLIENT_GEHEIMNIS(
            "OZG-OIDC-0083",
            "Das Portal weist sich mit einem Geheimnis statt mit einem Schlüssel aus.",
            "private_key_jwt einrichten, wenn das Konto es anbietet."),
    KLIENT_ID(
            "OZG-OIDC-0084",
            "Die eigene client_id fehlt oder enthält Zeichen, die nicht erlaubt sind.",
            "Die client_id vom Betreiber des Kontos angeben."),
    UHR(
            "OZG-OIDC-0085",
            "Die eigene Uhr und die des Kontos gehen auseinander.",
            "Die Uhr mit NTP stellen; bei mehr als 60 s Abstand werden ID-Token abgelehnt."),
    SCHLUESSEL_KURZ(
            "OZG-OIDC-0086",
            "Ein Schlüssel des Kontos ist kürzer als RSA 3072.",
            "Den Betreiber des Kontos um einen längeren bitten; unter 2048 Bit wird er nicht benutzt."),
    OHNE_ABMELDUNG(
            "OZG-OIDC-0087",
            "Das Konto bietet keine Abmeldung an, obwohl eine eingerichtet ist.",
            "Den Betreiber des Kontos fragen, oder die Adresse nach der Abmeldung weglassen: dann endet die Sitzung nur hier."),
    OHNE_AUSSTELLER(
            "OZG-OIDC-0088",
            "Die Antworten des Kontos nennen den Aussteller nicht (RFC 9207).",
            "Beim Betreiber des Kontos einschalten lassen; es schützt davor, dass Antworten verschiedener Konten verwechselt werden."),
    OHNE_PAR(
            "OZG-OIDC-0089",
            "Das Konto nimmt Anfragen nicht vorab an (PAR).",
            "Es geht ohne; wenn das Konto es kann, beim Betreiber einschalten lassen."),
    KLIENT_ZERTIFIKAT(
            "OZG-OIDC-0090",
            "Das Zertifikat des eigenen Schlüssels gilt nicht, oder nicht mehr lange.",
            "Rechtzeitig ein neues Schlüsselpaar mit Zertifikat anlegen, beim Konto veröffentlichen und am Portal eintragen; dann neu starten.");

    private final String code;
    private final String bedeutung;
    private final String abhilfe;

    OidcFehler(String code, String bedeutung, String abhilfe) {
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
