/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
     * Forms of several tabs are kept beside each other.
     *
     * @param schluessel id of the draft or of the Beteiligung that the form belongs to
     * @param pfad the pages that belong to it
     */
    String rueckweg(Anfrage a, String schluessel, String pfad) {
        return a.istPost() ? hebeAuf(a, schluessel, pfad) : a.hier();
    }

    private String hebeAuf(Anfrage a, String schluessel, String pfad) {
        MandantId mandant = a.mandant().id();
        String zaehler = "sendung:" + mandant + ":" + Absendernetz.von(a.http().getRemoteAddr());
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, HOECHSTENS, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        Sendung sendung =
                new Sendung("/" + String.join("/", a.pfad()), new LinkedHashMap<>(Antwortschreiber.gesendete(a, "")));
        Instant bis = sdk.clock().instant().plus(AUFHEBEN);
        for (int nummer = 0; nummer < Kurzablage.SENDUNGEN; nummer++) {
            String platz = Kurzablage.sendung(schluessel, nummer);
            if (ablage().legeAb(mandant, Kurzablage.SENDUNG, platz, bytes(sendung), bis)
                    || lies(mandant, platz).filter(sendung::equals).isPresent()) {
                return a.url(pfad + "/" + PFAD + "/" + nummer);
            }
        }
        throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele"); // which gives the form back to the page
    }

    private static byte[] bytes(Sendung sendung) {
        try {
            return JSON.writeValueAsBytes(sendung);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Karten aus Texten lassen sich immer schreiben", e);
        }
    }

    private Optional<Sendung> lies(MandantId mandant, String platz) {
        return ablage().lies(mandant, Kurzablage.SENDUNG, platz).map(bytes -> {
            try {
                return JSON.readValue(bytes, new TypeReference<Sendung>() {});
            } catch (IOException e) {
                throw new IllegalStateException("Eine Sendung ist nicht lesbar", e);
            }
        });
    }

    /** What a request asks for again; empty when nothing is kept there. */
    Optional<Sendung> gefragte(Anfrage a, String schluessel, List<String> rest) {
        String nummer = rest.size() == 2 ? rest.get(1) : "";
        return nummer.matches("[0-9]")
                ? lies(a.mandant().id(), Kurzablage.sendung(schluessel, Integer.parseInt(nummer)))
                : Optional.empty();
    }

    /** Offers to send again what was kept; the same page as often as it is opened. */
    void biete(Anfrage a, String schluessel, List<String> rest, String pfad, Stelle stelle) throws IOException {
        Optional<Sendung> sendung = gefragte(a, schluessel, rest);
        if (sendung.isEmpty()) {
            a.leiteWeiter(pfad);
            return;
        }
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
                        ansicht.url(sendung.get().pfad()),
                        ansicht.t("weiter"),
                        ansicht.url(pfad),
                        ansicht.t("konto.nachtrag.verwerfen"),
                        sendung.get().felder()));
    }

    private Kurzablage ablage() {
        return sdk.datenhaltung().kurzablage();
    }

    /** A form as it was sent, without its token. */
    record Sendung(String pfad, Map<String, String> felder) {

        /** What it was sent to below its draft, for example {@code seite, person}. */
        List<String> rest() {
            List<String> teile = List.of(pfad.split("/"));
            return teile.subList(Math.min(4, teile.size()), teile.size());
        }

        @Override
        public String toString() {
            return "Sendung[" + felder.size() + " Felder]";
        }
    }
}
