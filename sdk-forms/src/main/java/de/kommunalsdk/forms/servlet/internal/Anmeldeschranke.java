/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may see a draft or an Antrag: whoever has the level that the Dienst or the page asks for and, once it belongs to an account, only
 * that account. Everybody else is sent to log in and comes back to the same page; what was typed meanwhile is kept. Thread-safe.
 */
final class Anmeldeschranke {

    /** Below a draft: what was sent when the login was over. */
    static final String NACHTRAG = "nachtragen";

    private static final int AUFGEHOBENE = 100; // of one address in ten minutes
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final Duration AUFHEBEN = Duration.ofHours(12);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KommunalSdk sdk;
    private final Nutzerfrage nutzerfrage;
    private final Antwortschreiber schreiber;

    Anmeldeschranke(KommunalSdk sdk, Nutzerfrage nutzerfrage, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.nutzerfrage = nutzerfrage;
        this.schreiber = schreiber;
    }

    /** What became of a request at the barrier. */
    enum Einlass {
        /** It goes on. */
        FREI,
        /** It goes on, and the draft belongs to the account from now on. */
        NEU_GEBUNDEN,
        /** It was answered. */
        ABGEWIESEN
    }

    /** Lets a request to an open draft pass, or answers it. */
    Einlass pruefe(Vorgang v, List<String> rest) {
        OzgDienst dienst = v.formular().dienst();
        Vertrauensniveau gefordert = gefordert(v, rest);
        AntragId id = v.entwurf().id();
        if (sdk.nutzerkonto().isEmpty()) {
            return Einlass.FREI;
        }
        Optional<Nutzer> nutzer = nutzerfrage.nutzer(v.a());
        Einlass einlass = nutzer.filter(n -> n.niveau().erfuellt(gefordert))
                .map(n -> binde(v.a(), id, n, gefordert))
                .orElseGet(() -> istFrei(v.a(), id, gefordert) ? Einlass.FREI : Einlass.ABGEWIESEN);
        if (einlass == Einlass.ABGEWIESEN) {
            String zurueck = v.a().istPost() ? hebeAuf(v) : v.a().hier();
            v.a().leiteWeiterZu(anmeldeadresse(v.a(), dienst, gefordert, kontoattribute(v.formular()), zurueck));
        }
        return einlass;
    }

    /**
     * A page asks for its own level. Who looks at all of it, passes it on or submits it needs the highest level of what they
     * were asked: that is what holds, in whatever order pages were sent.
     */
    private static Vertrauensniveau gefordert(Vorgang v, List<String> rest) {
        return switch (rest.isEmpty() ? "" : rest.get(0)) {
            case "seite" ->
                v.formular()
                        .niveau(
                                rest.size() < 2
                                        ? List.of()
                                        : v.formular().seite(rest.get(1)).stream()
                                                .toList());
            case "pruefen", "einreichen", "weitergabe" ->
                v.formular().niveau(v.lage().seiten());
            default -> v.formular().dienst().vertrauensniveau();
        };
    }

    /** The same where there is nothing to bind: for an Antrag that was submitted, and a draft whose version is gone. */
    boolean laesstZu(Anfrage a, OzgDienst dienst, AntragId id) {
        if (sdk.nutzerkonto().isEmpty() || istFrei(a, id, dienst.vertrauensniveau())) {
            return true;
        }
        Optional<Nutzer> nutzer = nutzerfrage.nutzer(a).filter(n -> n.niveau().erfuellt(dienst.vertrauensniveau()));
        if (nutzer.isPresent()) {
            if (!sdk.datenhaltung().antraege().istGebunden(a.mandant().id(), id)) {
                return true; // of a guest, who has no account that it could belong to
            }
            if (sdk.datenhaltung().antraege().gehoert(a.mandant().id(), id, schluessel(nutzer.get()))) {
                return true;
            }
            throw fremd();
        }
        String zurueck = a.istPost() ? a.url(Vorgang.pfad(dienst, id)) : a.hier();
        a.leiteWeiterZu(anmeldeadresse(a, dienst, dienst.vertrauensniveau(), Set.of(), zurueck));
        return false;
    }

    /** Without a login: only what needs none and belongs to no account. */
    private boolean istFrei(Anfrage a, AntragId id, Vertrauensniveau gefordert) {
        return gefordert == Vertrauensniveau.OHNE
                && !sdk.datenhaltung().antraege().istGebunden(a.mandant().id(), id);
    }

