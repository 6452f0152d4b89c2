/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.beteiligung.Rundenpost;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.seiten.Beteiligtenansicht;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far a round is, and links that are shown or sent anew. Thread-safe. */
final class Rundenstand {

    private static final int NEUE_LINKS = 10; // of one Antrag in an hour
    private static final int JE_ADRESSE = 20; // in a day, whoever asks: nobody's mailbox is to be filled from here

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;

    Rundenstand(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
    }

    /** With links that are shown this once: only a hash of each is kept. */
    void zeige(Vorgang v, Weitergabe runde, Map<BeteiligungId, String> links) throws IOException {
        List<Beteiligtenansicht> personen = runde.beteiligungen().stream()
                .map(b -> ansicht(v, b, links.getOrDefault(b.id(), "")))
                .toList();
        Map<String, Object> werte = new HashMap<>();
        werte.put("titel", v.formular().dienst().titel());
        werte.put("antragspfad", v.pfad());
        werte.put("personen", personen);
        werte.put("bis", Zeiten.MINUTE.format(runde.laeuftAb()));
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
                b.entschiedenAm().map(Zeiten.MINUTE::format).orElse(""),
                link,
                inhalt.grund());
    }

    /** Sends a person a new link, or shows it where nothing can be sent. */
    void erneuereLink(Vorgang v, Weitergabe runde, Beteiligung b) throws IOException {
        AntragId id = v.entwurf().id();
        String zaehler = "beteiligt-link:" + v.a().mandant().id() + ":" + id;
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, NEUE_LINKS, Duration.ofHours(1))) {
            throw new Abbruch(429, BeteiligungFehler.ZU_VIELE_VERSUCHE, "beteiligt.zuviele.links");
        }
        Rundenpost post = sdk.rundenpost(v.a().mandant(), v.formular());
        String email = Personeninhalt.lies(b.inhalt()).email();
        boolean mailt = post.erreicht(email) && darfAn(v, email);
        String link = BeteiligungId.neuerLink();
        boolean neu = sdk.datenhaltung()
                .beteiligungen()
                .erneuere(
                        b,
                        link,
                        mailt
                                ? post.einladung(b.rolle(), email, link, runde.laeuftAb(), v.a().gewaehlteSprache())
                                : List.of());
        sdk.stosseAn();
        if (neu && !mailt) {
            zeige(v, runde, Map.of(b.id(), post.adresseVon(link)));
        } else {
            v.a().leiteWeiter(v.pfad() + "/weitergabe");
        }
    }

    /** Counts a message to an address; beyond the limit the link is shown to the applicant, who passes it on. */
    boolean darfAn(Vorgang v, String adresse) {
        return darf(v, adresse.toLowerCase(Locale.ROOT), JE_ADRESSE);
    }

    /** The same for an address without which there is no notice; ends the request beyond the limit. */
    void zaehleAn(Vorgang v, String adresse) {
        zaehle(v, adresse.toLowerCase(Locale.ROOT), JE_ADRESSE);
    }

    private boolean darf(Vorgang v, String wozu, int hoechstens) {
        String zaehler = "beteiligt-post:" + v.a().mandant().id() + ":" + wozu;
        return sdk.datenhaltung().grenze().erlaubt(zaehler, hoechstens, Duration.ofDays(1));
    }

    /** Counts; ends the request beyond {@code hoechstens} in a day. */
    void zaehle(Vorgang v, String wozu, int hoechstens) {
        if (!darf(v, wozu, hoechstens)) {
            throw new Abbruch(429, BeteiligungFehler.ZU_VIELE_VERSUCHE, "beteiligt.zuviele.post");
        }
    }
}
