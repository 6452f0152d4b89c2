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
import de.kommunalsdk.forms.servlet.internal.Zustimmungsschranke.Zugelassen;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages of somebody who is asked for consent: what may be seen, the decision. */
final class Zustimmungsseiten {

    private static final int MAX_GRUND = 2000;

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Beteiligungen beteiligungen;
    private final Zustimmungslink link;
    private final Zustimmungsschranke schranke;
    private final Sendungen sendungen;
    private final Zustimmungsformular eigeneSeiten;

    Zustimmungsseiten(KommunalSdk sdk, Antwortschreiber schreiber, Nutzerfrage nutzerfrage, Sendungen sendungen) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.beteiligungen = sdk.datenhaltung().beteiligungen();
        this.link = new Zustimmungslink(sdk, schreiber);
        this.schranke = new Zustimmungsschranke(sdk, nutzerfrage, sendungen);
        this.sendungen = sendungen;
        this.eigeneSeiten = new Zustimmungsformular(sdk, schreiber);
    }

    /** One request of one person in a running round. */
    record Fall(Anfrage a, OzgDienst dienst, Formular formular, Weitergabe runde, Zugelassen zugelassen, Sicht sicht) {

        Beteiligung person() {
            return zugelassen.person();
        }

        String pfad() {
            return Zustimmungslink.pfad(dienst, person().id());
        }

        Reise reise() {
            return Reise.fuer(a.mandant());
        }

        /** The same after the person's answers were written. */
        Fall mit(Beteiligung nachher) {
            return von(a, dienst, formular, runde, new Zugelassen(nachher, zugelassen.niveau()), sicht.rolle());
        }

        static Fall von(
                Anfrage a,
                OzgDienst dienst,
                Formular formular,
                Weitergabe runde,
                Zugelassen zugelassen,
                Beteiligter rolle) {
            Sicht sicht = new Sicht(formular, rolle, runde, zugelassen.person());
            return new Fall(a, dienst, formular, runde, zugelassen, sicht);
        }
    }

    /** All below {@code /{dienst}/beteiligt}. */
    void bediene(Anfrage a, OzgDienst dienst, List<String> rest) throws IOException {
        String erstes = rest.isEmpty() ? "" : rest.get(0);
        if (erstes.equals("link") && rest.size() == 2) {
            link.bediene(a, dienst, rest.get(1));
        } else if (BeteiligungId.istGueltig(erstes)) {
            person(a, dienst, new BeteiligungId(erstes), rest.subList(1, rest.size()));
        } else {
            throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    private void person(Anfrage a, OzgDienst dienst, BeteiligungId id, List<String> rest) throws IOException {
        Beteiligung person = beteiligungen
                .beteiligung(a.mandant().id(), id)
                .filter(b -> link.istEigener(a, b))
                .orElseThrow(() -> new Abbruch(403, BeteiligungFehler.FREMDER_BROWSER, "beteiligt.fremd"));
        Weitergabe runde =
                link.runde(person, dienst).orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
        a.liesFelder(Formularanfrage.MAX_TEXT);
        link.pruefeLaufend(runde, person);
        if (a.istPost()) {
            a.pruefeCsrf();
        }
        String methode = a.methode() + " " + (rest.isEmpty() ? "" : rest.get(0));
        if (person.stand() != Zustimmungsstand.OFFEN) {
            entschieden(a, dienst, runde, person, methode);
            return;
        }
        Formular formular = link.formular(runde);
        Beteiligter rolle = formular.beteiligter(person.rolle())
                .orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
        Optional<Zugelassen> zugelassen = schranke.pruefe(a, dienst, runde, person, rolle);
        if (zugelassen.isEmpty()) {
            return;
        }
        Fall fall = Fall.von(a, dienst, formular, runde, zugelassen.get(), rolle);
        switch (methode) {
            case "GET " -> zeige(fall);
            case "POST entscheiden" -> entscheide(fall);
            case "GET " + Sendungen.PFAD -> sendungen.biete(a, id.wert(), rest, fall.pfad(), Vorgang.stelle(a, dienst));
            case "GET seite" -> eigeneSeiten.zeige(fall, rest);
            case "POST seite" -> eigeneSeiten.sende(fall, rest);
            case "POST " + Konfliktformular.PFAD -> eigeneSeiten.loese(fall);
            case "GET anlage" -> datei(fall, rest.size() == 2 ? rest.get(1) : "");
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    private void entschieden(Anfrage a, OzgDienst dienst, Weitergabe runde, Beteiligung person, String methode)
            throws IOException {
        boolean zugestimmt = person.stand() == Zustimmungsstand.ZUGESTIMMT;
        if (methode.equals("POST entscheiden")) {
            if (zugestimmt != "zustimmen".equals(a.http().getParameter("aktion"))) {
                throw new Abbruch(409, BeteiligungFehler.ENTSCHIEDEN, "beteiligt.entschieden");
            }
            a.leiteWeiter(Zustimmungslink.pfad(dienst, person.id())); // the second of two clicks
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
                        link.rolle(runde, person),
                        "zugestimmt",
                        zugestimmt,
                        "eingereicht",
                        runde.stand() == Zustimmungsstand.ZUGESTIMMT,
                        "zeit",
                        person.entschiedenAm().map(Zeiten.MINUTE::format).orElse("")));
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
        werte.put("bis", Zeiten.MINUTE.format(fall.runde().laeuftAb()));
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
                        fall.zugelassen().niveau(),
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
            Antwortschreiber.datei(fall.a().antwort(), anlage, bytes);
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
