/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Weitergabebeginn;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.beteiligung.Rundeninhalt;
import de.kommunalsdk.forms.beteiligung.Rundenpost;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.reise.Gefragter;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Beteiligtenansicht;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The applicant's side of asking others: passing the Antrag on, who agreed, taking it back. */
final class Weitergabeseiten {

    private static final int NEUE_LINKS = 10; // of one Antrag in an hour
    private static final int RUNDEN = 10; // of one Antrag in a day
    private static final int JE_ADRESSE = 20; // in a day, whoever asks: nobody's mailbox is to be filled from here
    private static final int MAX_EMAIL = 254;
    private static final String ZURUECKNEHMEN = "zuruecknehmen";
    /** What may be asked for while a round runs: nothing of it writes answers. All else would end the round. */
    private static final Set<String> IN_DER_RUNDE = Set.of(
            "GET weitergabe",
            "POST weitergabe",
            "GET datei",
            "GET umgestellt",
            "GET verlaengern",
            "GET " + Anmeldeschranke.NACHTRAG,
            "POST unterbrechen",
            "POST post",
            "POST beenden",
            "POST verwerfen");
    /** What somebody may have typed in a page that was still open when the Antrag was passed on. */
    private static final Set<String> EINGABEN = Set.of("POST seite", "POST konflikt");

    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfsdateien dateien;
    private final Abschlussseiten abschluss;
    private final Beteiligungen beteiligungen;

    Weitergabeseiten(KommunalSdk sdk, Antwortschreiber schreiber, Entwurfsdateien dateien, Abschlussseiten abschluss) {
        this.dateien = dateien;
        this.abschluss = abschluss;
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.beteiligungen = sdk.datenhaltung().beteiligungen();
    }

