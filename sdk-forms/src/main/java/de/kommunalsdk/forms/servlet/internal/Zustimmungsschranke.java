/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see and decide what a person was asked: whoever has the level of the role and, from the first page on, the one
 * account that came with it. That is neither the applicant's nor that of another person of the round. A guest has no account
 * to be known again by: for guests only the level and the browser count. Thread-safe.
 */
final class Zustimmungsschranke {

    private final KommunalSdk sdk;
    private final Nutzerfrage nutzerfrage;
    private final Sendungen sendungen;

    Zustimmungsschranke(KommunalSdk sdk, Nutzerfrage nutzerfrage, Sendungen sendungen) {
        this.sdk = sdk;
        this.nutzerfrage = nutzerfrage;
        this.sendungen = sendungen;
    }

    /**
     * A person who may go on.
     *
     * @param person as it is stored now
     * @param niveau of the login, {@code OHNE} where the role needs none
     */
    record Zugelassen(Beteiligung person, Vertrauensniveau niveau) {}

    /** Lets a request of a person pass, or sends it to log in; then it is answered. */
    Optional<Zugelassen> pruefe(Anfrage a, OzgDienst dienst, Weitergabe runde, Beteiligung person, Beteiligter rolle) {
        if (rolle.vertrauensniveau() == Vertrauensniveau.OHNE) {
            return Optional.of(new Zugelassen(person, Vertrauensniveau.OHNE));
        }
        Nutzerkonto konto =
                sdk.nutzerkonto().orElseThrow(() -> new Abbruch(403, BeteiligungFehler.NIVEAU, "beteiligt.niveau"));
        Optional<Nutzer> nutzer = nutzerfrage.nutzer(a).filter(n -> n.niveau().erfuellt(rolle.vertrauensniveau()));
        if (nutzer.isEmpty()) {
            String pfad = Zustimmungslink.pfad(dienst, person.id());
            String zurueck = "zustimmen".equals(a.http().getParameter("aktion"))
                    ? a.url(pfad) // nothing was typed, and a consent is given by its own button only
                    : sendungen.rueckweg(a, person.id().wert(), pfad);
            a.leiteWeiterZu(konto.anmeldeadresse(
                    new Anmeldewunsch(a.mandant().id(), dienst.titel(), rolle.vertrauensniveau(), Set.of(), zurueck)));
            return Optional.empty();
        }
        return Optional.of(
                new Zugelassen(binde(runde, person, nutzer.get()), nutzer.get().niveau()));
    }

    /** The person with its account; the first page with a login is where they come together. */
    private Beteiligung binde(Weitergabe runde, Beteiligung person, Nutzer nutzer) {
        Personeninhalt inhalt = Personeninhalt.lies(person.inhalt());
        Personeninhalt gebunden = inhalt.mitKonto(nutzer);
        if (!inhalt.konto().isEmpty() && !inhalt.konto().equals(gebunden.konto())) {
            throw new Abbruch(403, SdkFehler.FREMDES_KONTO, "beteiligt.konto.fremd");
        }
        if (!nutzer.istGast() && istVergeben(runde, person, nutzer, gebunden.konto())) {
            throw new Abbruch(403, BeteiligungFehler.KONTO_VERGEBEN, "beteiligt.konto.vergeben");
        }
        if (gebunden.equals(inhalt)) {
            return person;
        }
        // Another tab may be faster; then what it wrote decides.
        sdk.datenhaltung().beteiligungen().speichere(person, gebunden.schreibe());
        return sdk.datenhaltung()
                .beteiligungen()
                .beteiligung(person.mandant(), person.id())
                .filter(b -> Personeninhalt.lies(b.inhalt()).konto().equals(gebunden.konto()))
                .orElseThrow(() -> new Abbruch(410, BeteiligungFehler.ZURUECKGEZOGEN, "beteiligt.zurueckgezogen"));
    }

    private boolean istVergeben(Weitergabe runde, Beteiligung person, Nutzer nutzer, String konto) {
        return sdk.datenhaltung()
                        .antraege()
                        .gehoert(runde.mandant(), runde.antrag(), Anmeldeschranke.schluessel(nutzer))
                || runde.beteiligungen().stream()
                        .filter(andere -> !andere.id().equals(person.id()))
                        .anyMatch(andere ->
                                Personeninhalt.lies(andere.inhalt()).konto().equals(konto));
    }
}
