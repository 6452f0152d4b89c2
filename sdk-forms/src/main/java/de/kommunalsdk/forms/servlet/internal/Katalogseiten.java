/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Schriftform;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.mandant.Mandant.Angebot;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages before an Antrag: list, catalogue page of a Dienst, resumption by code. */
final class Katalogseiten {

    private static final int VERSUCHE = 10;
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfscookies cookies;

    Katalogseiten(KommunalSdk sdk, Antwortschreiber schreiber, Entwurfscookies cookies) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.cookies = cookies;
    }

    void liste(Anfrage a) throws IOException {
        List<OzgDienst> dienste = a.mandant().dienste().keySet().stream()
                .map(id -> sdk.dienste().dienst(id))
                .flatMap(Optional::stream)
                .toList();
        schreiber.schreibe(
                a,
                200,
                "liste",
                a.ansicht(a.mandant().stelle()).t("dienste"),
                a.mandant().stelle(),
                Map.of("dienste", dienste, "konto", sdk.nutzerkonto().isPresent()));
    }

    void katalog(Anfrage a, OzgDienst dienst) throws IOException {
        Ansicht ansicht = a.ansicht(Vorgang.stelle(a, dienst));
        Optional<Angebot> angebot = a.mandant().angebot(dienst.id());
        String gebuehr = angebot.map(o -> o.texte().getOrDefault("gebuehr", ""))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> gebuehr(dienst, ansicht));
        Optional<Formular> formular = sdk.formular(a.mandant().id(), dienst.ref());
        boolean gestoert = dienst.verlinkt().isEmpty() && formular.isEmpty();
        schreiber.schreibe(
                a,
                200,
                "katalog",
                dienst.titel(),
                ansicht.stelle(),
                jsonLd(a, dienst, ansicht.stelle()),
                Map.of(
                        "dienst",
                        dienst,
                        "gebuehr",
                        gebuehr,
                        "hinweis",
                        angebot.map(o -> o.texte().getOrDefault("hinweis", "")).orElse(""),
                        "gestoert",
                        gestoert,
                        "beendet",
                        dienst.verlinkt().isEmpty() && !dienst.entwurf().nimmtNeue(Antragsseiten.heute(sdk.clock())),
                        "konto",
                        anmeldung(dienst, formular, ansicht),
                        "letzterTag",
                        dienst.entwurf()
                                .ablauf()
                                .map(tag -> Zeiten.TAG.format(tag.minusDays(1)))
                                .orElse(""),
                        "papier",
                        formular.filter(f -> f.schriftform() == Schriftform.PAPIER)
                                .isPresent(),
                        "blanko",
                        sdk.schriftstueck().isPresent()
                                && !gestoert
                                && dienst.verlinkt().isEmpty()));
    }

    /** What level is needed to begin, and in the middle. */
    private static String anmeldung(OzgDienst dienst, Optional<Formular> formular, Ansicht ansicht) {
        Vertrauensniveau zuerst = dienst.vertrauensniveau();
        String anfang = zuerst == Vertrauensniveau.OHNE ? "" : ansicht.t("konto.noetig", ansicht.t(schluessel(zuerst)));
        return formular.map(f -> f.niveau(f.seiten()))
                .filter(spaeter -> !zuerst.erfuellt(spaeter))
                .map(spaeter -> (anfang + " " + ansicht.t("konto.stufe", ansicht.t(schluessel(spaeter)))).strip())
                .orElse(anfang);
    }

    private static String schluessel(Vertrauensniveau niveau) {
        return "niveau." + niveau.name().toLowerCase(Locale.ROOT);
    }

    private static String gebuehr(OzgDienst dienst, Ansicht ansicht) {
        String text = dienst.beschreibung().gebuehrentext();
        String betrag = dienst.gebuehr().map(Betrag::anzeige).orElseGet(() -> dienst.wurzel()
                .kind("gebuehr")
                .filter(Knoten::istAbbildung)
                .map(k -> k.text("text").orElseGet(() -> ansicht.t("gebuehr.berechnet")))
                .orElse(""));
        String beide = (betrag + " " + text).strip();
        return beide.isEmpty() ? ansicht.t("gebuehr.keine") : beide;
    }

    /** The Leistung as schema.org GovernmentService, for machines. A data block; nothing of it is executed. */
    private static String jsonLd(Anfrage a, OzgDienst dienst, Stelle stelle) {
        Map<String, Object> anschrift = new LinkedHashMap<>();
        anschrift.put("@type", "PostalAddress");
        anschrift.put("streetAddress", stelle.strasse());
        anschrift.put("postalCode", stelle.postleitzahl());
        anschrift.put("addressLocality", stelle.ort());
        Map<String, Object> anbieter = new LinkedHashMap<>();
        anbieter.put("@type", "GovernmentOrganization");
        anbieter.put("name", stelle.name());
        anbieter.put("telephone", stelle.telefon());
        anbieter.put("email", stelle.email());
        anbieter.put("address", anschrift);
        Map<String, Object> leistung = new LinkedHashMap<>();
        leistung.put("@context", "https://schema.org");
        leistung.put("@type", "GovernmentService");
        leistung.put("name", dienst.titel());
        leistung.put("description", dienst.beschreibung().kurztext());
        leistung.put("identifier", dienst.leistungsschluessel().get(0).wert());
        leistung.put("url", a.mandant().url("/" + dienst.id()).toString());
        leistung.put("areaServed", a.mandant().name());
        leistung.put("provider", anbieter);
        try {
            return "<script type=\"application/ld+json\">"
                    + JSON.writeValueAsString(leistung).replace("<", "\\u003c")
                    + "</script>\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Karten aus Texten lassen sich immer schreiben", e);
        }
    }

    void fortsetzen(Anfrage a, OzgDienst dienst) throws IOException {
        if (!a.istPost()) {
            formular(a, dienst, 200, "", "");
            return;
        }
        a.pruefeCsrf();
        String zaehler = "fortsetzen:" + a.mandant().id() + ":"
                + Absendernetz.von(a.http().getRemoteAddr());
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, VERSUCHE, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        String code = a.http().getParameter("code");
        Optional<Entwurf> entwurf = code == null || code.length() > 60
                ? Optional.empty()
                : sdk.datenhaltung()
                        .antraege()
                        .fortsetzen(
                                a.mandant().id(),
                                dienst.ref(),
                                code,
                                a.browser().id());
        if (entwurf.isEmpty()) {
            formular(a, dienst, 422, a.ansicht(a.mandant().stelle()).t("web.code"), SdkFehler.FALSCHER_CODE.code());
            return;
        }
        sdk.datenhaltung().grenze().gibZurueck(zaehler);
        cookies.merke(a, dienst, entwurf.get().id());
        a.leiteWeiter("/" + dienst.id() + "/antrag/" + entwurf.get().id());
    }

    private void formular(Anfrage a, OzgDienst dienst, int status, String meldung, String fehlercode)
            throws IOException {
        Ansicht ansicht = a.ansicht(Vorgang.stelle(a, dienst));
        schreiber.schreibe(
                a,
                status,
                "fortsetzen",
                (meldung.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ") + ansicht.t("fortsetzen") + " – "
                        + dienst.titel(),
                ansicht.stelle(),
                Map.of(
                        "titel",
                        dienst.titel(),
                        "dienst",
                        dienst.id().wert(),
                        "meldung",
                        meldung,
                        "fehlercode",
                        fehlercode));
    }
}
