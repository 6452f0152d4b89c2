/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.benachrichtigung.Nachricht;
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
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.reise.Gefragter;
import de.kommunalsdk.forms.seiten.Beteiligtenansicht;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The beginning of a round: who is asked, the question whether to ask them, the round itself. Thread-safe. */
final class Rundenbeginn {

    private static final int RUNDEN = 10; // of one Antrag in a day
    private static final int MAX_EMAIL = 254;

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfsdateien dateien;
    private final Abschlussseiten abschluss;
    private final Rundenstand stand;
    private final Beteiligungen beteiligungen;

    Rundenbeginn(
            KommunalSdk sdk,
            Antwortschreiber schreiber,
            Entwurfsdateien dateien,
            Abschlussseiten abschluss,
            Rundenstand stand) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.dateien = dateien;
        this.abschluss = abschluss;
        this.stand = stand;
        this.beteiligungen = sdk.datenhaltung().beteiligungen();
    }

    private static boolean istJetzigerStand(Vorgang v) {
        return String.valueOf(v.entwurf().stand()).equals(v.a().http().getParameter("stand"));
    }

    static boolean istGeprueft(Vorgang v) {
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

    /** Asks whether to ask. */
    void frage(Vorgang v) throws IOException {
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

    /** Begins, with the consents and answers of the round before still there. */
    void beginne(Vorgang v, Optional<Weitergabe> vorige) throws IOException {
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
        stand.zaehle(v, v.entwurf().id().wert(), RUNDEN);
        if (post.erreicht(getippt)) {
            stand.zaehleAn(v, getippt);
        }
        Instant jetzt = sdk.clock().instant();
        Duration frist = frist(gefragte);
        Map<BeteiligungId, String> anzuzeigen = new LinkedHashMap<>();
        List<Nachricht> nachrichten = new ArrayList<>();
        List<Weitergabebeginn.Person> personen = new ArrayList<>();
        for (Gefragter g : gefragte) {
            BeteiligungId id = BeteiligungId.neu();
            String link = BeteiligungId.neuerLink();
            personen.add(new Weitergabebeginn.Person(
                    id, g.rolle().id(), link, frueherer(vorige, g).schreibe()));
            if (post.erreicht(g.email()) && stand.darfAn(v, g.email())) {
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
            stand.zeige(v, neue.get(), anzuzeigen); // shown once: only a hash of each link is kept
        } else {
            a.leiteWeiter(v.pfad() + "/weitergabe");
        }
    }

    /** Whether two came in with one account at the same moment: then it is nobody's. */
    private static boolean istDoppelt(Optional<Weitergabe> vorige, Personeninhalt p) {
        return !p.konto().isEmpty()
                && vorige.stream()
                                .flatMap(w -> w.beteiligungen().stream())
                                .filter(b ->
                                        Personeninhalt.lies(b.inhalt()).konto().equals(p.konto()))
                                .count()
                        > 1;
    }

    /** The same person of the round before, with its answers and its account; or a new one. */
    private static Personeninhalt frueherer(Optional<Weitergabe> vorige, Gefragter g) {
        return vorige.stream()
                .flatMap(w -> w.beteiligungen().stream())
                .filter(b -> b.rolle().equals(g.rolle().id()))
                .map(b -> Personeninhalt.lies(b.inhalt()))
                .filter(p -> p.nummer() == g.nummer()
                        && p.name().equals(g.name())
                        && p.email().equals(g.email()))
                .map(p -> p.mitGrund(""))
                .map(p -> istDoppelt(vorige, p) ? p.ohneKonto() : p)
                .findFirst()
                .orElseGet(() -> Personeninhalt.neu(g.name(), g.email(), g.nummer()));
    }
}
