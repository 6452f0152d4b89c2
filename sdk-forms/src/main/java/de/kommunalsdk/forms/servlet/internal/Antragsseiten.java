/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of one draft: its start, the pages of its form, and whom each request goes to. */
final class Antragsseiten {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ENTWUERFE = 500; // of one address in ten minutes: a Buergerbuero has one address
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final Duration MERKEN = Duration.ofDays(90);

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final AntragStore antraege;
    private final Entwurfsdateien dateien;
    private final Abschlussseiten abschluss;
    private final Entwurfslage lage;
    private final Konfliktseiten konflikte;
    private final Unterbrechungsseiten unterbrechung;

    Antragsseiten(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.antraege = sdk.datenhaltung().antraege();
        this.dateien = new Entwurfsdateien(sdk);
        this.abschluss = new Abschlussseiten(sdk, schreiber, dateien);
        this.lage = new Entwurfslage(sdk, schreiber);
        this.konflikte = new Konfliktseiten(sdk, schreiber, dateien, lage);
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
        a.leiteWeiter(Vorgang.pfad(dienst, entwurf.id()) + "/seite/"
                + Reise.fuer(a.mandant())
                        .seiten(formular, Antworten.LEER, heute())
                        .get(0)
                        .id());
    }

    /** Lets this browser go on with a draft. */
    void merke(Anfrage a, OzgDienst dienst, AntragId id) {
        String wert = sdk.siegel().siegle("antrag", a.mandant().id() + ":" + id, MERKEN);
        a.setzeCookie(cookie(id), wert, Vorgang.pfad(dienst, id), MERKEN);
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
            if (!lage.zuSpaet(a, angeboten, antrag.get(), rest)) {
                abschluss.nachEinreichung(a, angeboten, antrag.get(), wohin);
            }
            return;
        }
        Optional<Vorgang> offen = lage.oeffne(a, angeboten, id, rest, heute());
        if (offen.isEmpty()) {
            return;
        }
        Vorgang v = offen.get();
        dateien.lasseEin(a, () -> {
            a.liesFelder(Entwurfsdateien.umfang(v, rest));
            if (a.istPost()) {
                a.pruefeCsrf(a.http().getParameter("csrf"));
            }
            bediene(v, rest);
        });
    }

    private void bediene(Vorgang v, List<String> rest) throws IOException {
        Anfrage a = v.a();
        OzgDienst angeboten = v.formular().dienst();
        AntragId id = v.entwurf().id();
        String wohin = rest.isEmpty() ? "" : rest.get(0);
        String methode = a.http().getMethod() + " " + wohin;
        switch (methode) {
            case "GET " -> a.leiteWeiter(v.pfad() + zuletzt(v));
            case "GET seite" -> seite(v, gewuenscht(v, rest), a.http().getParameter("pruefen"));
            case "POST seite" -> {
                if (!konflikte.erkannt(v, rest.size() == 2 ? rest.get(1) : "")) {
                    sende(v, gewuenscht(v, rest));
                }
            }
            case "POST konflikt" -> konflikte.loese(v);
            case "GET umgestellt" -> lage.umgestellt(v);
            case "POST umgestellt" -> lage.bestaetige(v);
            case "GET pruefen" -> abschluss.pruefen(v);
            case "POST einreichen" -> abschluss.einreichen(v);
            case "POST unterbrechen" -> unterbrechung.unterbrechen(v);
            case "POST post" -> unterbrechung.sendePost(v);
            case "POST beenden" -> {
                a.setzeCookie(cookie(id), "", Vorgang.pfad(angeboten, id), Duration.ZERO);
                a.leiteWeiter("/" + angeboten.id());
            }
            case "POST verwerfen" -> {
                antraege.loeschen(a.mandant().id(), id);
                a.setzeCookie(cookie(id), "", Vorgang.pfad(angeboten, id), Duration.ZERO);
                a.leiteWeiter("/" + angeboten.id());
            }
            case "GET quittung" -> a.leiteWeiter(v.pfad() + zuletzt(v));
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    /** Where the citizen left; the first page when that page is no longer on the way. */
    private String zuletzt(Vorgang v) {
        List<Formularseite> seiten = v.reise().seiten(v.formular(), v.antworten(), v.heute());
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
                        v.reise().seiten(v.formular(), v.antworten(), v.heute()).contains(s))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    private void seite(Vorgang v, Formularseite seite, @Nullable String pruefen) throws IOException {
        List<Feldfehler> fehler = List.of();
        if (pruefen != null) {
            fehler = pruefen.equals(Abschlussseiten.ABSCHLIESSEND)
                    ? v.reise().pruefeAbschliessend(v.formular(), seite, v.antworten(), v.heute())
                    : v.reise().pruefe(v.formular(), seite, v.antworten(), v.heute());
        }
        zeige(v, seite, fehler, 200);
    }

    private void zeige(Vorgang v, Formularseite seite, List<Feldfehler> fehler, int status) throws IOException {
        List<Formularseite> seiten = v.reise().seiten(v.formular(), v.antworten(), v.heute());
        OzgDienst dienst = v.formular().dienst();
        Ansicht ansicht = v.a().ansicht(v.stelle());
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
                dateien.liste(v));
        String davor = fehler.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ";
        schreiber.schreibe(
                v.a(),
                status,
                "formular",
                davor + seite.titel() + " – " + ansicht.t("schritt", nummer, seiten.size() + 1) + " – "
                        + dienst.titel(),
                v.stelle(),
                Map.of("f", f));
    }

    private void sende(Vorgang v, Formularseite seite) throws IOException {
        Anfrage a = v.a();
        String aktion =
                a.http().getParameter("aktion") == null ? "weiter" : a.http().getParameter("aktion");
        List<Platz> plaetze = Seitenbaum.von(v.formular(), seite, v.antworten(), v.heute());
        Antworten neu = Eingabe.lies(plaetze, v.antworten(), name -> a.http().getParameter(name))
                .mitSeite(seite.id());
        List<Feldfehler> dateifehler = new ArrayList<>();
        neu = dateien.nimm(v, plaetze, neu, dateifehler);
        neu = handle(plaetze, neu, aktion);
        Speicherergebnis ergebnis = antraege.speichern(v.entwurf(), AntwortenFormat.schreibe(neu));
        // A file goes after the answers that name it are gone, never before: no draft names a file that is not there.
        if (ergebnis instanceof Speicherergebnis.Konflikt konflikt) {
            konflikte.ueberholt(v, konflikt.aktuell(), seite.id(), neu);
        } else if (ergebnis instanceof Speicherergebnis.Gespeichert gespeichert) {
            dateien.loesche(v, v.antworten(), neu);
            Vorgang nachher = new Vorgang(a, v.formular(), gespeichert.entwurf(), neu, v.heute());
            if (dateifehler.isEmpty()) {
                weiter(nachher, seite, aktion);
            } else {
                zeige(nachher, seite, dateifehler, 422);
            }
        } else {
            dateien.loesche(v, neu, v.antworten());
            lage.weg(a, v.formular().dienst(), v.entwurf().id(), List.of("seite"));
        }
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
        List<Formularseite> seiten = v.reise().seiten(v.formular(), v.antworten(), v.heute());
        int stelle = seiten.indexOf(seite);
        String hier = "/seite/" + seite.id();
        if (aktion.equals("zurueck")) {
            v.a().leiteWeiter(
                            stelle > 0
                                    ? v.pfad() + "/seite/"
                                            + seiten.get(stelle - 1).id()
                                    : "/" + v.formular().dienst().id());
        } else if (aktion.equals("unterbrechen")) {
            unterbrechung.unterbrechen(v);
        } else if (!aktion.equals("weiter")) {
            v.a().leiteWeiter(v.pfad() + hier);
        } else if (!v.reise()
                .pruefe(v.formular(), seite, v.antworten(), v.heute())
                .isEmpty()) {
            v.a().leiteWeiter(v.pfad() + hier + "?pruefen=1");
        } else {
            v.a().leiteWeiter(v.pfad()
                    + (stelle + 1 < seiten.size()
                            ? "/seite/" + seiten.get(stelle + 1).id()
                            : "/pruefen"));
        }
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
