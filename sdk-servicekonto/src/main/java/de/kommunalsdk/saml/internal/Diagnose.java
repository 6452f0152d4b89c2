/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortdiagnose.Auftrag;
import de.kommunalsdk.saml.Antwortdiagnose.Befund;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.SamlAttribut;
import de.kommunalsdk.saml.SamlAttribut.Wert;
import de.kommunalsdk.saml.SamlFehler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** One run of the verifier with its outcome as JSON. */
public final class Diagnose {

    private static final JsonFactory JSON = new JsonFactory();

    private Diagnose() {}

    public static Befund pruefe(Auftrag auftrag, byte[] datei, Algorithmenregel regel) {
        try {
            Antwortergebnis ergebnis = ergebnis(auftrag, feldwert(datei), regel);
            return new Befund(ergebnis instanceof Angenommen, json(json -> schreibe(json, ergebnis)));
        } catch (InvalidInput e) {
            return new Befund(false, json(json -> abgelehnt(json, e.code(), String.valueOf(e.getMessage()))));
        }
    }

    private static Antwortergebnis ergebnis(Auftrag auftrag, String feldwert, Algorithmenregel regel) {
        IdpMetadaten idp = Idpleser.lies(
                auftrag.idpMetadaten(),
                Idpleser.wurzelattribut(auftrag.idpMetadaten(), "entityID"),
                List.of(),
                auftrag.zeit(),
                regel);
        Dienstanbieter dienst = new Dienstanbieter(
                auftrag.entityId(), auftrag.acs(), auftrag.schluessel(), List.of(auftrag.schluessel()), false);
        String anfrage = auftrag.inResponseTo().orElseGet(() -> genannteAnfrage(feldwert));
        Anmeldevorgang vorgang = new Anmeldevorgang(anfrage, Instant.EPOCH, Vertrauensniveau.OHNE);
        Clock uhr = Clock.fixed(auftrag.zeit(), ZoneOffset.UTC);
        return new Pruefablauf(dienst, auftrag.profil(), (id, bis) -> true, uhr, regel).pruefe(feldwert, vorgang, idp);
    }

    private static String feldwert(byte[] datei) {
        int anfang = 0;
        while (anfang < datei.length && (datei[anfang] < '+' || datei[anfang] == (byte) 0xEF)) {
            anfang += datei[anfang] == (byte) 0xEF ? 3 : 1;
        }
        return anfang < datei.length && datei[anfang] == '<'
                ? Base64.getEncoder().encodeToString(datei)
                : new String(datei, StandardCharsets.ISO_8859_1);
    }

    /** The id that the answer names, so that a missing or second one is still refused. */
    private static String genannteAnfrage(String feldwert) {
        String keine = "_keine";
        try {
            String genannt = Idpleser.wurzelattribut(Eingangspruefung.base64(feldwert), "InResponseTo");
            return genannt.isEmpty() ? keine : genannt;
        } catch (Ablehnung | InvalidInput e) {
            return keine; // the verifier finds the same and says so
        }
    }

    private interface Inhalt {
        void schreibe(JsonGenerator json) throws IOException;
    }

    private static String json(Inhalt inhalt) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            inhalt.schreibe(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("ein Text im Speicher", e);
        }
        return text.toString();
    }

    private static void schreibe(JsonGenerator json, Antwortergebnis ergebnis) throws IOException {
        if (ergebnis instanceof Angenommen angenommen) {
            angenommen(json, angenommen);
        } else if (ergebnis instanceof Abgewiesen abgewiesen) {
            SamlFehler grund = abgewiesen.grund();
            abgelehnt(json, grund.code(), (grund.bedeutung() + " " + abgewiesen.detail()).strip());
        } else if (ergebnis instanceof Fehlerstatus fehler) {
            String codes = fehler.code() + " " + fehler.zweiterCode() + " " + String.join(" ", fehler.einzelheiten());
            abgelehnt(
                    json, SamlFehler.FEHLERSTATUS.code(), (SamlFehler.FEHLERSTATUS.bedeutung() + " " + codes).strip());
        }
    }

    private static void abgelehnt(JsonGenerator json, String code, String detail) throws IOException {
        json.writeStringField("result", "REJECTED");
        json.writeStringField("reason", code);
        json.writeStringField("detail", detail);
    }

    private static void angenommen(JsonGenerator json, Angenommen angenommen) throws IOException {
        json.writeStringField("result", "ACCEPTED");
        json.writeStringField("nameId", angenommen.aussage().nameId());
        json.writeStringField("nameIdFormat", angenommen.aussage().nameIdFormat());
        json.writeStringField("issuer", angenommen.aussage().aussteller());
        json.writeStringField("authnContext", angenommen.aussage().klasse());
        json.writeStringField(
                "level", angenommen.anmeldung().nutzer().niveau().name().toLowerCase(java.util.Locale.ROOT));
        json.writeStringField("userKey", angenommen.anmeldung().nutzer().subjekt());
        json.writeObjectFieldStart("attributes");
        for (SamlAttribut attribut : angenommen.aussage().attribute()) {
            json.writeFieldName(attribut.name());
            if (attribut.werte().size() == 1) {
                wert(json, attribut.werte().get(0));
            } else {
                json.writeStartArray();
                for (Wert wert : attribut.werte()) {
                    wert(json, wert);
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    /** Text, or an object of the parts. */
    private static void wert(JsonGenerator json, Wert wert) throws IOException {
        if (wert.teile().isEmpty()) {
            json.writeString(wert.text());
        } else {
            json.writeStartObject();
            for (var teil : wert.teile().entrySet()) {
                json.writeStringField(teil.getKey(), teil.getValue());
            }
            json.writeEndObject();
        }
    }
}
