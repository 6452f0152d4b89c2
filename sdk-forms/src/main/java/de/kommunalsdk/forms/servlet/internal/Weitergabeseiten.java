/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.beteiligung.Rundenpost;
import de.kommunalsdk.forms.seiten.Ansicht;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The applicant's side of asking others: passing the Antrag on, who agreed, taking it back. */
final class Weitergabeseiten {

    private static final String ZURUECKNEHMEN = "zuruecknehmen";
    /** What may be asked for while a round runs: nothing of it writes answers. All else would end the round. */
    private static final Set<String> IN_DER_RUNDE = Set.of(
            "GET weitergabe",
            "POST weitergabe",
            "GET datei",
            "GET umgestellt",
            "GET verlaengern",
            "GET " + Sendungen.PFAD,
            "POST unterbrechen",
            "GET " + Unterbrechungsseiten.PFAD,
            "POST post",
            "POST beenden",
            "POST verwerfen");
    /** What somebody may have typed in a page that was still open when the Antrag was passed on. */
    private static final Set<String> EINGABEN = Set.of("POST seite", "POST konflikt");

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Rundenbeginn beginn;
    private final Rundenstand stand;
    private final Beteiligungen beteiligungen;

    Weitergabeseiten(KommunalSdk sdk, Antwortschreiber schreiber, Entwurfsdateien dateien, Abschlussseiten abschluss) {
        this.stand = new Rundenstand(sdk, schreiber);
        this.beginn = new Rundenbeginn(sdk, schreiber, dateien, abschluss, stand);
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
                    stand.zeige(v, runde.orElseThrow(), Map.of());
                } else {
                    a.leiteWeiter(v.pfad() + "/pruefen");
                }
            }
            case "POST weitergabe" -> aendere(v, runde.filter(Weitergabe::laeuft));
            case "GET weitergeben" -> beginn.frage(v);
            case "POST weitergeben" -> beginn.beginne(v.berechnet(), runde);
            case "POST einreichen" -> {
                boolean verlangt = !Rundenbeginn.gefragte(v).isEmpty();
                if (verlangt) {
                    a.leiteWeiter(v.pfad() + (Rundenbeginn.istGeprueft(v) ? "/weitergeben" : "/pruefen?geaendert=1"));
                }
                return verlangt;
            }
            default -> {
                return false;
            }
        }
        return true;
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
        stand.erneuereLink(v, laufende.orElseThrow(), person.get());
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
                                + ansicht.t("beteiligt.runde.offen.text", Zeiten.MINUTE.format(runde.laeuftAb())),
                        BeteiligungFehler.LAEUFT.code(),
                        "",
                        ansicht.url(v.pfad() + "/" + String.join("/", rest)),
                        ansicht.t("beteiligt.konflikt.uebernehmen"),
                        ansicht.url(v.pfad() + "/weitergabe"),
                        ansicht.t("beteiligt.konflikt.gespeichert"),
                        felder));
    }

    private void zieheZurueck(Vorgang v) {
        Rundenpost post = sdk.rundenpost(v.a().mandant(), v.formular());
        beteiligungen.zieheZurueck(v.a().mandant().id(), v.entwurf().id(), davor -> post.ende(davor, false));
        sdk.stosseAn();
    }
}
