/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.audit.Antragsende;
import de.kommunalsdk.audit.Protokoll.Eintrag;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.entwurf.Beiseite;
import de.kommunalsdk.forms.entwurf.EigeneEingabe;
import de.kommunalsdk.forms.entwurf.EntwurfFehler;
import de.kommunalsdk.forms.entwurf.Leseliste;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Entwurfsansicht;
import de.kommunalsdk.forms.seiten.Entwurfsansicht.Liste;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages that say what became of a draft: in a new version, in none, submitted already, or gone. Thread-safe. */
final class Entwurfsseiten {

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;

    Entwurfsseiten(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
    }

    /** The page that says what became of the answers in the new version. */
    void umgestellt(Vorgang v) throws IOException {
        Ansicht ansicht = v.a().ansicht(v.stelle());
        List<Beiseite.Angabe> angaben = Beiseite.angaben(v.antworten());
        if (angaben.isEmpty() && Beiseite.vermerk(v.antworten()).isEmpty()) {
            v.a().leiteWeiter(v.pfad());
            return;
        }
        List<String> absaetze = new ArrayList<>();
        Beiseite.vermerk(v.antworten()).ifPresent(von -> absaetze.add(ansicht.t("umgestellt.text", von)));
        absaetze.addAll(Beiseite.hinweise(v.antworten()));
        if (!angaben.isEmpty()) {
            absaetze.add(ansicht.t("umgestellt.beiseite"));
        }
        Function<AnlageId, String> namen = dateinamen(v.a(), v.entwurf().id());
        List<Liste> listen = new ArrayList<>();
        for (boolean entfaellt : new boolean[] {false, true}) {
            List<Leseliste.Zeile> zeilen = new ArrayList<>();
            angaben.stream()
                    .filter(a -> a.entfaellt() == entfaellt)
                    .forEach(a -> zeilen.addAll(Leseliste.vonBeiseite(
                                    lesbar(new DienstRef(v.formular().dienst().id(), a.version()), v.formular()),
                                    List.of(a),
                                    namen)
                            .zeilen()));
            listen.add(new Liste(ansicht.t(entfaellt ? "umgestellt.entfaellt" : "umgestellt.pruefen"), zeilen));
        }
        zeige(
                v.a(),
                200,
                v.formular().dienst(),
                new Entwurfsansicht(
                        v.formular().dienst().titel(),
                        ansicht.t("umgestellt"),
                        absaetze,
                        "",
                        listen,
                        ansicht.url(v.pfad() + "/umgestellt"),
                        ansicht.t("umgestellt.weiter"),
                        "",
                        ""));
    }

    /** Shows what was sent of a page after the Antrag was submitted; false when it was something else. */
    boolean zuSpaet(Anfrage a, OzgDienst dienst, Antrag antrag, List<String> rest) throws IOException {
        List<Leseliste.Zeile> gesendet = gesendete(a, dienst, rest);
        if (gesendet.isEmpty()) {
            return false;
        }
        Ansicht ansicht = a.ansicht(Vorgang.stelle(a, dienst));
        zeige(
                a,
                409,
                dienst,
                new Entwurfsansicht(
                        dienst.titel(),
                        ansicht.t("entwurf.zuspaet"),
                        List.of(ansicht.t("entwurf.zuspaet.text")),
                        EntwurfFehler.ZU_SPAET.code(),
                        List.of(new Liste(ansicht.t("entwurf.gesendet"), gesendet)),
                        "",
                        "",
                        ansicht.url(Vorgang.pfad(dienst, antrag.id()) + "/quittung"),
                        ansicht.t("entwurf.quittung")));
        return true;
    }

    /** The page of a draft whose version is gone. It is not deleted, unless the citizen wants it. */
    void verwaist(Anfrage a, OzgDienst dienst, Entwurf entwurf, List<String> rest, Fehlercode fehler)
            throws IOException {
        if (a.istPost() && rest.equals(List.of("verwerfen"))) {
            a.liesFelder(Verteiler.MAX_ANFRAGE);
            a.pruefeCsrf();
            sdk.datenhaltung().antraege().loeschen(a.mandant().id(), entwurf.id());
            Entwurfscookies.vergiss(a, dienst, entwurf.id());
            a.leiteWeiter("/" + dienst.id());
            return;
        }
        Ansicht ansicht = a.ansicht(Vorgang.stelle(a, dienst));
        Antworten antworten = AntwortenFormat.lies(entwurf.inhalt());
        Function<AnlageId, String> namen = dateinamen(a, entwurf.id());
        Optional<Formular> lesbar = sdk.formular(entwurf.dienst()).or(() -> sdk.formular(dienst.ref()));
        List<Leseliste.Zeile> gesendet = gesendete(a, dienst, rest);
        List<String> absaetze = new ArrayList<>(List.of(
                ansicht.t("entwurf.verwaist.text", entwurf.dienst().version(), Zeiten.TAG.format(entwurf.laeuftAb())),
                ansicht.t("entwurf.verwaist.was")));
        if (!gesendet.isEmpty()) {
            absaetze.add(ansicht.t("entwurf.gesendet.text"));
        }
        List<Leseliste.Zeile> angaben =
                new ArrayList<>(Leseliste.von(lesbar, antworten, namen).zeilen());
        angaben.addAll(Leseliste.vonBeiseite(lesbar, Beiseite.angaben(antworten), namen)
                .zeilen());
        zeige(
                a,
                409,
                dienst,
                new Entwurfsansicht(
                        dienst.titel(),
                        ansicht.t("entwurf.verwaist"),
                        absaetze,
                        fehler.code(),
                        List.of(
                                new Liste(ansicht.t("entwurf.gesendet"), gesendet),
                                new Liste(ansicht.t("entwurf.angaben"), angaben)),
                        ansicht.url(Vorgang.pfad(dienst, entwurf.id()) + "/verwerfen"),
                        ansicht.t("abbrechen"),
                        ansicht.url("/" + dienst.id()),
                        ansicht.t("zurueck.dienst")));
    }

