/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Forms that were sent when the login was over: kept, and offered to be sent again after the next one. Thread-safe. */
final class Sendungen {

    /** Below the pages that a form belongs to: what was sent when the login was over. */
    static final String PFAD = "nachtragen";

    private static final int HOECHSTENS = 100; // of one address in ten minutes
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final Duration AUFHEBEN = Duration.ofHours(12);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;

    Sendungen(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
    }

    /**
     * Where the browser comes back to after the login: the same page, or after a form the page that offers to send it again.
     * Of each {@code schluessel} the last form is kept.
     *
     * @param pfad the pages that belong to the key
     */
    String rueckweg(Anfrage a, String schluessel, String pfad) {
        return a.istPost() ? hebeAuf(a, schluessel, pfad) : a.hier();
    }

    private String hebeAuf(Anfrage a, String schluessel, String pfad) {
        MandantId mandant = a.mandant().id();
        String zaehler = "sendung:" + mandant + ":" + a.http().getRemoteAddr();
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, HOECHSTENS, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        Sendung sendung =
                new Sendung("/" + String.join("/", a.pfad()), new LinkedHashMap<>(Antwortschreiber.gesendete(a, "")));
        Instant bis = sdk.clock().instant().plus(AUFHEBEN);
        try {
            byte[] inhalt = JSON.writeValueAsBytes(sendung);
            if (!ablage().ersetze(mandant, Kurzablage.SENDUNG, schluessel, inhalt, bis)) {
                ablage().legeAb(mandant, Kurzablage.SENDUNG, schluessel, inhalt, bis);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Karten aus Texten lassen sich immer schreiben", e);
        }
        return a.url(pfad + "/" + PFAD);
    }

    /** Offers to send again what was kept; the same page as often as it is opened. */
    void biete(Anfrage a, String schluessel, String pfad, Stelle stelle) throws IOException {
        Optional<byte[]> inhalt = ablage().lies(a.mandant().id(), Kurzablage.SENDUNG, schluessel);
        if (inhalt.isEmpty()) {
            a.leiteWeiter(pfad);
            return;
        }
        Sendung sendung = JSON.readValue(inhalt.get(), new TypeReference<Sendung>() {});
        Ansicht ansicht = a.ansicht(stelle);
        schreiber.meldung(
                a,
                200,
                stelle,
                new Antwortschreiber.Meldung(
                        ansicht.t("konto.nachtrag"),
                        ansicht.t("konto.nachtrag.text"),
                        "",
                        "",
                        ansicht.url(sendung.pfad()),
                        ansicht.t("weiter"),
                        ansicht.url(pfad),
                        ansicht.t("konto.nachtrag.verwerfen"),
                        sendung.felder()));
    }

    private Kurzablage ablage() {
        return sdk.datenhaltung().kurzablage();
    }

    /** A form as it was sent, without its token. */
    record Sendung(String pfad, Map<String, String> felder) {

        @Override
        public String toString() {
            return "Sendung[" + felder.size() + " Felder]";
        }
    }
}