    /** Answers what concerns others who have to agree; false when the request goes its usual way. */
    boolean bediene(Vorgang v, List<String> rest) throws IOException {
        if (v.formular().beteiligte().isEmpty()) {
            return false;
        }
        Anfrage a = v.a();
        Optional<Weitergabe> runde =
                beteiligungen.weitergabe(a.mandant().id(), v.entwurf().id());
        boolean laeuft = runde.filter(Weitergabe::laeuft).isPresent();
        String methode = a.methode() + " " + (rest.isEmpty() ? "" : rest.get(0));
        if (laeuft && EINGABEN.contains(methode)) {
            boolean zuruecknehmen = a.http().getParameter(ZURUECKNEHMEN) != null;
            if (zuruecknehmen) {
                zieheZurueck(v);
            } else {
                frageZurueck(v, runde.orElseThrow(), rest);
            }
            return !zuruecknehmen;
        }
        if (laeuft && !IN_DER_RUNDE.contains(methode)) {
            a.leiteWeiter(v.pfad() + "/weitergabe");
            return true;
        }
        boolean gescheitert = runde.filter(
                        w -> w.stand() == Zustimmungsstand.ABGELEHNT || w.stand() == Zustimmungsstand.ABGELAUFEN)
                .filter(w -> w.entwurfsstand() == v.entwurf().stand())
                .isPresent();
        switch (methode) {
            case "GET " -> {
                if (gescheitert) {
                    a.leiteWeiter(v.pfad() + "/weitergabe");
                }
                return gescheitert;
            }
            case "GET weitergabe" -> {
                if (laeuft || gescheitert) {
                    status(v, runde.orElseThrow(), Map.of());
                } else {
                    a.leiteWeiter(v.pfad() + "/pruefen");
                }
            }
            case "POST weitergabe" -> aendere(v, runde.filter(Weitergabe::laeuft));
            case "GET weitergeben" -> frage(v);
            case "POST weitergeben" -> beginne(v.berechnet(), runde);
            case "POST einreichen" -> {
                boolean verlangt = !gefragte(v).isEmpty();
                if (verlangt) {
                    a.leiteWeiter(v.pfad() + (istGeprueft(v) ? "/weitergeben" : "/pruefen?geaendert=1"));
                }
                return verlangt;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean istJetzigerStand(Vorgang v) {
        return String.valueOf(v.entwurf().stand()).equals(v.a().http().getParameter("stand"));
    }

    private static boolean istGeprueft(Vorgang v) {
        return istJetzigerStand(v) && v.lage().ersteOffene().isEmpty();
    }

    private static Antworten sichtbare(Vorgang v) {
        return Fachdaten.sichtbare(v.lage());
    }

    /** Whom these answers need. */
    static List<Gefragter> gefragte(Vorgang v) {
        return v.formular().beteiligte().isEmpty() ? List.of() : Gefragter.von(v.formular(), sichtbare(v), v.heute());
    }

    private Rundenpost post(Vorgang v) {
        return sdk.rundenpost(v.a().mandant(), v.formular());
    }

    private void frage(Vorgang v) throws IOException {
        List<Gefragter> gefragte = gefragte(v);
        if (gefragte.isEmpty() || v.lage().ersteOffene().isPresent()) {
            v.a().leiteWeiter(v.pfad() + "/pruefen");
            return;
        }
        frage(v, gefragte, "", false);
    }

    private void frage(Vorgang v, List<Gefragter> gefragte, String email, boolean fehler) throws IOException {
        Rundenpost post = post(v);
        List<Beteiligtenansicht> personen = gefragte.stream()
                .map(g -> new Beteiligtenansicht(
                        "",
                        g.rolle().titel(),
                        g.name(),
                        post.erreicht(g.email()) ? g.email() : "",
                        Zustimmungsstand.OFFEN,
                        "",
                        "",
                        ""))
                .toList();
        Map<String, Object> werte = new HashMap<>();
        werte.put("titel", v.formular().dienst().titel());
        werte.put("antragspfad", v.pfad());
        werte.put("stand", v.entwurf().stand());
        werte.put("personen", personen);
        werte.put("tage", frist(gefragte).toDays());
        werte.put("email", email);
        werte.put("fehler", fehler);
        werte.put("versand", sdk.benachrichtigung().isPresent());
        schreiber.schreibe(
                v.a(),
                fehler ? 422 : 200,
                "weitergeben",
                (fehler ? v.a().ansicht(v.stelle()).t("fehler.praefix") + " " : "")
                        + v.a().ansicht(v.stelle()).t("beteiligt.weitergeben") + " – "
                        + v.formular().dienst().titel(),
                v.stelle(),
                werte);
    }

    /** Who has the least time sets the time of all. */
    private static Duration frist(List<Gefragter> gefragte) {
        return gefragte.stream()
                .map(g -> g.rolle().frist())
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private void beginne(Vorgang v, Optional<Weitergabe> vorige) throws IOException {
        Anfrage a = v.a();
        List<Gefragter> gefragte = gefragte(v);
        if (gefragte.isEmpty() || !istGeprueft(v)) {
            a.leiteWeiter(v.pfad() + "/pruefen?geaendert=1");
            return;
        }
        if (!dateien.sindFrei(v, Fachdaten.anlagen(sichtbare(v)))) {
            a.leiteWeiter(v.pfad() + "/pruefen"); // which says what is the matter
            return;
        }
        Rundenpost post = post(v);
        String getippt = a.http().getParameter("email") == null
                ? ""
                : a.http().getParameter("email").strip();
        if (!getippt.isEmpty() && (getippt.length() > MAX_EMAIL || !post.erreicht(getippt))) {
            frage(v, gefragte, getippt.length() > MAX_EMAIL ? "" : getippt, true);
            return;
        }
        // Who agrees last can change nothing: what the host refuses, it refuses here.
        if (abschluss.lehntAb(v)) {
            return;
        }
        zaehle(v, v.entwurf().id().wert(), RUNDEN);
        Stream.concat(gefragte.stream().map(Gefragter::email), Stream.of(getippt))
                .filter(post::erreicht)
                .forEach(adresse -> zaehle(v, adresse.toLowerCase(Locale.ROOT), JE_ADRESSE));
        Instant jetzt = sdk.clock().instant();
        Duration frist = frist(gefragte);
        Map<BeteiligungId, String> anzuzeigen = new LinkedHashMap<>();
        List<Nachricht> nachrichten = new ArrayList<>();
        List<Weitergabebeginn.Person> personen = new ArrayList<>();
        for (Gefragter g : gefragte) {
            BeteiligungId id = BeteiligungId.neu();
            String link = BeteiligungId.neuerLink();
            personen.add(new Weitergabebeginn.Person(
                    id,
                    g.rolle().id(),
                    link,
                    new Personeninhalt(g.name(), g.email(), g.nummer(), "", fruehere(vorige, g)).schreibe()));
            if (post.erreicht(g.email())) {
                nachrichten.addAll(
                        post.einladung(g.rolle().id(), g.email(), link, jetzt.plus(frist), a.gewaehlteSprache()));
            } else {
                anzuzeigen.put(id, post.adresseVon(link));
            }
        }
        abschluss.merkeAnmeldung(v); // who agrees last hands in without the applicant
        boolean begonnen = beteiligungen.beginne(new Weitergabebeginn(
                v.entwurf(),
                jetzt.plus(frist.multipliedBy(2).dividedBy(3)),
                jetzt.plus(frist),
                Rundeninhalt.von(v.lage(), getippt, a.gewaehlteSprache()).schreibe(),
                personen,
                nachrichten));
        sdk.stosseAn();
        Optional<Weitergabe> neue =
                beteiligungen.weitergabe(a.mandant().id(), v.entwurf().id());
        if (begonnen && neue.isPresent() && !anzuzeigen.isEmpty()) {
            status(v, neue.get(), anzuzeigen); // shown once: only a hash of each link is kept
        } else {
            a.leiteWeiter(v.pfad() + "/weitergabe");
        }
    }

    private void zaehle(Vorgang v, String wozu, int hoechstens) {
        String zaehler = "beteiligt-post:" + v.a().mandant().id() + ":" + wozu;
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, hoechstens, Duration.ofDays(1))) {
            throw new Abbruch(429, BeteiligungFehler.ZU_VIELE_VERSUCHE, "beteiligt.zuviele.post");
        }
    }

    /** What the same person answered in the round before. */
    private static Antworten fruehere(Optional<Weitergabe> vorige, Gefragter g) {
        return vorige.stream()
                .flatMap(w -> w.beteiligungen().stream())
                .filter(b -> b.rolle().equals(g.rolle().id()))
                .map(b -> Personeninhalt.lies(b.inhalt()))
                .filter(p -> p.nummer() == g.nummer()
                        && p.name().equals(g.name())
                        && p.email().equals(g.email()))
                .map(Personeninhalt::eigene)
                .findFirst()
                .orElse(Antworten.LEER);
    }

    private void aendere(Vorgang v, Optional<Weitergabe> laufende) throws IOException {
        String aktion = String.valueOf(v.a().http().getParameter("aktion"));
        if (aktion.equals("zurueckziehen")) {
            zieheZurueck(v);
            v.a().leiteWeiter(v.pfad() + "/pruefen");
            return;
        }
        Optional<Beteiligung> person = laufende.flatMap(w -> w.beteiligungen().stream()
                .filter(b -> aktion.equals("link:" + b.id()) && b.stand() == Zustimmungsstand.OFFEN)
                .findFirst());
        if (person.isEmpty()) {
            v.a().leiteWeiter(v.pfad() + "/weitergabe");
            return;
        }
        AntragId id = v.entwurf().id();
        String zaehler = "beteiligt-link:" + v.a().mandant().id() + ":" + id;
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, NEUE_LINKS, Duration.ofHours(1))) {
            throw new Abbruch(429, BeteiligungFehler.ZU_VIELE_VERSUCHE, "beteiligt.zuviele.links");
        }
        Rundenpost post = post(v);
        Weitergabe runde = laufende.orElseThrow();
        Beteiligung b = person.get();
        String email = Personeninhalt.lies(b.inhalt()).email();
        if (post.erreicht(email)) {
            zaehle(v, email.toLowerCase(Locale.ROOT), JE_ADRESSE);
        }
        String link = BeteiligungId.neuerLink();
        boolean neu = beteiligungen.erneuere(
                b, link, post.einladung(b.rolle(), email, link, runde.laeuftAb(), v.a().gewaehlteSprache()));
        sdk.stosseAn();
        if (neu && !post.erreicht(email)) {
            status(v, runde, Map.of(b.id(), post.adresseVon(link)));
        } else {
            v.a().leiteWeiter(v.pfad() + "/weitergabe");
        }
    }

