/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.servlet.internal.Zustimmungsseiten.Fall;
import de.kommunalsdk.mandant.Mandant.Stelle;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The pages that somebody else than the applicant fills in. Files are not taken there. */
final class Zustimmungsformular {

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;

    Zustimmungsformular(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
    }

    private static Formular formular(Fall fall) {
        return fall.sicht()
                .eigenesFormular()
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    private static Formularseite seite(Fall fall, String id) {
        return fall
                .reise()
                .seiten(formular(fall), fall.sicht().alle(), fall.sicht().tag())
                .stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    private static List<Platz> plaetze(Fall fall, Formularseite seite) {
        return Seitenbaum.von(
                formular(fall), seite, fall.sicht().alle(), fall.sicht().tag());
    }

    void zeige(Fall fall, String id) throws IOException {
        Formularseite seite = seite(fall, id);
        boolean pruefen = fall.a().wert("pruefen") != null;
        List<Feldfehler> fehler = pruefen
                ? fall.reise()
                        .pruefe(
                                formular(fall),
                                seite,
                                fall.sicht().alle(),
                                fall.sicht().tag())
                : List.of();
        List<Formularseite> seiten = fall.reise()
                .seiten(formular(fall), fall.sicht().alle(), fall.sicht().tag());
        Stelle stelle = Vorgang.stelle(fall.a(), fall.dienst());
        Ansicht ansicht = fall.a().ansicht(stelle);
        Formularansicht f = new Formularansicht(
                ansicht,
                fall.dienst().titel(),
                fall.pfad() + "/seite/" + seite.id(),
                seite,
                seiten.indexOf(seite) + 1,
                seiten.size() + 1,
                fall.person().fassung(),
                fall.sicht().alle(),
                plaetze(fall, seite),
                fehler,
                Map.of());
        schreiber.schreibe(
                fall.a(),
                200,
                "formular",
                (fehler.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ") + seite.titel() + " – "
                        + fall.dienst().titel(),
                stelle,
                Map.of("f", f));
    }

    void sende(Fall fall, String id) throws IOException {
        Anfrage a = fall.a();
        Formularseite seite = seite(fall, id);
        List<Platz> plaetze = plaetze(fall, seite);
        String aktion =
                a.http().getParameter("aktion") == null ? "weiter" : a.http().getParameter("aktion");
        Antworten neu = Eingabe.lies(
                        plaetze, fall.sicht().alle(), name -> a.http().getParameter(name))
                .mitSeite(seite.id());
        neu = fall.sicht().berechnet(Eintragsaktion.von(aktion).an(plaetze, neu));
        Personeninhalt inhalt = Personeninhalt.lies(fall.person().inhalt());
        boolean gespeichert = String.valueOf(fall.person().fassung())
                        .equals(a.http().getParameter("stand"))
                && sdk.datenhaltung()
                        .beteiligungen()
                        .speichere(
                                fall.person(),
                                inhalt.mitEigenen(fall.sicht().ohneFremde(neu)).schreibe());
        if (!gespeichert) {
            konflikt(fall, seite);
            return;
        }
        weiter(fall, seite, neu, aktion);
    }

    private void weiter(Fall fall, Formularseite seite, Antworten neu, String aktion) {
        List<Formularseite> seiten =
                fall.reise().seiten(formular(fall), neu, fall.sicht().tag());
        int stelle = seiten.indexOf(seite);
        String hier = fall.pfad() + "/seite/" + seite.id();
        boolean richtig = fall.reise()
                .pruefe(formular(fall), seite, neu, fall.sicht().tag())
                .isEmpty();
        if (aktion.equals("zurueck") && stelle > 0) {
            fall.a()
                    .leiteWeiter(
                            fall.pfad() + "/seite/" + seiten.get(stelle - 1).id());
        } else if (!aktion.equals("weiter")) {
            fall.a().leiteWeiter(hier);
        } else if (!richtig) {
            fall.a().leiteWeiter(hier + "?pruefen=1");
        } else {
            fall.a()
                    .leiteWeiter(
                            stelle + 1 < seiten.size()
                                    ? fall.pfad() + "/seite/"
                                            + seiten.get(stelle + 1).id()
                                    : fall.pfad());
        }
    }

    /** Another window was faster, or the round ended: what was typed is kept in the page, the choice is the person's. */
    private void konflikt(Fall fall, Formularseite seite) throws IOException {
        Stelle stelle = Vorgang.stelle(fall.a(), fall.dienst());
        Ansicht ansicht = fall.a().ansicht(stelle);
        Map<String, String> felder = Antwortschreiber.gesendete(fall.a(), "stand");
        sdk.datenhaltung()
                .beteiligungen()
                .beteiligung(fall.person().mandant(), fall.person().id())
                .ifPresent(b -> felder.put("stand", String.valueOf(b.fassung())));
        String hier = fall.a().url(fall.pfad() + "/seite/" + seite.id());
        schreiber.meldung(
                fall.a(),
                409,
                stelle,
                new Antwortschreiber.Meldung(
                        ansicht.t("konflikt"),
                        ansicht.t("beteiligt.konflikt"),
                        SdkFehler.KONFLIKT.code(),
                        "",
                        hier,
                        ansicht.t("beteiligt.konflikt.uebernehmen"),
                        hier,
                        ansicht.t("beteiligt.konflikt.gespeichert"),
                        felder));
    }
}
