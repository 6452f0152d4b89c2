/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may see a draft or an Antrag: whoever has the level that the Dienst or the page asks for and, once it belongs to an account, only
 * that account. Everybody else is sent to log in and comes back to the same page; what was typed meanwhile is kept. Thread-safe.
 */
final class Anmeldeschranke {

    private final KommunalSdk sdk;
    private final Nutzerfrage nutzerfrage;
    private final Sendungen sendungen;

    Anmeldeschranke(KommunalSdk sdk, Nutzerfrage nutzerfrage, Sendungen sendungen) {
        this.sdk = sdk;
        this.nutzerfrage = nutzerfrage;
        this.sendungen = sendungen;
    }

    /** What became of a request at the barrier. */
    enum Einlass {
        /** It goes on. */
        FREI,
        /** It goes on, and the draft belongs to the account from now on. */
        NEU_GEBUNDEN,
        /** It was answered. */
        ABGEWIESEN
    }

    /** Lets a request to an open draft pass, or answers it. */
    Einlass pruefe(Vorgang v, List<String> rest) {
        OzgDienst dienst = v.formular().dienst();
        Vertrauensniveau gefordert = gefordert(v, rest);
        AntragId id = v.entwurf().id();
        if (sdk.nutzerkonto().isEmpty()) {
            verlangeFrei(v.a(), id, gefordert);
            return Einlass.FREI;
        }
        Optional<Nutzer> nutzer = nutzerfrage.nutzer(v.a());
        Einlass einlass = nutzer.filter(n -> n.niveau().erfuellt(gefordert))
                .map(n -> binde(v.a(), id, n, gefordert))
                .orElseGet(() -> istFrei(v.a(), id, gefordert) ? Einlass.FREI : Einlass.ABGEWIESEN);
        if (einlass == Einlass.ABGEWIESEN) {
            String zurueck = sendungen.rueckweg(v.a(), id.wert(), v.pfad());
            v.a().leiteWeiterZu(anmeldeadresse(v.a(), dienst, gefordert, kontoattribute(v.formular()), zurueck));
        }
        return einlass;
    }

    /**
     * A page asks for its own level. Who looks at more than one page, passes the draft on or submits it needs the highest
     * level of what they were asked: that is what holds, in whatever order pages were sent.
     */
    private Vertrauensniveau gefordert(Vorgang v, List<String> rest) {
        return switch (rest.isEmpty() ? "" : rest.get(0)) {
            case "seite" -> {
                boolean ueberholt = v.a().istPost()
                        && !String.valueOf(v.entwurf().stand())
                                .equals(v.a().http().getParameter("stand"));
                yield ueberholt ? hoechstes(v) : seitenniveau(v, rest);
            }
            case "pruefen", "einreichen", "weitergeben", "weitergabe", "konflikt", "datei", "umgestellt" ->
                hoechstes(v);
            case Sendungen.PFAD ->
                sendungen
                        .gefragte(v.a(), v.entwurf().id().wert(), rest)
                        .map(s -> s.rest().size() == 2 ? seitenniveau(v, s.rest()) : hoechstes(v))
                        .orElse(v.formular().dienst().vertrauensniveau());
            default -> v.formular().dienst().vertrauensniveau();
        };
    }

    private static Vertrauensniveau seitenniveau(Vorgang v, List<String> rest) {
        return v.formular()
                .niveau(
                        rest.size() < 2
                                ? List.of()
                                : v.formular().seite(rest.get(1)).stream().toList());
    }

    private static Vertrauensniveau hoechstes(Vorgang v) {
        return v.formular().niveau(v.berechnet().lage().seiten());
    }

    /** What the summary of a submitted Antrag asks for: the highest level of the pages that are in it. */
    Vertrauensniveau fuerZusammenfassung(Anfrage a, Antrag antrag, OzgDienst dienst) {
        LocalDate tag = LocalDate.ofInstant(antrag.eingegangenAm(), Zeiten.BERLIN);
        return sdk.formular(antrag.dienst())
                .map(f -> f.niveau(Reise.fuer(a.mandant())
                        .lage(f, AntwortenFormat.lies(antrag.inhalt()), tag)
                        .seiten()))
                .orElse(dienst.vertrauensniveau());
    }

