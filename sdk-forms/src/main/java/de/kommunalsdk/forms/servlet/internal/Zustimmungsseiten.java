/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Entscheidung;
import de.kommunalsdk.beteiligung.Entscheidungsergebnis;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.beteiligung.Schlussfassung;
import de.kommunalsdk.forms.beteiligung.Sicht;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages of somebody who is asked for consent: the link, what may be seen, the decision. */
final class Zustimmungsseiten {

    private static final int FEHLVERSUCHE = 20; // of one address in ten minutes
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final int MAX_FORMULAR = 64 << 10;
    private static final int MAX_GRUND = 2000;
    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Beteiligungen beteiligungen;
    private final Zustimmungsformular eigeneSeiten;

    Zustimmungsseiten(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.beteiligungen = sdk.datenhaltung().beteiligungen();
        this.eigeneSeiten = new Zustimmungsformular(sdk, schreiber);
    }

    /** One request of one person in a running round. */
    record Fall(Anfrage a, OzgDienst dienst, Formular formular, Weitergabe runde, Beteiligung person, Sicht sicht) {

        String pfad() {
            return Zustimmungsseiten.pfad(dienst, person.id());
        }

        Reise reise() {
            return Reise.fuer(a.mandant());
        }

        /** The same after the person's answers were written. */
        Fall mit(Beteiligung nachher) {
            return new Fall(a, dienst, formular, runde, nachher, new Sicht(formular, sicht.rolle(), runde, nachher));
        }
    }

    static String pfad(OzgDienst dienst, BeteiligungId id) {
        return "/" + dienst.id() + "/beteiligt/" + id;
    }

