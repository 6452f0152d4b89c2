/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.Entwurfsregeln;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigeneSeite;
import de.kommunalsdk.forms.haken.NachSpeichern;
import de.kommunalsdk.forms.haken.VorSeite;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.seiten.Umgebung;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of one draft: its start, the pages of its form, and whom each request goes to. */
final class Antragsseiten {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ENTWUERFE = 500; // of one address in ten minutes: a Buergerbuero has one address
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final Duration MERKEN = Duration.ofDays(90);

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final AntragStore antraege;
    private final Entwurfsschreiber entwuerfe;
    private final Entwurfsdateien dateien;
    private final Abschlussseiten abschluss;
    private final Entwurfslage lage;
    private final Konfliktseiten konflikte;
    private final Unterbrechungsseiten unterbrechung;
    private final Listensuche suchen;
    private final Quellenablauf quellen;
    private final Einwilligungsseite einwilligung;
    private final Weitergabeseiten weitergabe;
    private final Anmeldeschranke schranke;

    Antragsseiten(KommunalSdk sdk, Antwortschreiber schreiber, Druckseiten druckseiten, Nutzerfrage nutzerfrage) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.antraege = sdk.datenhaltung().antraege();
        this.entwuerfe = new Entwurfsschreiber(antraege);
        this.dateien = new Entwurfsdateien(sdk);
        this.suchen = new Listensuche(sdk);
        this.abschluss = new Abschlussseiten(sdk, schreiber, dateien, druckseiten);
        this.quellen = new Quellenablauf(sdk, nutzerfrage);
        this.einwilligung = new Einwilligungsseite(sdk, schreiber, quellen);
        this.weitergabe = new Weitergabeseiten(sdk, schreiber, dateien, abschluss);
        this.lage = new Entwurfslage(sdk, schreiber);
        this.konflikte = new Konfliktseiten(sdk, schreiber, dateien, quellen, lage);
        this.schranke = new Anmeldeschranke(sdk, nutzerfrage, schreiber);
        this.unterbrechung = new Unterbrechungsseiten(sdk, schreiber);
    }

    /** Begins a draft. */
    void starte(Anfrage a, OzgDienst dienst) {
        String zaehler = "start:" + a.mandant().id() + ":" + a.http().getRemoteAddr();
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, ENTWUERFE, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        lage.verlangeOffen(dienst, heute());
        Formular formular = sdk.formular(a.mandant().id(), dienst.ref())
                .orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
        Entwurf entwurf = antraege.anlegen(
                a.mandant().id(),
                dienst.ref(),
                AntwortenFormat.schreibe(Antworten.LEER),
                dienst.entwurf().lebensdauer());
        merke(a, dienst, entwurf.id());
        if (dienst.vertrauensniveau() != Vertrauensniveau.OHNE) {
            a.leiteWeiter(Vorgang.pfad(dienst, entwurf.id())); // where the account is asked first
            return;
        }
        if (einwilligung.wirdGebraucht(a, formular)) {
            a.leiteWeiter(Vorgang.pfad(dienst, entwurf.id()) + Einwilligungsseite.PFAD);
            return;
        }
        a.leiteWeiter(Vorgang.pfad(dienst, entwurf.id())
                + Aufgabenseite.einstieg(new Vorgang(a, formular, entwurf, Antworten.LEER, heute()).lage()));
    }

    /** Lets this browser go on with a draft. */
    void merke(Anfrage a, OzgDienst dienst, AntragId id) {
        String wert = sdk.siegel().siegle("antrag", eigen(a, id) + heute(), MERKEN);
        a.setzeCookie(cookie(id), wert, Vorgang.pfad(dienst, id), MERKEN);
    }

    /** Ends that. */
    static void vergiss(Anfrage a, OzgDienst dienst, AntragId id) {
        a.setzeCookie(cookie(id), "", Vorgang.pfad(dienst, id), Duration.ZERO);
    }

    /** What the cookie of a draft says; the day it was made follows. */
    private static String eigen(Anfrage a, AntragId id) {
        return a.mandant().id() + ":" + id + ":";
    }

    /** All below {@code /{dienst}/antrag/{id}}. */
    void bediene(Anfrage a, OzgDienst angeboten, AntragId id, List<String> rest) throws IOException {
        String gemerkt = a.cookie(cookie(id))
                .flatMap(wert -> sdk.siegel().oeffne("antrag", wert))
                .filter(wert -> wert.startsWith(eigen(a, id)))
                .orElseThrow(() -> new Abbruch(403, SdkFehler.FREMDER_ENTWURF, "web.fremd"));
        String wohin = rest.isEmpty() ? "" : rest.get(0);
        Optional<Antrag> antrag = antraege.antrag(a.mandant().id(), id);
        if (antrag.isPresent()) {
            OzgDienst eingereichter =
                    sdk.dienste().dienst(antrag.get().dienst()).orElse(angeboten);
            a.zeigt(eingereichter);
            if (schranke.laesstZu(a, eingereichter, id) && !lage.zuSpaet(a, angeboten, antrag.get(), rest)) {
                abschluss.nachEinreichung(a, angeboten, antrag.get(), wohin);
            }
            return;
        }
        Optional<Vorgang> offen = lage.oeffne(a, angeboten, id, rest, heute(), schranke);
        if (offen.isEmpty()) {
            return;
        }
        Vorgang v = offen.get();
        a.zeigt(v.formular().dienst());
        a.imEntwurf(v.pfad());
        if (!gemerkt.equals(eigen(a, id) + heute())) { // a draft that is used every month lives longer than one cookie
            merke(a, angeboten, id);
        }
        dateien.lasseEin(a, () -> {
            dateien.lies(v, rest);
            if (a.istPost()) {
                a.pruefeCsrf(a.http().getParameter("csrf"));
            }
            switch (schranke.pruefe(v, rest)) {
                case FREI -> bediene(v, rest);
                case NEU_GEBUNDEN -> nachAnmeldung(v, rest);
                case ABGEWIESEN -> {}
            }
        });
    }

    /** The account may know already what is asked: whoever comes from a login is asked first whether it may tell. */
    private void nachAnmeldung(Vorgang v, List<String> rest) throws IOException {
        if (!v.a().istPost() && rest.isEmpty() && einwilligung.wirdGebraucht(v.a(), v.formular())) {
            v.a().leiteWeiter(v.pfad() + Einwilligungsseite.PFAD);
            return;
        }
        bediene(v, rest);
    }

    private void bediene(Vorgang v, List<String> rest) throws IOException {
        if (weitergabe.bediene(v, rest)) {
            return;
        }
        Anfrage a = v.a();
        OzgDienst angeboten = v.formular().dienst();
        AntragId id = v.entwurf().id();
        String wohin = rest.isEmpty() ? "" : rest.get(0);
        String methode = a.methode() + " " + wohin;
        switch (methode) {
            case "GET ", "GET quittung" -> a.leiteWeiter(v.pfad() + Aufgabenseite.einstieg(v.lage()));
            case "GET aufgaben" -> new Aufgabenseite(schreiber).zeige(v);
            case "GET " + Anmeldeschranke.NACHTRAG -> schranke.trageNach(v);
            case "GET seite" -> {
                Vorgang hier = quellen.nachAufstieg(v);
                seite(hier, gewuenscht(hier, rest));
            }
            case "GET datei" -> dateien.sende(v, rest);
            case "POST seite" -> {
                if (!konflikte.erkannt(v, rest)) {
                    sende(v, gewuenscht(v, rest));
                }
            }
            case "POST konflikt" -> konflikte.loese(v);
            case "GET umgestellt" -> lage.umgestellt(v);
            case "POST umgestellt" -> lage.bestaetige(v);
            case "GET verlaengern" -> schreiber.frist(a);
            case "GET einwilligung" -> einwilligung.zeige(v);
            case "POST einwilligung" -> einwilligung.sende(v);
            case "GET pruefen" -> abschluss.pruefen(v.berechnet());
            case "POST einreichen" -> abschluss.einreichen(v.berechnet());
            case "POST unterbrechen" -> unterbrechung.unterbrechen(v);
            case "POST post" -> unterbrechung.sendePost(v);
            case "POST beenden" -> {
                vergiss(a, angeboten, id);
                a.leiteWeiter("/" + angeboten.id());
            }
            case "POST verwerfen" -> {
                antraege.loeschen(a.mandant().id(), id);
                vergiss(a, angeboten, id);
                a.leiteWeiter("/" + angeboten.id());
            }
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    private static Blatt gewuenscht(Vorgang v, List<String> rest) {
        return Blatt.von(v.lage(), rest, v.a().wert("ab"))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    private void seite(Vorgang v, Blatt blatt) throws IOException {
        Formularseite erreichbar = v.lage().erreichbare(blatt.seite());
        if (!erreichbar.id().equals(blatt.seite().id())) {
            v.a().leiteWeiter(v.pfad() + "/seite/" + erreichbar.id() + "?uebersprungen=1");
            return;
        }
        String pruefen = v.a().wert("pruefen");
        List<Feldfehler> fehler = new ArrayList<>(dateien.befallene(v, blatt.seite()));
        fehler.addAll(
                pruefen == null
                        ? quellen.zuBerichtigen(v, blatt.seite())
                        : blatt.fehler(v.lage(), pruefen.equals(Abschlussseiten.ABSCHLIESSEND)));
        zeige(v, blatt, fehler, 200);
    }

    /** The page as it was typed: nothing of it was saved, all of it can be shortened. */
    private void zeigeZuGrosse(Vorgang v, Blatt blatt, Fehlercode fehler) throws IOException {
        Ansicht ansicht = v.a().ansicht(v.stelle());
        String hinweis = ansicht.t("web.antworten.gross") + " " + ansicht.t("fehler.code", fehler.code());
        zeige(v, blatt, List.of(), 413, List.of(hinweis));
    }

    private void zeige(Vorgang v, Blatt blatt, List<Feldfehler> fehler, int status) throws IOException {
        zeige(v, blatt, fehler, status, List.of());
    }

    private void zeige(Vorgang v, Blatt blatt, List<Feldfehler> fehler, int status, List<String> meldungen)
            throws IOException {
        List<String> hinweise = new ArrayList<>(meldungen);
        hinweise.addAll(hinweise(v, blatt.seite()));
        Formularseite seite = blatt.seite();
        List<Formularseite> seiten = v.lage().seiten();
        OzgDienst dienst = v.formular().dienst();
        Ansicht ansicht = v.a().ansicht(v.stelle());
        int nummer = seiten.indexOf(seite) + 1;
        Formularansicht f = new Formularansicht(
                ansicht,
                dienst.titel(),
                v.pfad() + blatt.pfad(),
                seite,
                nummer,
                seiten.size() + 1,
                v.entwurf().stand(),
                v.antworten(),
                blatt.gezeigte(v.lage()),
                fehler,
                dateien.staende(v),
                new Umgebung(
                        blatt.ausschnitt(),
                        v.pfad() + "/seite/" + seite.id(),
                        danach(v.a()),
                        hinweise,
                        suchen.letzte(v),
                        sdk.haken(),
                        sdk.haken().von(EigeneSeite.class).stream()
                                .filter(haken -> haken.zeigt(v.formular(), seite))
                                .findFirst()));
        String davor = fehler.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ";
        schreiber.schreibe(
                v.a(),
                status,
                "formular",
                davor + seite.titel() + " – " + ansicht.t("schritt", nummer, seiten.size() + 1) + " – "
                        + dienst.titel(),
                v.stelle(),
                Map.of("f", f, "quellen", quellen.ansicht(v, seite, ansicht)));
    }

    private static String danach(Anfrage a) {
        return "pruefen".equals(a.wert("danach")) ? "pruefen" : "";
    }

    private List<String> hinweise(Vorgang v, Formularseite seite) {
        List<String> hinweise = new ArrayList<>();
        if (v.a().wert("uebersprungen") != null) {
            Ansicht ansicht = v.a().ansicht(v.stelle());
            hinweise.add(
                    ansicht.t("seite.uebersprungen") + " " + ansicht.t("fehler.code", FormFehler.UEBERSPRUNGEN.code()));
        }
        Entwurfsregeln regeln = v.formular().dienst().entwurf();
        regeln.ablauf()
                .map(tag -> Katalogseiten.TAG.format(tag.plusDays(regeln.schonfrist() - 1L)))
                .ifPresent(tag -> hinweise.add(v.a().ansicht(v.stelle()).t("seite.ablauf", tag)));
        sdk.haken()
                .rufe(VorSeite.class, haken -> haken.hinweis(v.kontext(), seite).ifPresent(hinweise::add));
        return hinweise;
    }

    private void sende(Vorgang v, Blatt blatt) throws IOException {
        Anfrage a = v.a();
        Formularseite seite = blatt.seite();
        String aktion =
                a.http().getParameter("aktion") == null ? "weiter" : a.http().getParameter("aktion");
        Feldnamen.pruefe(a, v.formular());
        List<Platz> gezeigte = blatt.gezeigte(v.lage());
        List<Platz> alle = v.lage().plaetze(seite);
        Antworten neu = Eingabe.lies(gezeigte, v.antworten(), name -> a.http().getParameter(name))
                .mitSeite(seite.id());
        Eintragsaktion eintragsaktion = Eintragsaktion.von(aktion);
        List<Feldfehler> ablehnungen = new ArrayList<>();
        neu = dateien.nimm(v, gezeigte, neu, ablehnungen);
        neu = quellen.wahre(v, eintragsaktion.an(alle, neu));
        eintragsaktion.ablehnung(alle).ifPresent(ablehnungen::add);
        Entwurfsschreiber.Ergebnis geschrieben;
        try {
            geschrieben = entwuerfe.schreibe(v, neu);
        } catch (InvalidInput e) {
            if (e.fehlercode() != StoreFehler.ZU_GROSS) {
                throw e;
            }
            zeigeZuGrosse(new Vorgang(a, v.formular(), v.entwurf(), neu, v.heute()), blatt, e.fehlercode());
            return;
        }
        Speicherergebnis ergebnis = geschrieben.speicherung();
        neu = geschrieben.antworten();
        if (ergebnis instanceof Speicherergebnis.Konflikt konflikt) {
            konflikte.ueberholt(v, konflikt.aktuell(), blatt.pfad(), neu);
        } else if (ergebnis instanceof Speicherergebnis.Gespeichert gespeichert) {
            // A file goes after the answers that name it are gone, never before: no draft names a file that is not
            // there.
            dateien.loesche(v, v.antworten(), neu);
            Vorgang nachher = new Vorgang(a, v.formular(), gespeichert.entwurf(), neu, v.heute());
            sdk.haken().rufe(NachSpeichern.class, haken -> haken.gespeichert(nachher.kontext()));
            if (ablehnungen.isEmpty()) {
                Quellenablauf.Nachgang nachgang = quellen.nachSpeichern(nachher, seite, aktion);
                weiter(nachgang.v(), blatt, Eintragsaktion.von(nachgang.aktion()));
            } else {
                zeige(nachher, blatt, ablehnungen, 422);
            }
        } else {
            dateien.loesche(v, neu, v.antworten());
            lage.weg(a, v.formular().dienst(), v.entwurf().id(), List.of("seite"));
        }
    }

    private void weiter(Vorgang v, Blatt blatt, Eintragsaktion aktion) throws IOException {
        boolean imEintrag = !blatt.ausschnitt().eintrag().isEmpty();
        String danach = danach(v.a()).isEmpty() ? "" : "danach=pruefen";
        switch (aktion.name()) {
            case "weiter" -> {
                if (!blatt.fehler(v.lage(), false).isEmpty()
                        || !dateien.befallene(v, blatt.seite()).isEmpty()) {
                    leite(v, blatt.pfad(), "pruefen=1", danach);
                } else if (imEintrag) {
                    leite(
                            v,
                            blatt.umgebend(v.lage()),
                            "ab=" + blatt.ausschnitt().eintrag(),
                            danach);
                } else {
                    leite(v, naechste(v, blatt.seite(), !danach.isEmpty()), danach);
                }
            }
            case "zurueck" -> {
                Optional<Formularseite> vorige = v.lage().vorige(blatt.seite());
                if (imEintrag) {
                    leite(
                            v,
                            blatt.umgebend(v.lage()),
                            "ab=" + blatt.ausschnitt().eintrag(),
                            danach);
                } else if (!danach.isEmpty()) {
                    leite(v, "/pruefen");
                } else if (!blatt.seite().abschnitt().isEmpty()) {
                    leite(v, Aufgabenseite.neben(blatt.seite(), vorige).orElse(""));
                } else if (vorige.isPresent()) {
                    leite(v, "/seite/" + vorige.get().id());
                } else {
                    v.a().leiteWeiter("/" + v.formular().dienst().id());
                }
            }
            case "einwilligung" -> v.a().leiteWeiter(v.pfad() + Einwilligungsseite.PFAD);
            case "unterbrechen" -> unterbrechung.unterbrechen(v);
            case "suche" -> {
                suchen.merke(v, aktion.ort());
                leite(v, blatt.pfad(), "suche=" + aktion.ort(), danach);
            }
            default ->
                leite(
                        v,
                        aktion.ziel("/seite/" + blatt.seite().id(), v.lage().plaetze(blatt.seite()))
                                .filter(ziel -> !ziel.contains("?ab=") || !imEintrag)
                                .orElse(blatt.pfad()),
                        danach);
        }
    }

    /** From the review a citizen goes on only to what is new, then back. */
    private static String naechste(Vorgang v, Formularseite seite, boolean zumPruefen) {
        Optional<String> aufgabe = zumPruefen
                ? Optional.empty()
                : Aufgabenseite.neben(seite, v.lage().naechste(seite));
        if (aufgabe.isPresent()) {
            return aufgabe.get();
        }
        Optional<Formularseite> naechste =
                zumPruefen ? v.lage().ersteOffene() : v.lage().naechste(seite);
        return naechste.map(s -> "/seite/" + s.id()).orElse("/pruefen");
    }

    private static void leite(Vorgang v, String pfad, String... angaben) {
        StringBuilder ziel = new StringBuilder(v.pfad()).append(pfad);
        for (String angabe : angaben) {
            if (!angabe.isEmpty() && !pfad.equals("/pruefen")) {
                ziel.append(ziel.indexOf("?") < 0 ? '?' : '&').append(angabe);
            }
        }
        v.a().leiteWeiter(ziel.toString());
    }

    private LocalDate heute() {
        return heute(sdk.clock());
    }

    static LocalDate heute(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), BERLIN);
    }

    private static String cookie(AntragId id) {
        return "ozg-a-" + id;
    }
}
