/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.anmeldung.Nutzerkonto;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Kontoeintrag;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs to the account of whoever is logged in: its drafts and Antraege, found again in any browser. Thread-safe. */
final class Kontoseiten {

    /** No Dienst can be called like this. */
    static final String PFAD = "_konto";

    private static final int HOECHSTENS = 100;
    private static final int MAX_FORMULAR = 8 << 10;

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfscookies cookies;
    private final Nutzerfrage nutzerfrage;
    private final AntragStore antraege;

    Kontoseiten(KommunalSdk sdk, Antwortschreiber schreiber, Entwurfscookies cookies, Nutzerfrage nutzerfrage) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.cookies = cookies;
        this.nutzerfrage = nutzerfrage;
        this.antraege = sdk.datenhaltung().antraege();
    }

    /** All below {@code /_konto}. */
    void bediene(Anfrage a, List<String> rest) throws IOException {
        Nutzerkonto konto =
                sdk.nutzerkonto().orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
        Optional<Nutzer> nutzer = nutzerfrage.nutzer(a);
        if (nutzer.isEmpty()) {
            a.leiteWeiterZu(konto.anmeldeadresse(new Anmeldewunsch(
                    a.mandant().id(),
                    a.ansicht(a.mandant().stelle()).t("konto.meine"),
                    Vertrauensniveau.BASISREGISTRIERUNG,
                    Set.of(),
                    a.url("/" + PFAD))));
        } else if (rest.isEmpty()) {
            zeige(a, konto, nutzer.get());
        } else if (rest.equals(List.of("oeffnen")) && a.istPost()) {
            a.liesFelder(MAX_FORMULAR);
            a.pruefeCsrf();
            oeffne(a, nutzer.get());
        } else {
            throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    private void zeige(Anfrage a, Nutzerkonto konto, Nutzer nutzer) throws IOException {
        Ansicht ansicht = a.ansicht(a.mandant().stelle());
        boolean gast = nutzer.subjekt().isEmpty();
        String schluessel = Anmeldeschranke.schluessel(nutzer);
        List<Kontoeintrag> begonnene = new ArrayList<>();
        List<Kontoeintrag> gesendete = new ArrayList<>();
        if (!gast) {
            for (Entwurf e : antraege.entwuerfe(a.mandant().id(), schluessel, HOECHSTENS)) {
                dienst(a, e.dienst().id())
                        .ifPresent(d -> begonnene.add(new Kontoeintrag(
                                e.id().wert(),
                                d.titel(),
                                ansicht.t(
                                        "konto.begonnen",
                                        Zeiten.TAG.format(e.angelegtAm()),
                                        Zeiten.TAG.format(e.laeuftAb())))));
            }
            for (Antrag e : antraege.antraege(a.mandant().id(), schluessel, HOECHSTENS)) {
                dienst(a, e.dienst().id())
                        .ifPresent(d -> gesendete.add(new Kontoeintrag(
                                e.id().wert(),
                                d.titel(),
                                ansicht.t(
                                        "konto.eingegangen",
                                        e.vorgangsnummer().wert(),
                                        Zeiten.TAG.format(e.eingegangenAm())))));
            }
        }
        Map<String, Object> werte = new LinkedHashMap<>();
        werte.put("quelle", nutzer.quelle());
        werte.put("gast", gast);
        werte.put("begonnene", begonnene);
        werte.put("gesendete", gesendete);
        werte.put("abmelden", konto.abmeldeadresse(a.mandant().id(), a.url("/")));
        schreiber.schreibe(a, 200, "konto", ansicht.t("konto.meine"), ansicht.stelle(), werte);
    }

    /** Gives this browser the cookie of a draft or Antrag of the account. */
    private void oeffne(Anfrage a, Nutzer nutzer) {
        String id = a.http().getParameter("antrag");
        AntragId antrag = Optional.ofNullable(id)
                .filter(AntragId::istGueltig)
                .map(AntragId::new)
                .filter(i -> !nutzer.subjekt().isEmpty())
                .filter(i -> antraege.gehoert(a.mandant().id(), i, Anmeldeschranke.schluessel(nutzer)))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "konto.weg"));
        OzgDienst dienst = antraege.entwurf(a.mandant().id(), antrag)
                .map(e -> e.dienst().id())
                .or(() -> antraege.antrag(a.mandant().id(), antrag)
                        .map(e -> e.dienst().id()))
                .flatMap(d -> dienst(a, d))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "konto.weg"));
        cookies.merke(a, dienst, antrag);
        a.leiteWeiter(Vorgang.pfad(dienst, antrag));
    }

    private Optional<OzgDienst> dienst(Anfrage a, DienstId id) {
        return a.mandant().angebot(id).flatMap(angebot -> sdk.dienste().dienst(id));
    }
}