    /** The same where there is nothing to bind: for an Antrag that was submitted, and a draft whose version is gone. */
    boolean laesstZu(Anfrage a, OzgDienst dienst, AntragId id, Vertrauensniveau gefordert) throws IOException {
        if (sdk.nutzerkonto().isEmpty()) {
            verlangeFrei(a, id, gefordert);
            return true;
        }
        if (istFrei(a, id, gefordert)) {
            return true;
        }
        Optional<Nutzer> nutzer = nutzerfrage.nutzer(a).filter(n -> n.niveau().erfuellt(gefordert));
        if (nutzer.isPresent()) {
            if (!sdk.datenhaltung().antraege().istGebunden(a.mandant().id(), id)) {
                return true; // of a guest, who has no account that it could belong to
            }
            if (sdk.datenhaltung().antraege().gehoert(a.mandant().id(), id, schluessel(nutzer.get()))) {
                return true;
            }
            throw fremd();
        }
        if (a.istPost()) {
            a.liesFelder(Verteiler.MAX_ANFRAGE);
            a.pruefeCsrf();
        }
        String zurueck = sendungen.rueckweg(a, id.wert(), Vorgang.pfad(dienst, id));
        a.leiteWeiterZu(anmeldeadresse(a, dienst, gefordert, Set.of(), zurueck));
        return false;
    }

    /** A portal that has lost its login lets nobody at what needs one. */
    private void verlangeFrei(Anfrage a, AntragId id, Vertrauensniveau gefordert) {
        if (!istFrei(a, id, gefordert)) {
            throw new Abbruch(503, SdkFehler.ANMELDUNG, "web.gestoert");
        }
    }

    /** Without a login: only what needs none and belongs to no account. */
    private boolean istFrei(Anfrage a, AntragId id, Vertrauensniveau gefordert) {
        return gefordert == Vertrauensniveau.OHNE
                && !sdk.datenhaltung().antraege().istGebunden(a.mandant().id(), id);
    }

    /** A draft that needs no login stays without an account: nobody asked for one, whoever else uses this browser. */
    private Einlass binde(Anfrage a, AntragId id, Nutzer nutzer, Vertrauensniveau gefordert) {
        if (istFrei(a, id, gefordert)) {
            return Einlass.FREI;
        }
        if (nutzer.subjekt().isEmpty()) { // a guest: the cookie of the draft alone says whose it is
            if (sdk.datenhaltung().antraege().istGebunden(a.mandant().id(), id)) {
                throw fremd();
            }
            return Einlass.FREI;
        }
        return switch (sdk.datenhaltung().antraege().binde(a.mandant().id(), id, schluessel(nutzer))) {
            case NEU -> Einlass.NEU_GEBUNDEN;
            case SCHON, KEIN_ENTWURF -> Einlass.FREI;
            case FREMD -> throw fremd();
        };
    }

    private static Abbruch fremd() {
        return new Abbruch(403, SdkFehler.FREMDES_KONTO, "konto.fremd");
    }

    /** Source and subject: the same subject at another source is somebody else. */
    static String schluessel(Nutzer nutzer) {
        return nutzer.quelle() + "\n" + nutzer.subjekt();
    }

    /** Names of what the Dienst fills from the account. */
    private static Set<String> kontoattribute(Formular formular) {
        return formular.quellen().vorbelegungen().stream()
                .filter(q -> q.quelle().equals(Vorbelegung.NUTZERKONTO))
                .flatMap(q -> q.felder().stream())
                .map(Vorbelegung.Ziel::attribut)
                .collect(Collectors.toSet());
    }

    private String anmeldeadresse(
            Anfrage a, OzgDienst dienst, Vertrauensniveau gefordert, Set<String> attribute, String zurueck) {
        Vertrauensniveau niveau = gefordert == Vertrauensniveau.OHNE ? Vertrauensniveau.BASISREGISTRIERUNG : gefordert;
        Nutzerkonto konto = sdk.nutzerkonto().orElseThrow();
        return konto.anmeldeadresse(new Anmeldewunsch(a.mandant().id(), dienst.titel(), niveau, attribute, zurueck));
    }
}
