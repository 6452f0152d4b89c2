/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Einreichungsergebnis;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.mandant.Mandant.Angebot;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages of one Antrag: form, review, submission, receipt, interruption. */
final class Antragsseiten {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss", Locale.ROOT).withZone(BERLIN);
    private static final DateTimeFormatter TAG =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).withZone(BERLIN);
    private static final int MAX_TEXT = 4 << 20;
    private static final int ENTWUERFE = 500; // of one address in ten minutes: a Buergerbuero has one address
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final long MAX_JE_ENTWURF = 200L << 20;
    private static final int UPLOADS = 8; // at once; they are held in memory
    private static final int WARTEN = 10;
    private static final Duration MERKEN = Duration.ofDays(90);

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final AntragStore antraege;
    private final Reise reise = Reise.standard();
    private final Semaphore uploads = new Semaphore(UPLOADS, true);

    Antragsseiten(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.antraege = sdk.datenhaltung().antraege();
    }

    /** Begins a draft. */
    void starte(Anfrage a, OzgDienst dienst) {
        String zaehler = "start:" + a.mandant().id() + ":" + a.http().getRemoteAddr();
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, ENTWUERFE, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        Formular formular = sdk.formular(a.mandant().id(), dienst.ref())
                .orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
        Entwurf entwurf = antraege.anlegen(
                a.mandant().id(), dienst.ref(), AntwortenFormat.schreibe(Antworten.LEER), dienst.entwurfLebensdauer());
        merke(a, dienst, entwurf.id());
        a.leiteWeiter(pfad(dienst, entwurf.id()) + "/seite/"
                + reise.seiten(formular, Antworten.LEER, heute()).get(0).id());
    }

    /** Lets this browser go on with a draft. */
    void merke(Anfrage a, OzgDienst dienst, AntragId id) {
        String wert = sdk.siegel().siegle("antrag", a.mandant().id() + ":" + id, MERKEN);
        a.setzeCookie(cookie(id), wert, pfad(dienst, id), MERKEN);
    }

    /** All below {@code /{dienst}/antrag/{id}}. */
    void bediene(Anfrage a, OzgDienst angeboten, AntragId id, List<String> rest) throws IOException {
        boolean eigener = a.cookie(cookie(id))
                .flatMap(wert -> sdk.siegel().oeffne("antrag", wert))
                .filter((a.mandant().id() + ":" + id)::equals)
                .isPresent();
        if (!eigener) {
            throw new Abbruch(403, SdkFehler.FREMDER_ENTWURF, "web.fremd");
        }
        String wohin = rest.isEmpty() ? "" : rest.get(0);
        Optional<Antrag> antrag = antraege.antrag(a.mandant().id(), id);
        if (antrag.isPresent()) {
            nachEinreichung(a, angeboten, antrag.get(), wohin);
            return;
        }
        Entwurf entwurf = antraege.entwurf(a.mandant().id(), id)
                .filter(e -> e.dienst().id().equals(angeboten.id()))
                .orElseThrow(() -> new Abbruch(410, SdkFehler.ENTWURF_WEG, "web.abgelaufen"));
        Formular formular = sdk.formular(entwurf.dienst())
                .orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
        Vorgang v = new Vorgang(a, formular, entwurf, AntwortenFormat.lies(entwurf.inhalt()), heute());
        boolean gross = a.istMehrteilig() && a.http().getContentLengthLong() > MAX_TEXT;
        if (gross && !wartetAufUpload()) {
            throw new Abbruch(503, SdkFehler.ANDRANG, "web.andrang");
        }
        try {
            a.liesFelder(umfang(v, rest));
            if (a.istPost()) {
                a.pruefeCsrf(a.http().getParameter("csrf"));
            }
            bediene(v, rest);
        } finally {
            if (gross) {
                uploads.release();
            }
        }
    }

    private boolean wartetAufUpload() {
        try {
            return uploads.tryAcquire(WARTEN, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void bediene(Vorgang v, List<String> rest) throws IOException {
        Anfrage a = v.a();
        OzgDienst angeboten = v.formular().dienst();
        AntragId id = v.entwurf().id();
        String wohin = rest.isEmpty() ? "" : rest.get(0);
        String methode = a.http().getMethod() + " " + wohin;
        switch (methode) {
            case "GET " -> a.leiteWeiter(v.pfad() + zuletzt(v));
            case "GET seite" -> seite(v, gewuenscht(v, rest), a.http().getParameter("pruefen") != null);
            case "POST seite" -> sende(v, gewuenscht(v, rest));
            case "GET pruefen" -> pruefen(v);
            case "POST einreichen" -> einreichen(v);
            case "POST unterbrechen" -> unterbrechen(v);
            case "POST beenden" -> {
                a.setzeCookie(cookie(id), "", pfad(angeboten, id), Duration.ZERO);
                a.leiteWeiter("/" + angeboten.id());
            }
            case "POST verwerfen" -> {
                antraege.loeschen(a.mandant().id(), id);
                a.setzeCookie(cookie(id), "", pfad(angeboten, id), Duration.ZERO);
                a.leiteWeiter("/" + angeboten.id());
            }
            case "GET quittung" -> a.leiteWeiter(v.pfad() + zuletzt(v));
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    /** What a request may have: the text of a page, and a file in each of its fields for files. */
    private static long umfang(Vorgang v, List<String> rest) {
        long[] bytes = {MAX_TEXT};
        v.formular()
                .seite(rest.size() == 2 ? rest.get(1) : "")
                .ifPresent(
                        seite -> Seitenbaum.felder(Seitenbaum.von(v.formular(), seite, v.antworten(), v.heute()), p -> {
                            if (p.feld().anzeige() == Feld.Anzeige.DATEI) {
                                bytes[0] += Math.min(p.feld().maxBytes(), Verteiler.MAX_DATEI) + (64 << 10);
                            }
                        }));
        return Math.min(bytes[0], Verteiler.MAX_ANFRAGE);
    }

    private void nachEinreichung(Anfrage a, OzgDienst dienst, Antrag antrag, String wohin) throws IOException {
        if (!wohin.equals("quittung") || a.istPost()) {
            a.leiteWeiter(pfad(dienst, antrag.id()) + "/quittung");
            return;
        }
        schreiber.schreibe(
                a,
                200,
                "quittung",
                a.ansicht(stelle(a, dienst)).t("quittung") + " – " + dienst.titel(),
                stelle(a, dienst),
                Map.of(
                        "titel", dienst.titel(),
                        "nummer", antrag.vorgangsnummer().wert(),
                        "zeit", ZEIT.format(antrag.eingegangenAm()) + " (Europe/Berlin)"));
    }

    /** Where the citizen left; the first page when that page is no longer on the way. */
    private String zuletzt(Vorgang v) {
        List<Formularseite> seiten = reise.seiten(v.formular(), v.antworten(), v.heute());
        return "/seite/"
                + seiten.stream()
                        .map(Formularseite::id)
                        .filter(v.antworten().seite()::equals)
                        .findFirst()
                        .orElse(seiten.get(0).id());
    }

    private Formularseite gewuenscht(Vorgang v, List<String> rest) {
        return v.formular()
                .seite(rest.size() == 2 ? rest.get(1) : "")
                .filter(s ->
                        reise.seiten(v.formular(), v.antworten(), v.heute()).contains(s))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    private void seite(Vorgang v, Formularseite seite, boolean mitFehlern) throws IOException {
        List<Feldfehler> fehler = mitFehlern ? reise.pruefe(v.formular(), seite, v.antworten(), v.heute()) : List.of();
        zeige(v, seite, fehler, 200);
    }

    private void zeige(Vorgang v, Formularseite seite, List<Feldfehler> fehler, int status) throws IOException {
        List<Formularseite> seiten = reise.seiten(v.formular(), v.antworten(), v.heute());
        OzgDienst dienst = v.formular().dienst();
        Ansicht ansicht = v.a().ansicht(stelle(v.a(), dienst));
        int nummer = seiten.indexOf(seite) + 1;
        Formularansicht f = new Formularansicht(
                ansicht,
                dienst.titel(),
                v.a().basis() + v.pfad() + "/seite/" + seite.id(),
                seite,
                nummer,
                seiten.size() + 1,
                v.entwurf().stand(),
                v.antworten(),
                Seitenbaum.von(v.formular(), seite, v.antworten(), v.heute()),
                fehler,
                dateien(v),
                !v.formular().synthetischeCodelisten().isEmpty());
        String davor = fehler.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ";
        schreiber.schreibe(
                v.a(),
                status,
                "formular",
                davor + seite.titel() + " – " + ansicht.t("schritt", nummer, seiten.size() + 1) + " – "
                        + dienst.titel(),
                stelle(v.a(), dienst),
                Map.of("f", f));
    }

    private Map<AnlageId, Anlage> dateien(Vorgang v) {
        return sdk
                .datenhaltung()
                .anlagen()
                .liste(v.a().mandant().id(), v.entwurf().id())
                .stream()
                .collect(Collectors.toMap(Anlage::id, Function.identity()));
    }

    private void sende(Vorgang v, Formularseite seite) throws IOException {
        Anfrage a = v.a();
        String aktion =
                a.http().getParameter("aktion") == null ? "weiter" : a.http().getParameter("aktion");
        List<Platz> plaetze = Seitenbaum.von(v.formular(), seite, v.antworten(), v.heute());
        Antworten neu = Eingabe.lies(plaetze, v.antworten(), name -> a.http().getParameter(name))
                .mitSeite(seite.id());
        if (!String.valueOf(v.entwurf().stand()).equals(a.http().getParameter("stand"))) {
            konflikt(v, seite, v.entwurf().stand());
            return;
        }
        List<Feldfehler> dateifehler = new ArrayList<>();
        neu = dateien(v, plaetze, neu, dateifehler);
        neu = handle(plaetze, neu, aktion);
        Speicherergebnis ergebnis = antraege.speichern(v.entwurf(), AntwortenFormat.schreibe(neu));
        // A file goes after the answers that name it are gone, never before: no draft names a file that is not there.
        boolean gilt = ergebnis instanceof Speicherergebnis.Gespeichert;
        loesche(v, gilt ? v.antworten() : neu, gilt ? neu : v.antworten());
        if (ergebnis instanceof Speicherergebnis.Konflikt konflikt) {
            konflikt(v, seite, konflikt.aktuell().stand());
        } else if (ergebnis instanceof Speicherergebnis.Gespeichert gespeichert) {
            Vorgang nachher = new Vorgang(a, v.formular(), gespeichert.entwurf(), neu, v.heute());
            if (dateifehler.isEmpty()) {
                weiter(nachher, seite, aktion);
            } else {
                zeige(nachher, seite, dateifehler, 422);
            }
        } else {
            throw new Abbruch(410, SdkFehler.ENTWURF_WEG, "web.abgelaufen");
        }
    }

    private Antworten dateien(Vorgang v, List<Platz> plaetze, Antworten bisher, List<Feldfehler> fehler)
            throws IOException {
        Map<String, Feld> felder = new LinkedHashMap<>();
        Seitenbaum.felder(plaetze, p -> {
            if (p.feld().anzeige() == Feld.Anzeige.DATEI) {
                felder.put(p.ort(), p.feld());
            }
        });
        Antworten[] neu = {bisher};
        long belegt = dateien(v).values().stream().mapToLong(Anlage::groesse).sum();
        for (Part teil : v.teile()) {
            String ort = teil.getName().endsWith(".datei")
                    ? teil.getName().substring(0, teil.getName().length() - ".datei".length())
                    : "";
            Feld feld = felder.get(ort);
            belegt += teil.getSize();
            boolean leer = teil.getSubmittedFileName() == null
                    || teil.getSubmittedFileName().isEmpty();
            if (feld == null || leer) {
                continue;
            }
            if (neu[0].anlagen(ort).size() >= Math.min(20, feld.anzahl().max())) {
                fehler.add(new Feldfehler(
                        ort,
                        Feldfehler.Art.ZU_VIELE,
                        feld.beschriftung(),
                        List.of(String.valueOf(Math.min(20, feld.anzahl().max())))));
                continue;
            }
            if (belegt > MAX_JE_ENTWURF) {
                fehler.add(new Feldfehler(
                        ort,
                        Feldfehler.Art.DATEI_ZU_GROSS,
                        feld.beschriftung(),
                        List.of(String.valueOf(MAX_JE_ENTWURF / 1_000_000))));
                continue;
            }
            new Dateiannahme(sdk)
                    .nimm(v.entwurf(), feld, ort, teil, anlage -> neu[0] = Eingabe.mitDatei(neu[0], ort, anlage.id()))
                    .ifPresent(fehler::add);
        }
        return neu[0];
    }

    /** Deletes the files that {@code weg} names and {@code bleibt} does not. */
    private void loesche(Vorgang v, Antworten weg, Antworten bleibt) {
        Set<AnlageId> dateien = new LinkedHashSet<>();
        weg.anlagen().values().forEach(dateien::addAll);
        bleibt.anlagen().values().forEach(dateien::removeAll);
        dateien.forEach(datei -> sdk.datenhaltung()
                .anlagen()
                .loeschen(v.a().mandant().id(), v.entwurf().id(), datei));
    }

    private static Antworten handle(List<Platz> plaetze, Antworten neu, String aktion) {
        String[] teile = aktion.split(":", 3);
        if (teile.length == 3 && teile[0].equals("loeschen") && AnlageId.istGueltig(teile[2])) {
            AnlageId datei = new AnlageId(teile[2]);
            return Eingabe.ohneDatei(neu, teile[1], datei);
        } else if (teile.length == 2 && teile[0].equals("hinzufuegen")) {
            return wiederholung(plaetze, teile[1])
                    .filter(Platz.Wiederholung::mehrErlaubt)
                    .map(w -> Eingabe.hinzufuegen(neu, w.ort(), w.eintraege().size()))
                    .orElse(neu);
        } else if (teile.length == 2 && teile[0].equals("entfernen")) {
            int strich = teile[1].lastIndexOf('-');
            String nummer = teile[1].substring(strich + 1);
            return strich < 1 || !nummer.matches("\\d{1,2}")
                    ? neu
                    : wiederholung(plaetze, teile[1].substring(0, strich))
                            .filter(Platz.Wiederholung::wenigerErlaubt)
                            .map(w -> Eingabe.entfernen(
                                    neu,
                                    w.ort(),
                                    Integer.parseInt(nummer),
                                    w.eintraege().size()))
                            .orElse(neu);
        }
        return neu;
    }

    private static Optional<Platz.Wiederholung> wiederholung(List<Platz> plaetze, String ort) {
        for (Platz platz : plaetze) {
            if (platz instanceof Platz.Wiederholung w) {
                if (w.ort().equals(ort)) {
                    return Optional.of(w);
                }
                Optional<Platz.Wiederholung> unten = wiederholung(w.eintraege(), ort);
                if (unten.isPresent()) {
                    return unten;
                }
            } else if (platz instanceof Platz.GruppenPlatz g) {
                Optional<Platz.Wiederholung> unten = wiederholung(g.kinder(), ort);
                if (unten.isPresent()) {
                    return unten;
                }
            }
        }
        return Optional.empty();
    }

    private void weiter(Vorgang v, Formularseite seite, String aktion) throws IOException {
        List<Formularseite> seiten = reise.seiten(v.formular(), v.antworten(), v.heute());
        int stelle = seiten.indexOf(seite);
        String hier = "/seite/" + seite.id();
        if (aktion.equals("zurueck")) {
            v.a().leiteWeiter(
                            stelle > 0
                                    ? v.pfad() + "/seite/"
                                            + seiten.get(stelle - 1).id()
                                    : "/" + v.formular().dienst().id());
        } else if (aktion.equals("unterbrechen")) {
            unterbrechen(v);
        } else if (!aktion.equals("weiter")) {
            v.a().leiteWeiter(v.pfad() + hier);
        } else if (!reise.pruefe(v.formular(), seite, v.antworten(), v.heute()).isEmpty()) {
            v.a().leiteWeiter(v.pfad() + hier + "?pruefen=1");
        } else {
            v.a().leiteWeiter(v.pfad()
                    + (stelle + 1 < seiten.size()
                            ? "/seite/" + seiten.get(stelle + 1).id()
                            : "/pruefen"));
        }
    }

    private void konflikt(Vorgang v, Formularseite seite, long stand) throws IOException {
        OzgDienst dienst = v.formular().dienst();
        Ansicht ansicht = v.a().ansicht(stelle(v.a(), dienst));
        Map<String, String> felder = Antwortschreiber.gesendete(v.a(), "stand");
        felder.put("stand", String.valueOf(stand));
        String hier = v.a().basis() + v.pfad() + "/seite/" + seite.id();
        schreiber.meldung(
                v.a(),
                409,
                stelle(v.a(), dienst),
                new Antwortschreiber.Meldung(
                        ansicht.t("konflikt"),
                        ansicht.t("konflikt.text"),
                        "",
                        "",
                        hier,
                        ansicht.t("konflikt.uebernehmen"),
                        hier,
                        ansicht.t("konflikt.gespeichert"),
                        felder));
    }

    private void pruefen(Vorgang v) throws IOException {
        Optional<Formularseite> offen = reise.ersteUnvollstaendige(v.formular(), v.antworten(), v.heute());
        if (offen.isPresent()) {
            v.a().leiteWeiter(v.pfad() + "/seite/" + offen.get().id() + "?pruefen=1");
            return;
        }
        OzgDienst dienst = v.formular().dienst();
        Map<AnlageId, Anlage> dateien = dateien(v);
        Map<String, Object> werte = new LinkedHashMap<>();
        werte.put("titel", dienst.titel());
        werte.put("antragspfad", v.a().basis() + v.pfad());
        werte.put("einreichschluessel", AntragId.neu().wert());
        werte.put("stand", v.entwurf().stand());
        werte.put(
                "schritt", reise.seiten(v.formular(), v.antworten(), v.heute()).size() + 1);
        werte.put("geaendert", v.a().http().getParameter("geaendert") != null);
        werte.put("synthetisch", !v.formular().synthetischeCodelisten().isEmpty());
        werte.put(
                "zusammenfassung",
                Zusammenfassung.von(
                        v.formular(),
                        v.antworten(),
                        heute(),
                        id -> dateien.containsKey(id) ? dateien.get(id).dateiname() : ""));
        schreiber.schreibe(
                v.a(),
                200,
                "pruefen",
                v.a().ansicht(stelle(v.a(), dienst)).t("pruefen") + " – " + dienst.titel(),
                stelle(v.a(), dienst),
                werte);
    }

    private void einreichen(Vorgang v) {
        Anfrage a = v.a();
        String schluessel = a.http().getParameter("einreichschluessel");
        if (schluessel == null || !AntragId.istGueltig(schluessel)) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
        boolean geprueft = String.valueOf(v.entwurf().stand()).equals(a.http().getParameter("stand"));
        Optional<Formularseite> offen = reise.ersteUnvollstaendige(v.formular(), v.antworten(), v.heute());
        if (!geprueft || offen.isPresent()) {
            a.leiteWeiter(v.pfad() + "/pruefen?geaendert=1");
            return;
        }
        OzgDienst dienst = v.formular().dienst();
        Antworten sichtbare = Fachdaten.sichtbare(v.formular(), v.antworten(), v.heute());
        List<String> wege = a.mandant()
                .angebot(dienst.id())
                .map(Angebot::wege)
                .filter(eigene -> !eigene.isEmpty())
                .orElse(dienst.wege());
        Einreichungsergebnis ergebnis = antraege.einreichen(new Einreichung(
                v.entwurf(),
                schluessel,
                Fachdaten.friereEin(v.formular(), sichtbare),
                Fachdaten.anlagen(sichtbare),
                wege,
                dienst.aufbewahrung()));
        if (ergebnis instanceof Einreichungsergebnis.Eingereicht) {
            sdk.stosseAn();
            a.leiteWeiter(v.pfad() + "/quittung");
        } else if (ergebnis instanceof Einreichungsergebnis.EntwurfGeaendert) {
            a.leiteWeiter(v.pfad() + "/pruefen?geaendert=1");
        } else if (antraege.antrag(a.mandant().id(), v.entwurf().id()).isPresent()) {
            a.leiteWeiter(v.pfad() + "/quittung");
        } else {
            throw new Abbruch(410, SdkFehler.ENTWURF_WEG, "web.abgelaufen");
        }
    }

    private void unterbrechen(Vorgang v) throws IOException {
        OzgDienst dienst = v.formular().dienst();
        String code =
                antraege.fortsetzungscode(v.a().mandant().id(), v.entwurf().id());
        schreiber.schreibe(
                v.a(),
                200,
                "unterbrochen",
                v.a().ansicht(stelle(v.a(), dienst)).t("unterbrochen") + " – " + dienst.titel(),
                stelle(v.a(), dienst),
                Map.of(
                        "titel",
                        dienst.titel(),
                        "code",
                        code,
                        "bis",
                        TAG.format(v.entwurf().laeuftAb()),
                        "antragspfad",
                        v.a().basis() + v.pfad()));
    }

    static de.kommunalsdk.mandant.Mandant.Stelle stelle(Anfrage a, OzgDienst dienst) {
        return a.mandant()
                .angebot(dienst.id())
                .flatMap(Angebot::stelle)
                .orElse(a.mandant().stelle());
    }

    private LocalDate heute() {
        return LocalDate.ofInstant(sdk.clock().instant(), BERLIN);
    }

    private static String cookie(AntragId id) {
        return "ozg-a-" + id;
    }

    private static String pfad(OzgDienst dienst, AntragId id) {
        return "/" + dienst.id() + "/antrag/" + id;
    }

    private record Vorgang(Anfrage a, Formular formular, Entwurf entwurf, Antworten antworten, LocalDate heute) {

        String pfad() {
            return Antragsseiten.pfad(formular.dienst(), entwurf.id());
        }

        Collection<Part> teile() throws IOException {
            try {
                return a.teile();
            } catch (ServletException e) {
                throw new IOException(e);
            }
        }
    }
}