    /** Nothing that was typed is lost, and nothing that others agreed to is lost by accident. */
    private void frageZurueck(Vorgang v, Weitergabe runde, List<String> rest) throws IOException {
        Ansicht ansicht = v.a().ansicht(v.stelle());
        Map<String, String> felder = Antwortschreiber.gesendete(v.a(), "");
        felder.put(ZURUECKNEHMEN, "ja");
        schreiber.meldung(
                v.a(),
                409,
                v.stelle(),
                new Antwortschreiber.Meldung(
                        ansicht.t("beteiligt.runde.offen"),
                        ansicht.t("beteiligt.konflikt") + " "
                                + ansicht.t("beteiligt.runde.offen.text", ZEIT.format(runde.laeuftAb())),
                        BeteiligungFehler.LAEUFT.code(),
                        "",
                        ansicht.url(v.pfad() + "/" + String.join("/", rest)),
                        ansicht.t("beteiligt.konflikt.uebernehmen"),
                        ansicht.url(v.pfad() + "/weitergabe"),
                        ansicht.t("beteiligt.konflikt.gespeichert"),
                        felder));
    }

    private void zieheZurueck(Vorgang v) {
        Rundenpost post = post(v);
        beteiligungen.zieheZurueck(v.a().mandant().id(), v.entwurf().id(), davor -> post.ende(davor, false));
        sdk.stosseAn();
    }