    /** The page of a draft that is not there any more: what happened, and what was just typed. */
    void weg(Anfrage a, OzgDienst dienst, AntragId id, List<String> rest) throws IOException {
        Optional<Antrag> eingereicht =
                sdk.datenhaltung().antraege().antrag(a.mandant().id(), id);
        if (eingereicht.isPresent()) { // by another tab, while this request was read
            if (!zuSpaet(a, dienst, eingereicht.get(), rest)) {
                a.leiteWeiter(Vorgang.pfad(dienst, id) + "/quittung");
            }
            return;
        }
        Ansicht ansicht = a.ansicht(Vorgang.stelle(a, dienst));
        Optional<Eintrag> ende = sdk
                .datenhaltung()
                .protokoll()
                .eintraege(a.mandant().id(), id)
                .stream()
                .filter(e -> Antragsende.von(e.ereignis()).isPresent())
                .reduce((erster, letzter) -> letzter);
        Antragsende was = ende.flatMap(e -> Antragsende.von(e.ereignis())).orElse(Antragsende.ENTWURF_ABGELAUFEN);
        String wann = ende.map(Eintrag::zeit).map(Zeiten.TAG::format).orElse("");
        List<Leseliste.Zeile> gesendet = gesendete(a, dienst, rest);
        List<String> absaetze = new ArrayList<>();
        absaetze.add(
                switch (was) {
                    case ENTWURF_GELOESCHT, AUF_WUNSCH_GELOESCHT -> ansicht.t("entwurf.geloescht.text", wann);
                    case NACH_AUFBEWAHRUNG_GELOESCHT -> ansicht.t("entwurf.aufbewahrung.text", wann);
                    case ENTWURF_ABGELAUFEN ->
                        ansicht.t(
                                "entwurf.abgelaufen.text",
                                dienst.entwurf().lebensdauer().toDays());
                });
        absaetze.add(ansicht.t("entwurf.neu"));
        if (!gesendet.isEmpty()) {
            absaetze.add(ansicht.t("entwurf.gesendet.text"));
        }
        boolean geloescht = was != Antragsende.ENTWURF_ABGELAUFEN;
        zeige(
                a,
                410,
                dienst,
                new Entwurfsansicht(
                        dienst.titel(),
                        ansicht.t(geloescht ? "entwurf.geloescht" : "entwurf.abgelaufen"),
                        absaetze,
                        (geloescht ? SdkFehler.ENTWURF_WEG : EntwurfFehler.ABGELAUFEN).code(),
                        List.of(new Liste(ansicht.t("entwurf.gesendet"), gesendet)),
                        "",
                        "",
                        ansicht.url("/" + dienst.id()),
                        ansicht.t("zurueck.dienst")));
    }

    /** What this request sent of a page, to be read; only what the citizen sent from a page of this browser. */
    private List<Leseliste.Zeile> gesendete(Anfrage a, OzgDienst dienst, List<String> rest) throws IOException {
        boolean seite =
                !rest.isEmpty() && (rest.get(0).equals("seite") || rest.get(0).equals("konflikt"));
        Optional<Formular> formular = sdk.formular(dienst.ref());
        if (!a.istPost() || !seite || formular.isEmpty()) {
            return List.of();
        }
        a.liesFelder(Verteiler.MAX_ANFRAGE);
        a.pruefeCsrf();
        EigeneEingabe eigene =
                EigeneEingabe.lies(formular.get(), Collections.list(a.http().getParameterNames()), name -> a.http()
                        .getParameter(name));
        List<Leseliste.Zeile> zeilen = new ArrayList<>(
                Leseliste.von(formular, eigene.antworten(), id -> "").zeilen());
        eigene.fremde().forEach((name, text) -> zeilen.add(new Leseliste.Zeile(name, text)));
        return zeilen;
    }

    private Optional<Formular> lesbar(DienstRef ref, Formular sonst) {
        return sdk.formular(ref).or(() -> Optional.of(sonst));
    }

    private Function<AnlageId, String> dateinamen(Anfrage a, AntragId id) {
        Map<AnlageId, String> namen = sdk
                .datenhaltung()
                .anlagen()
                .liste(a.mandant().id(), id)
                .stream()
                .collect(Collectors.toMap(Anlage::id, Anlage::dateiname));
        return datei -> namen.getOrDefault(datei, "");
    }

    private void zeige(Anfrage a, int status, OzgDienst dienst, Entwurfsansicht e) throws IOException {
        schreiber.schreibe(
                a,
                status,
                "entwurf",
                e.ueberschrift() + " – " + dienst.titel(),
                Vorgang.stelle(a, dienst),
                Map.of("e", e));
    }
}
