/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The link of somebody who is asked for consent: it is redeemed once, and from then on the browser is known. */
final class Zustimmungslink {

    private static final int FEHLVERSUCHE = 20; // of one address in ten minutes
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final int MAX_FORMULAR = 8 << 10;

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Beteiligungen beteiligungen;

    Zustimmungslink(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.beteiligungen = sdk.datenhaltung().beteiligungen();
    }

    /** The pages of a person. */
    static String pfad(OzgDienst dienst, BeteiligungId id) {
        return "/" + dienst.id() + "/beteiligt/" + id;
    }

    /** A link is shown before it is redeemed: programs that look at links in mails send no forms. */
    void bediene(Anfrage a, OzgDienst dienst, String link) throws IOException {
        if (a.istMehrteilig()) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
        a.liesFelder(MAX_FORMULAR);
        String zaehler = "beteiligt:" + a.mandant().id() + ":"
                + Absendernetz.von(a.http().getRemoteAddr());
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, FEHLVERSUCHE, FENSTER)) {
            throw new Abbruch(429, BeteiligungFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
        Beteiligung person = (link.length() == 43
                        ? beteiligungen.finde(a.mandant().id(), link)
                        : Optional.<Beteiligung>empty())
                .filter(b -> runde(b, dienst).isPresent())
                .orElseThrow(() -> new Abbruch(404, BeteiligungFehler.LINK_UNBEKANNT, "beteiligt.unbekannt"));
        sdk.datenhaltung().grenze().gibZurueck(zaehler);
        if (istEigener(a, person)) {
            a.leiteWeiter(pfad(dienst, person.id()));
            return;
        }
        Weitergabe runde = runde(person, dienst).orElseThrow();
        pruefeLaufend(runde, person);
        String browser = a.browser().id();
        boolean vonAnderen =
                person.geoeffnet() && !beteiligungen.oeffne(a.mandant().id(), link, browser);
        if (vonAnderen || person.stand() != Zustimmungsstand.OFFEN) {
            throw new Abbruch(410, BeteiligungFehler.LINK_BENUTZT, "beteiligt.benutzt");
        }
        if (a.istPost()) {
            a.pruefeCsrf();
            if (!beteiligungen.oeffne(a.mandant().id(), link, browser)) {
                throw new Abbruch(410, BeteiligungFehler.LINK_BENUTZT, "beteiligt.benutzt");
            }
            merke(a, dienst, runde, person);
            a.leiteWeiter(pfad(dienst, person.id()));
            return;
        }
        zeige(a, dienst, runde, person);
    }

    private void zeige(Anfrage a, OzgDienst dienst, Weitergabe runde, Beteiligung person) throws IOException {
        Stelle stelle = Vorgang.stelle(a, dienst);
        Ansicht ansicht = a.ansicht(stelle);
        schreiber.schreibe(
                a,
                200,
                "einladung",
                ansicht.t("beteiligt.einladung") + " – " + dienst.titel(),
                stelle,
                Map.of(
                        "titel",
                        dienst.titel(),
                        "rolle",
                        rolle(runde, person),
                        "bis",
                        Zeiten.MINUTE.format(runde.laeuftAb()),
                        "anmeldung",
                        formular(runde)
                                .beteiligter(person.rolle())
                                .map(Beteiligter::vertrauensniveau)
                                .filter(niveau -> niveau != Vertrauensniveau.OHNE)
                                .map(niveau ->
                                        ansicht.t("niveau." + niveau.name().toLowerCase(Locale.ROOT)))
                                .orElse("")));
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

    /** Whether this browser redeemed the link that the person has now. */
    boolean istEigener(Anfrage a, Beteiligung person) {
        return a.cookie(cookie(person.id()))
                .or(() -> a.cookie(cookie(person.id()) + "-l"))
                .flatMap(wert -> sdk.siegel().oeffne("beteiligt", wert))
                .filter(kennung(a, person)::equals)
                .isPresent();
    }

    /** The latest round of the person's Antrag, if it is one of the Dienst. */
    Optional<Weitergabe> runde(Beteiligung person, OzgDienst dienst) {
        return beteiligungen
                .weitergabe(person.mandant(), person.antrag())
                .filter(runde -> runde.dienst().id().equals(dienst.id()));
    }

    Formular formular(Weitergabe runde) {
        return sdk.formular(runde.dienst()).orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
    }

    /** The person's role as people read it. */
    String rolle(Weitergabe runde, Beteiligung person) {
        return formular(runde)
                .beteiligter(person.rolle())
                .map(Beteiligter::titel)
                .orElse(person.rolle());
    }

    /** Ends the request when the person's round is over without the person's own decision. */
    void pruefeLaufend(Weitergabe runde, Beteiligung person) {
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
}
