/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.entwurf.Konflikt;
import de.kommunalsdk.forms.entwurf.Konflikt.Fassung;
import de.kommunalsdk.forms.entwurf.Konflikt.Zeile;
import de.kommunalsdk.forms.servlet.internal.Zustimmungsseiten.Fall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two windows of somebody who is asked for consent: what one sent is shown beside what the other stored, and the person decides. */
final class Zustimmungskonflikt {

    private final Beteiligungen beteiligungen;
    private final Antwortschreiber schreiber;

    Zustimmungskonflikt(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.beteiligungen = sdk.datenhaltung().beteiligungen();
        this.schreiber = schreiber;
    }

    /** Whether another window has overtaken the page that was sent, and says something else. Then nothing is written. */
    boolean erkannt(Fall fall, List<String> rest) throws IOException {
        if (istAktuell(fall)) {
            return false;
        }
        String seite = "/" + String.join("/", rest);
        Konflikt konflikt = vergleiche(fall);
        boolean nimmtWeg = Konfliktformular.nimmtWeg(fall.a());
        if (!konflikt.istKeiner()) {
            zeige(fall, konflikt, seite, 409, Set.of());
        } else if (nimmtWeg) {
            formular(fall).veraltet(seite);
        }
        return nimmtWeg || !konflikt.istKeiner();
    }

    /** The other window was faster between reading and writing. */
    void ueberholt(Fall fall, List<String> rest) throws IOException {
        Optional<Fall> jetzt = neu(fall);
        if (jetzt.isPresent()) {
            zeige(jetzt.get(), vergleiche(jetzt.get()), "/" + String.join("/", rest), 409, Set.of());
        } else {
            fall.a().leiteWeiter(fall.pfad()); // which says why it is over
        }
    }

    /** The person has chosen. */
    void loese(Fall fall) throws IOException {
        String seite =
                Optional.ofNullable(fall.a().http().getParameter("seite")).orElse("");
        Konflikt konflikt = vergleiche(fall);
        if (!istAktuell(fall)) {
            zeige(fall, konflikt, seite, 409, Set.of());
            return;
        }
        Function<String, Optional<Fassung>> wahl = Konfliktformular.wahl(fall.a());
        List<Zeile> offene = konflikt.offene(wahl);
        if (!offene.isEmpty()) {
            zeige(fall, konflikt, seite, 422, offene.stream().map(Zeile::ort).collect(Collectors.toSet()));
            return;
        }
        if (speichere(fall, konflikt.loese(wahl)).isEmpty()) {
            ueberholt(fall, List.of(seite.replaceFirst("^/", "").split("/", -1)));
            return;
        }
        fall.a().leiteWeiter(fall.pfad());
    }

    /** Stores the person's own answers; empty when another window was faster or the round is over. */
    Optional<Fall> speichere(Fall fall, Antworten antworten) {
        Antworten neu = fall.sicht().berechnet(antworten);
        byte[] inhalt = Personeninhalt.lies(fall.person().inhalt())
                .mitEigenen(fall.sicht().ohneFremde(neu))
                .schreibe();
        return beteiligungen.speichere(fall.person(), inhalt) ? neu(fall) : Optional.empty();
    }

    private Optional<Fall> neu(Fall fall) {
        Optional<Beteiligung> person =
                beteiligungen.beteiligung(fall.person().mandant(), fall.person().id());
        return person.map(fall::mit);
    }

    private static boolean istAktuell(Fall fall) {
        return String.valueOf(fall.person().fassung()).equals(fall.a().http().getParameter("stand"));
    }

    private static Konflikt vergleiche(Fall fall) {
        return Konflikt.von(
                Zustimmungsformular.formular(fall),
                fall.sicht().alle(),
                Konfliktformular.eigene(fall.a(), Zustimmungsformular.formular(fall)),
                id -> "");
    }

    private void zeige(Fall fall, Konflikt konflikt, String seite, int status, Set<String> offen) throws IOException {
        formular(fall).zeige(fall.person().fassung(), konflikt, seite, Map.of(), status, offen, List.of());
    }

    private Konfliktformular formular(Fall fall) {
        return new Konfliktformular(
                schreiber,
                fall.a(),
                Vorgang.stelle(fall.a(), fall.dienst()),
                fall.dienst().titel(),
                fall.pfad());
    }
}
