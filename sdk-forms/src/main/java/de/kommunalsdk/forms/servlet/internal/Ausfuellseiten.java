/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.dienst.Entwurfsregeln;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigeneSeite;
import de.kommunalsdk.forms.haken.NachSpeichern;
import de.kommunalsdk.forms.haken.VorSeite;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.seiten.Umgebung;
import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of a form that a citizen fills in: shown, stored, and what comes next. Thread-safe. */
final class Ausfuellseiten {

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfsschreiber entwuerfe;
    private final Entwurfsdateien dateien;
    private final Quellenablauf quellen;
    private final Konfliktseiten konflikte;
    private final Unterbrechungsseiten unterbrechung;
    private final Entwurfsseiten entwurfsseiten;
    private final Listensuche suchen;

    Ausfuellseiten(
            KommunalSdk sdk,
            Antwortschreiber schreiber,
            Entwurfsdateien dateien,
            Quellenablauf quellen,
            Konfliktseiten konflikte,
            Unterbrechungsseiten unterbrechung,
            Entwurfsseiten entwurfsseiten) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.entwuerfe = new Entwurfsschreiber(sdk.datenhaltung().antraege());
        this.dateien = dateien;
        this.quellen = quellen;
        this.konflikte = konflikte;
        this.unterbrechung = unterbrechung;
        this.entwurfsseiten = entwurfsseiten;
        this.suchen = new Listensuche(sdk);
    }

    private static Blatt gewuenscht(Vorgang v, List<String> rest) {
        return Blatt.von(v.lage(), rest, v.a().wert("ab"))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    /** A page of the form, or the last one that can be reached. */
    void zeige(Vorgang gelesen, List<String> rest) throws IOException {
        Vorgang v = quellen.nachAufstieg(gelesen);
        Blatt blatt = gewuenscht(v, rest);
        Formularseite erreichbar = v.lage().erreichbare(blatt.seite());
        if (!erreichbar.id().equals(blatt.seite().id())) {
            v.a().leiteWeiter(v.pfad() + "/seite/" + erreichbar.id() + "?uebersprungen=1");
            return;
        }
        String pruefen = v.a().wert("pruefen");
        List<Feldfehler> fehler = new ArrayList<>(dateien.befallene(v, blatt.seite()));
        fehler.addAll(
                pruefen == null
                        ? quellen.zuBerichtigen(v, blatt.seite())
                        : blatt.fehler(v.lage(), pruefen.equals(Abschlussseiten.ABSCHLIESSEND)));
        zeige(v, blatt, fehler, 200);
    }

    /** The page as it was typed: nothing of it was saved, all of it can be shortened. */
    private void zeigeZuGrosse(Vorgang v, Blatt blatt, Fehlercode fehler) throws IOException {
        Ansicht ansicht = v.a().ansicht(v.stelle());
        String hinweis = ansicht.t("web.antworten.gross") + " " + ansicht.t("fehler.code", fehler.code());
        zeige(v, blatt, List.of(), 413, List.of(hinweis));
    }

    private void zeige(Vorgang v, Blatt blatt, List<Feldfehler> fehler, int status) throws IOException {
        zeige(v, blatt, fehler, status, List.of());
    }

    private void zeige(Vorgang v, Blatt blatt, List<Feldfehler> fehler, int status, List<String> meldungen)
            throws IOException {
        List<String> hinweise = new ArrayList<>(meldungen);
        hinweise.addAll(hinweise(v, blatt.seite()));
        Formularseite seite = blatt.seite();
        List<Formularseite> seiten = v.lage().seiten();
        OzgDienst dienst = v.formular().dienst();
        Ansicht ansicht = v.a().ansicht(v.stelle());
        int nummer = seiten.indexOf(seite) + 1;
        Formularansicht f = new Formularansicht(
                ansicht,
                dienst.titel(),
                v.pfad() + blatt.pfad(),
                seite,
                nummer,
                seiten.size() + 1,
                v.entwurf().stand(),
                v.antworten(),
                blatt.gezeigte(v.lage()),
                fehler,
                dateien.staende(v),
                new Umgebung(
                        blatt.ausschnitt(),
                        v.pfad() + "/seite/" + seite.id(),
                        danach(v.a()),
                        hinweise,
                        suchen.letzte(v),
                        sdk.haken(),
                        sdk.haken().von(EigeneSeite.class).stream()
                                .filter(haken -> haken.zeigt(v.formular(), seite))
                                .findFirst()));
        String davor = fehler.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ";
        schreiber.schreibe(
                v.a(),
                status,
                "formular",
                davor + seite.titel() + " – " + ansicht.t("schritt", nummer, seiten.size() + 1) + " – "
                        + dienst.titel(),
                v.stelle(),
                Map.of("f", f, "quellen", quellen.ansicht(v, seite, ansicht)));
    }

    private static String danach(Anfrage a) {
        return "pruefen".equals(a.wert("danach")) ? "pruefen" : "";
    }

    private List<String> hinweise(Vorgang v, Formularseite seite) {
        List<String> hinweise = new ArrayList<>();
        if (v.a().wert("uebersprungen") != null) {
            Ansicht ansicht = v.a().ansicht(v.stelle());
            hinweise.add(
                    ansicht.t("seite.uebersprungen") + " " + ansicht.t("fehler.code", FormFehler.UEBERSPRUNGEN.code()));
        }
        Entwurfsregeln regeln = v.formular().dienst().entwurf();
        regeln.ablauf()
                .map(tag -> Zeiten.TAG.format(tag.plusDays(regeln.schonfrist() - 1L)))
                .ifPresent(tag -> hinweise.add(v.a().ansicht(v.stelle()).t("seite.ablauf", tag)));
        sdk.haken()
                .rufe(VorSeite.class, haken -> haken.hinweis(v.kontext(), seite).ifPresent(hinweise::add));
        return hinweise;
    }

    /** Stores what was typed, and goes on. */
    void sende(Vorgang v, List<String> rest) throws IOException {
        Blatt blatt = gewuenscht(v, rest);
        Anfrage a = v.a();
        Formularseite seite = blatt.seite();
        String aktion =
                a.http().getParameter("aktion") == null ? "weiter" : a.http().getParameter("aktion");
        Feldnamen.pruefe(a, v.formular());
        List<Platz> gezeigte = blatt.gezeigte(v.lage());
        List<Platz> alle = v.lage().plaetze(seite);
        Antworten neu = Eingabe.lies(gezeigte, v.antworten(), name -> a.http().getParameter(name))
                .mitSeite(seite.id());
        Eintragsaktion eintragsaktion = Eintragsaktion.von(aktion);
        List<Feldfehler> ablehnungen = new ArrayList<>();
        neu = dateien.nimm(v, gezeigte, neu, ablehnungen);
        neu = quellen.wahre(v, eintragsaktion.an(alle, neu));
        eintragsaktion.ablehnung(alle).ifPresent(ablehnungen::add);
        Entwurfsschreiber.Ergebnis geschrieben;
        try {
            geschrieben = entwuerfe.schreibe(v, neu);
        } catch (InvalidInput e) {
            if (e.fehlercode() != StoreFehler.ZU_GROSS) {
                throw e;
            }
            zeigeZuGrosse(new Vorgang(a, v.formular(), v.entwurf(), neu, v.heute()), blatt, e.fehlercode());
            return;
        }
        Speicherergebnis ergebnis = geschrieben.speicherung();
        neu = geschrieben.antworten();
        if (ergebnis instanceof Speicherergebnis.Konflikt konflikt) {
            konflikte.ueberholt(v, konflikt.aktuell(), blatt.pfad(), neu);
        } else if (ergebnis instanceof Speicherergebnis.Gespeichert gespeichert) {
            // A file goes after the answers that name it are gone, never before: no draft names a file that is not
            // there.
            dateien.loesche(v, v.antworten(), neu);
            Vorgang nachher = new Vorgang(a, v.formular(), gespeichert.entwurf(), neu, v.heute());
            sdk.haken().rufe(NachSpeichern.class, haken -> haken.gespeichert(nachher.kontext()));
            if (ablehnungen.isEmpty()) {
                Quellenablauf.Nachgang nachgang = quellen.nachSpeichern(nachher, seite, aktion);
                weiter(nachgang.v(), blatt, Eintragsaktion.von(nachgang.aktion()));
            } else {
                zeige(nachher, blatt, ablehnungen, 422);
            }
        } else {
            dateien.loesche(v, neu, v.antworten());
            entwurfsseiten.weg(a, v.formular().dienst(), v.entwurf().id(), List.of("seite"));
        }
    }

    private void weiter(Vorgang v, Blatt blatt, Eintragsaktion aktion) throws IOException {
        boolean imEintrag = !blatt.ausschnitt().eintrag().isEmpty();
        String danach = danach(v.a()).isEmpty() ? "" : "danach=pruefen";
        switch (aktion.name()) {
            case "weiter" -> {
                if (!blatt.fehler(v.lage(), false).isEmpty()
                        || !dateien.befallene(v, blatt.seite()).isEmpty()) {
                    leite(v, blatt.pfad(), "pruefen=1", danach);
                } else if (imEintrag) {
                    leite(
                            v,
                            blatt.umgebend(v.lage()),
                            "ab=" + blatt.ausschnitt().eintrag(),
                            danach);
                } else {
                    leite(v, naechste(v, blatt.seite(), !danach.isEmpty()), danach);
                }
            }
            case "zurueck" -> {
                Optional<Formularseite> vorige = v.lage().vorige(blatt.seite());
                if (imEintrag) {
                    leite(
                            v,
                            blatt.umgebend(v.lage()),
                            "ab=" + blatt.ausschnitt().eintrag(),
                            danach);
                } else if (!danach.isEmpty()) {
                    leite(v, "/pruefen");
                } else if (!blatt.seite().abschnitt().isEmpty()) {
                    leite(v, Aufgabenseite.neben(blatt.seite(), vorige).orElse(""));
                } else if (vorige.isPresent()) {
                    leite(v, "/seite/" + vorige.get().id());
                } else {
                    v.a().leiteWeiter("/" + v.formular().dienst().id());
                }
            }
            case "einwilligung" -> v.a().leiteWeiter(v.pfad() + Einwilligungsseite.PFAD);
            case "unterbrechen" -> unterbrechung.unterbrechen(v);
            case "suche" -> {
                suchen.merke(v, aktion.ort());
                leite(v, blatt.pfad(), "suche=" + aktion.ort(), danach);
            }
            default ->
                leite(
                        v,
                        aktion.ziel("/seite/" + blatt.seite().id(), v.lage().plaetze(blatt.seite()))
                                .filter(ziel -> !ziel.contains("?ab=") || !imEintrag)
                                .orElse(blatt.pfad()),
                        danach);
        }
    }

    /** From the review a citizen goes on only to what is new, then back. */
    private static String naechste(Vorgang v, Formularseite seite, boolean zumPruefen) {
        Optional<String> aufgabe = zumPruefen
                ? Optional.empty()
                : Aufgabenseite.neben(seite, v.lage().naechste(seite));
        if (aufgabe.isPresent()) {
            return aufgabe.get();
        }
        Optional<Formularseite> naechste =
                zumPruefen ? v.lage().ersteOffene() : v.lage().naechste(seite);
        return naechste.map(s -> "/seite/" + s.id()).orElse("/pruefen");
    }

    private static void leite(Vorgang v, String pfad, String... angaben) {
        StringBuilder ziel = new StringBuilder(v.pfad()).append(pfad);
        for (String angabe : angaben) {
            if (!angabe.isEmpty() && !pfad.equals("/pruefen")) {
                ziel.append(ziel.indexOf("?") < 0 ? '?' : '&').append(angabe);
            }
        }
        v.a().leiteWeiter(ziel.toString());
    }
}