    /** A draft that needs no login stays without an account: nobody asked for one, whoever else uses this browser. */
    private Einlass binde(Anfrage a, AntragId id, Nutzer nutzer, Vertrauensniveau gefordert) {
        if (istFrei(a, id, gefordert)) {
            return Einlass.FREI;
        }
        if (nutzer.subjekt().isEmpty()) { // a guest: the cookie of the draft alone says whose it is
            if (sdk.datenhaltung().antraege().istGebunden(a.mandant().id(), id)) {
                throw fremd();
            }
            return Einlass.FREI;
        }
        return switch (sdk.datenhaltung().antraege().binde(a.mandant().id(), id, schluessel(nutzer))) {
            case NEU -> Einlass.NEU_GEBUNDEN;
            case SCHON, KEIN_ENTWURF -> Einlass.FREI;
            case FREMD -> throw fremd();
        };
    }

    private static Abbruch fremd() {
        return new Abbruch(403, SdkFehler.FREMDES_KONTO, "konto.fremd");
    }

    /** Source and subject: the same subject at another source is somebody else. */
    static String schluessel(Nutzer nutzer) {
        return nutzer.quelle() + "\n" + nutzer.subjekt();
    }

    /** Names of what the Dienst fills from the account. */
    private static Set<String> kontoattribute(Formular formular) {
        return formular.quellen().vorbelegungen().stream()
                .filter(q -> q.quelle().equals(Vorbelegung.NUTZERKONTO))
                .flatMap(q -> q.felder().stream())
                .map(Vorbelegung.Ziel::attribut)
                .collect(Collectors.toSet());
    }

    private String anmeldeadresse(
            Anfrage a, OzgDienst dienst, Vertrauensniveau gefordert, Set<String> attribute, String zurueck) {
        Vertrauensniveau niveau = gefordert == Vertrauensniveau.OHNE ? Vertrauensniveau.BASISREGISTRIERUNG : gefordert;
        Nutzerkonto konto = sdk.nutzerkonto().orElseThrow();
        return konto.anmeldeadresse(new Anmeldewunsch(a.mandant().id(), dienst.titel(), niveau, attribute, zurueck));
    }

    /** Keeps what was sent last, and gives the page that offers to send it again. */
    private String hebeAuf(Vorgang v) {
        MandantId mandant = v.a().mandant().id();
        String zaehler = "sendung:" + mandant + ":" + v.a().http().getRemoteAddr();
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, AUFGEHOBENE, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        Map<String, String> felder = new LinkedHashMap<>(Antwortschreiber.gesendete(v.a(), ""));
        Sendung sendung = new Sendung("/" + String.join("/", v.a().pfad()), felder);
        Instant bis = sdk.clock().instant().plus(AUFHEBEN);
        try {
            byte[] inhalt = JSON.writeValueAsBytes(sendung);
            String id = v.entwurf().id().wert();
            if (!ablage().ersetze(mandant, Kurzablage.SENDUNG, id, inhalt, bis)) {
                ablage().legeAb(mandant, Kurzablage.SENDUNG, id, inhalt, bis);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Karten aus Texten lassen sich immer schreiben", e);
        }
        return v.a().url(v.pfad() + "/" + NACHTRAG);
    }

    /** Offers to send again what was kept; the same page as often as it is opened. */
    void trageNach(Vorgang v) throws IOException {
        Optional<byte[]> inhalt = ablage().lies(
                        v.a().mandant().id(),
                        Kurzablage.SENDUNG,
                        v.entwurf().id().wert());
        if (inhalt.isEmpty()) {
            v.a().leiteWeiter(v.pfad());
            return;
        }
        Sendung sendung = JSON.readValue(inhalt.get(), new TypeReference<Sendung>() {});
        Ansicht ansicht = v.a().ansicht(v.stelle());
        schreiber.meldung(
                v.a(),
                200,
                v.stelle(),
                new Antwortschreiber.Meldung(
                        ansicht.t("konto.nachtrag"),
                        ansicht.t("konto.nachtrag.text"),
                        "",
                        "",
                        ansicht.url(sendung.pfad()),
                        ansicht.t("weiter"),
                        ansicht.url(v.pfad()),
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