    private void status(Vorgang v, Weitergabe runde, Map<BeteiligungId, String> links) throws IOException {
        List<Beteiligtenansicht> personen = runde.beteiligungen().stream()
                .map(b -> ansicht(v, b, links.getOrDefault(b.id(), "")))
                .toList();
        Map<String, Object> werte = new HashMap<>();
        werte.put("titel", v.formular().dienst().titel());
        werte.put("antragspfad", v.pfad());
        werte.put("personen", personen);
        werte.put("bis", ZEIT.format(runde.laeuftAb()));
        werte.put("stand", runde.stand());
        schreiber.schreibe(
                v.a(),
                200,
                "weitergabe",
                v.a().ansicht(v.stelle())
                                .t("beteiligt.runde." + runde.stand().name().toLowerCase(Locale.ROOT)) + " – "
                        + v.formular().dienst().titel(),
                v.stelle(),
                werte);
    }

    private static Beteiligtenansicht ansicht(Vorgang v, Beteiligung b, String link) {
        Personeninhalt inhalt = Personeninhalt.lies(b.inhalt());
        return new Beteiligtenansicht(
                b.id().wert(),
                v.formular().beteiligter(b.rolle()).map(Beteiligter::titel).orElse(b.rolle()),
                inhalt.name(),
                inhalt.email(),
                b.stand(),
                b.entschiedenAm().map(ZEIT::format).orElse(""),
                link,
                inhalt.grund());
    }
}