    /** All below {@code /{dienst}/beteiligt}. */
    void bediene(Anfrage a, OzgDienst dienst, List<String> rest) throws IOException {
        String erstes = rest.isEmpty() ? "" : rest.get(0);
        if (erstes.equals("link") && rest.size() == 2) {
            link(a, dienst, rest.get(1));
        } else if (BeteiligungId.istGueltig(erstes)) {
            person(a, dienst, new BeteiligungId(erstes), rest.subList(1, rest.size()));
        } else {
            throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    /** A link is shown before it is redeemed: programs that look at links in mails send no forms. */
    private void link(Anfrage a, OzgDienst dienst, String link) throws IOException {
        if (a.istMehrteilig()) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
        a.liesFelder(MAX_FORMULAR);
        String zaehler = "beteiligt:" + a.mandant().id() + ":" + a.http().getRemoteAddr();
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, FEHLVERSUCHE, FENSTER)) {
            throw new Abbruch(429, BeteiligungFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        Beteiligung person = (link.length() == 43
                        ? beteiligungen.finde(a.mandant().id(), link)
                        : Optional.<Beteiligung>empty())
                .filter(b -> runde(b).filter(w -> gehoertZu(w, dienst)).isPresent())
                .orElseThrow(() -> new Abbruch(404, BeteiligungFehler.LINK_UNBEKANNT, "beteiligt.unbekannt"));
        sdk.datenhaltung().grenze().gibZurueck(zaehler);
        if (istEigener(a, person)) {
            a.leiteWeiter(pfad(dienst, person.id()));
            return;
        }
        Weitergabe runde = runde(person).orElseThrow();
        pruefeLaufend(runde, person);
        if (person.geoeffnet() || person.stand() != Zustimmungsstand.OFFEN) {
            throw new Abbruch(410, BeteiligungFehler.LINK_BENUTZT, "beteiligt.benutzt");
        }
        if (a.istPost()) {
            a.pruefeCsrf(a.http().getParameter("csrf"));
            if (!beteiligungen.oeffne(a.mandant().id(), link)) {
                throw new Abbruch(410, BeteiligungFehler.LINK_BENUTZT, "beteiligt.benutzt");
            }
            merke(a, dienst, runde, person);
            a.leiteWeiter(pfad(dienst, person.id()));
            return;
        }
        schreibe(
                a,
                dienst,
                "einladung",
                "beteiligt.einladung",
                Map.of("titel", dienst.titel(), "rolle", rolle(runde, person), "bis", ZEIT.format(runde.laeuftAb())));
    }

    private void merke(Anfrage a, OzgDienst dienst, Weitergabe runde, Beteiligung person) {
        // until some time after the round, so that the person can still read what became of it
        Duration dauer =
                Duration.between(sdk.clock().instant(), runde.laeuftAb()).plusDays(30);
        a.setzeCookie(
                cookie(person.id()),
                sdk.siegel().siegle("beteiligt", kennung(a, person), dauer),
                pfad(dienst, person.id()),
                dauer);
        // the link itself leads back in this browser
        a.setzeCookie(
                cookie(person.id()) + "-l",
                sdk.siegel().siegle("beteiligt", kennung(a, person), dauer),
                "/" + dienst.id() + "/beteiligt/link",
                dauer);
    }

    private static String cookie(BeteiligungId id) {
        return "ozg-p-" + id;
    }

    private static String kennung(Anfrage a, Beteiligung person) {
        return a.mandant().id() + ":" + person.id() + ":" + person.link();
    }

    private boolean istEigener(Anfrage a, Beteiligung person) {
        return a.cookie(cookie(person.id()))
                .or(() -> a.cookie(cookie(person.id()) + "-l"))
                .flatMap(wert -> sdk.siegel().oeffne("beteiligt", wert))
                .filter(kennung(a, person)::equals)
                .isPresent();
    }

    private Optional<Weitergabe> runde(Beteiligung person) {
        return beteiligungen.weitergabe(person.mandant(), person.antrag());
    }

    private static boolean gehoertZu(Weitergabe runde, OzgDienst dienst) {
        return runde.dienst().id().equals(dienst.id());
    }

    private Formular formular(Weitergabe runde) {
        return sdk.formular(runde.dienst()).orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
    }

    private String rolle(Weitergabe runde, Beteiligung person) {
        return formular(runde)
                .beteiligter(person.rolle())
                .map(Beteiligter::titel)
                .orElse(person.rolle());
    }

    /** Ends the request when the person's round is over without the person's own decision. */
    private void pruefeLaufend(Weitergabe runde, Beteiligung person) {
        boolean vorbei = person.stand() == Zustimmungsstand.OFFEN
                && runde.laeuft()
                && !sdk.clock().instant().isBefore(runde.laeuftAb());
        if (vorbei || person.stand() == Zustimmungsstand.ABGELAUFEN) {
            throw new Abbruch(410, BeteiligungFehler.ABGELAUFEN, "beteiligt.abgelaufen");
        }
        if (person.stand() == Zustimmungsstand.ZURUECKGEZOGEN || person.runde() != runde.runde()) {
            throw new Abbruch(410, BeteiligungFehler.ZURUECKGEZOGEN, "beteiligt.zurueckgezogen");
        }
    }

    private void person(Anfrage a, OzgDienst dienst, BeteiligungId id, List<String> rest) throws IOException {
        Beteiligung person = beteiligungen
                .beteiligung(a.mandant().id(), id)
                .filter(b -> istEigener(a, b))
                .orElseThrow(() -> new Abbruch(403, BeteiligungFehler.FREMDER_BROWSER, "beteiligt.fremd"));
        Weitergabe runde = runde(person)
                .filter(w -> gehoertZu(w, dienst))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
        a.liesFelder(MAX_FORMULAR);
        pruefeLaufend(runde, person);
        if (a.istPost()) {
            a.pruefeCsrf(a.http().getParameter("csrf"));
        }
        String methode = a.methode() + " " + (rest.isEmpty() ? "" : rest.get(0));
        if (person.stand() != Zustimmungsstand.OFFEN) {
            entschieden(a, dienst, runde, person, methode);
            return;
        }
        Formular formular = formular(runde);
        Beteiligter rolle = formular.beteiligter(person.rolle())
                .orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
        if (!niveau().erfuellt(rolle.vertrauensniveau())) {
            throw new Abbruch(403, BeteiligungFehler.NIVEAU, "beteiligt.niveau");
        }
        Fall fall = new Fall(a, dienst, formular, runde, person, new Sicht(formular, rolle, runde, person));
        switch (methode) {
            case "GET " -> zeige(fall);
            case "POST entscheiden" -> entscheide(fall);
            case "GET seite" -> eigeneSeiten.zeige(fall, rest);
            case "POST seite" -> eigeneSeiten.sende(fall, rest);
            case "GET anlage" -> datei(fall, rest.size() == 2 ? rest.get(1) : "");
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    /** The level of the person's login. There is no account yet: nobody has one. */
    private static Vertrauensniveau niveau() {
        return Vertrauensniveau.OHNE;
    }

    private void entschieden(Anfrage a, OzgDienst dienst, Weitergabe runde, Beteiligung person, String methode)
            throws IOException {
        boolean zugestimmt = person.stand() == Zustimmungsstand.ZUGESTIMMT;
        if (methode.equals("POST entscheiden")) {
            if (zugestimmt != "zustimmen".equals(a.http().getParameter("aktion"))) {
                throw new Abbruch(409, BeteiligungFehler.ENTSCHIEDEN, "beteiligt.entschieden");
            }
            a.leiteWeiter(pfad(dienst, person.id())); // the second of two clicks
            return;
        }
        schreibe(
                a,
                dienst,
                "entschieden",
                zugestimmt ? "beteiligt.zugestimmt" : "beteiligt.abgelehnt",
                Map.of(
                        "titel",
                        dienst.titel(),
                        "rolle",
                        rolle(runde, person),
                        "zugestimmt",
                        zugestimmt,
                        "eingereicht",
                        runde.stand() == Zustimmungsstand.ZUGESTIMMT,
                        "zeit",
                        person.entschiedenAm().map(ZEIT::format).orElse("")));
    }

    private Map<AnlageId, Anlage> dateien(Fall fall) {
        return sdk
                .datenhaltung()
                .anlagen()
                .liste(fall.runde().mandant(), fall.runde().antrag())
                .stream()
                .filter(anlage -> fall.sicht().zeigt(anlage.id()))
                .collect(Collectors.toMap(Anlage::id, Function.identity()));
    }

    private void zeige(Fall fall) throws IOException {
        Optional<Formularseite> offen = fall.sicht().naechste(fall.reise());
        if (offen.isPresent()) {
            fall.a().leiteWeiter(fall.pfad() + "/seite/" + offen.get().id());
            return;
        }
        Map<AnlageId, Anlage> dateien = dateien(fall);
        Map<String, Object> werte = new HashMap<>();
        werte.put("titel", fall.dienst().titel());
        werte.put("rolle", fall.sicht().rolle().titel());
        werte.put("name", Personeninhalt.lies(fall.person().inhalt()).name());
        werte.put("erklaerung", fall.sicht().rolle().erklaerung());
        werte.put("bis", ZEIT.format(fall.runde().laeuftAb()));
        werte.put("pfad", fall.pfad());
        werte.put("gesehen", fall.sicht().sha256());
        werte.put("geaendert", fall.a().wert("geaendert") != null);
        werte.put("angaben", fall.sicht().zusammenfassung(dateien));
        werte.put("eigene", fall.sicht().eigeneAngaben());
        werte.put("dateien", List.copyOf(dateien.values()));
        schreibe(fall.a(), fall.dienst(), "zustimmung", "beteiligt.zustimmung", werte);
    }

    private void entscheide(Fall fall) {
        Anfrage a = fall.a();
        boolean zustimmen = "zustimmen".equals(a.http().getParameter("aktion"));
        if (!zustimmen && !"ablehnen".equals(a.http().getParameter("aktion"))) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
        boolean fertig = fall.sicht().naechste(fall.reise()).isEmpty();
        if (zustimmen && (!fertig || !fall.sicht().sha256().equals(a.http().getParameter("gesehen")))) {
            a.leiteWeiter(fall.pfad() + "?geaendert=1");
            return;
        }
        Entwurf entwurf = sdk.datenhaltung()
                .antraege()
                .entwurf(fall.runde().mandant(), fall.runde().antrag())
                .orElseThrow(() -> new Abbruch(410, BeteiligungFehler.ZURUECKGEZOGEN, "beteiligt.zurueckgezogen"));
        Personeninhalt inhalt = Personeninhalt.lies(fall.person().inhalt());
        Entscheidungsergebnis ergebnis = beteiligungen.entscheide(
                fall.person(),
                new Entscheidung(
                        zustimmen ? Zustimmungsstand.ZUGESTIMMT : Zustimmungsstand.ABGELEHNT,
                        niveau(),
                        fall.sicht().sha256(),
                        (zustimmen ? inhalt : inhalt.mitGrund(grund(a))).schreibe()),
                new Schlussfassung(
                        fall.formular(),
                        entwurf,
                        Vorgang.wege(a, fall.formular().dienst()),
                        sdk.rundenpost(a.mandant(), fall.formular())));
        sdk.stosseAn();
        // Whoever came too late is told why by the page itself.
        a.leiteWeiter(fall.pfad() + (ergebnis instanceof Entscheidungsergebnis.Ueberholt ? "?geaendert=1" : ""));
    }

    private static String grund(Anfrage a) {
        String grund = a.http().getParameter("grund");
        return grund == null ? "" : Eingabe.freitext(grund, MAX_GRUND);
    }

    /** A file that the person may see. */
    private void datei(Fall fall, String id) throws IOException {
        Anlage anlage = Optional.of(id)
                .filter(AnlageId::istGueltig)
                .map(text -> dateien(fall).get(new AnlageId(text)))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
        try (InputStream bytes = sdk.datenhaltung()
                .anlagen()
                .oeffnen(fall.runde().mandant(), fall.runde().antrag(), anlage.id())
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"))) {
            Antwortschreiber.alsDatei(
                    fall.a().antwort(),
                    anlage.medientyp(),
                    Dateiname.disposition(anlage.dateiname()),
                    anlage.groesse());
            bytes.transferTo(fall.a().antwort().getOutputStream());
        }
    }

    private void schreibe(Anfrage a, OzgDienst dienst, String vorlage, String titel, Map<String, Object> werte)
            throws IOException {
        schreiber.schreibe(
                a,
                200,
                vorlage,
                a.ansicht(Vorgang.stelle(a, dienst)).t(titel) + " – " + dienst.titel(),
                Vorgang.stelle(a, dienst),
                werte);
    }
}
