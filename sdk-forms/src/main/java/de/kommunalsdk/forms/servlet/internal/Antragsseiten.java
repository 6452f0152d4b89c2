/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The way of one draft: its start, and whom each request goes to. */
final class Antragsseiten {

    private static final int ENTWUERFE = 500; // of one address in ten minutes: a Buergerbuero has one address
    private static final Duration FENSTER = Duration.ofMinutes(10);

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final AntragStore antraege;
    private final Entwurfscookies cookies;
    private final Entwurfsdateien dateien;
    private final Abschlussseiten abschluss;
    private final Entwurfsseiten entwurfsseiten;
    private final Entwurfslage lage;
    private final Konfliktseiten konflikte;
    private final Unterbrechungsseiten unterbrechung;
    private final Ausfuellseiten ausfuellen;
    private final Quellenablauf quellen;
    private final Einwilligungsseite einwilligung;
    private final Weitergabeseiten weitergabe;
    private final Anmeldeschranke schranke;
    private final Sendungen sendungen;

    Antragsseiten(
            KommunalSdk sdk,
            Antwortschreiber schreiber,
            Druckseiten druckseiten,
            Entwurfscookies cookies,
            Nutzerfrage nutzerfrage,
            Sendungen sendungen) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.antraege = sdk.datenhaltung().antraege();
        this.cookies = cookies;
        this.dateien = new Entwurfsdateien(sdk);
        this.abschluss = new Abschlussseiten(sdk, schreiber, dateien, druckseiten, nutzerfrage);
        this.quellen = new Quellenablauf(sdk, nutzerfrage);
        this.einwilligung = new Einwilligungsseite(sdk, schreiber, quellen);
        this.weitergabe = new Weitergabeseiten(sdk, schreiber, dateien, abschluss);
        this.entwurfsseiten = new Entwurfsseiten(sdk, schreiber);
        this.lage = new Entwurfslage(sdk, entwurfsseiten, sendungen);
        this.konflikte = new Konfliktseiten(sdk, schreiber, dateien, quellen, lage, entwurfsseiten);
        this.schranke = new Anmeldeschranke(sdk, nutzerfrage, sendungen);
        this.sendungen = sendungen;
        this.unterbrechung = new Unterbrechungsseiten(sdk, schreiber);
        this.ausfuellen =
                new Ausfuellseiten(sdk, schreiber, dateien, quellen, konflikte, unterbrechung, entwurfsseiten);
    }

    /** Begins a draft. */
    void starte(Anfrage a, OzgDienst dienst) {
        String zaehler =
                "start:" + a.mandant().id() + ":" + Absendernetz.von(a.http().getRemoteAddr());
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
        cookies.merke(a, dienst, entwurf.id());
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

    /** All below {@code /{dienst}/antrag/{id}}. */
    void bediene(Anfrage a, OzgDienst angeboten, AntragId id, List<String> rest) throws IOException {
        LocalDate gemerkt =
                cookies.gemerkt(a, id).orElseThrow(() -> new Abbruch(403, SdkFehler.FREMDER_ENTWURF, "web.fremd"));
        String wohin = rest.isEmpty() ? "" : rest.get(0);
        Optional<Antrag> antrag = antraege.antrag(a.mandant().id(), id);
        if (antrag.isPresent()) {
            OzgDienst eingereichter =
                    sdk.dienste().dienst(antrag.get().dienst()).orElse(angeboten);
            a.zeigt(eingereichter);
            cookies.stelleZurueck(a, angeboten, id, gemerkt);
            Vertrauensniveau gefordert = wohin.equals(Druckseiten.ZUSAMMENFASSUNG)
                    ? schranke.fuerZusammenfassung(a, antrag.get(), eingereichter)
                    : eingereichter.vertrauensniveau();
            if (!schranke.laesstZu(a, eingereichter, id, gefordert)
                    || entwurfsseiten.zuSpaet(a, angeboten, antrag.get(), rest)) {
                return;
            }
            if (wohin.equals(Sendungen.PFAD) && !a.istPost()) {
                sendungen.biete(a, id.wert(), rest, Vorgang.pfad(angeboten, id), Vorgang.stelle(a, angeboten));
            } else {
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
        if (!gemerkt.equals(heute())) { // a draft that is used every month lives longer than one cookie
            cookies.merke(a, angeboten, id);
        }
        dateien.lasseEin(a, () -> {
            dateien.lies(v, rest);
            if (a.istPost()) {
                a.pruefeCsrf();
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
            case "GET " + Sendungen.PFAD -> sendungen.biete(a, id.wert(), rest, v.pfad(), v.stelle());
            case "GET seite" -> ausfuellen.zeige(v, rest);
            case "GET datei" -> dateien.sende(v, rest);
            case "POST seite" -> {
                if (!konflikte.erkannt(v, rest)) {
                    ausfuellen.sende(v, rest);
                }
            }
            case "POST konflikt" -> konflikte.loese(v);
            case "GET umgestellt" -> entwurfsseiten.umgestellt(v);
            case "POST umgestellt" -> lage.bestaetige(v);
            case "GET verlaengern" -> schreiber.frist(a);
            case "GET einwilligung" -> einwilligung.zeige(v);
            case "POST einwilligung" -> einwilligung.sende(v);
            case "GET pruefen" -> abschluss.pruefen(v.berechnet());
            case "POST einreichen" -> abschluss.einreichen(v.berechnet());
            case "POST unterbrechen" -> unterbrechung.unterbrechen(v);
            case "GET " + Unterbrechungsseiten.PFAD -> unterbrechung.zeige(v);
            case "POST post" -> unterbrechung.sendePost(v);
            case "POST beenden" -> {
                antraege.beendeFortsetzung(a.mandant().id(), id); // the slip with the code lies beside this machine
                Entwurfscookies.vergiss(a, angeboten, id);
                a.leiteWeiter("/" + angeboten.id());
            }
            case "POST verwerfen" -> {
                antraege.loeschen(a.mandant().id(), id);
                Entwurfscookies.vergiss(a, angeboten, id);
                a.leiteWeiter("/" + angeboten.id());
            }
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    private LocalDate heute() {
        return heute(sdk.clock());
    }

    static LocalDate heute(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), Zeiten.BERLIN);
    }
}
