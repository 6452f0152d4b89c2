/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.seiten.Umgebung;
import de.kommunalsdk.forms.servlet.internal.Zustimmungsseiten.Fall;
import de.kommunalsdk.mandant.Mandant.Stelle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that somebody else than the applicant fills in. Files are not taken there. */
final class Zustimmungsformular {

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Listensuche suchen;
    private final Zustimmungskonflikt konflikte;

    Zustimmungsformular(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.suchen = new Listensuche(sdk);
        this.konflikte = new Zustimmungskonflikt(sdk, schreiber);
    }

    static Formular formular(Fall fall) {
        return fall.sicht()
                .eigenesFormular()
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    private static Lage lage(Fall fall) {
        return fall.reise()
                .lage(formular(fall), fall.sicht().alle(), fall.sicht().tag());
    }

    private static Blatt blatt(Fall fall, List<String> rest) {
        return Blatt.von(lage(fall), rest, fall.a().wert("ab"))
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
    }

    void zeige(Fall fall, List<String> rest) throws IOException {
        Blatt blatt = blatt(fall, rest);
        List<Feldfehler> fehler = fall.a().wert("pruefen") == null ? List.of() : blatt.fehler(lage(fall), false);
        zeige(fall, blatt, fehler, 200);
    }

    private void zeige(Fall fall, Blatt blatt, List<Feldfehler> fehler, int status) throws IOException {
        Lage lage = lage(fall);
        Formularseite seite = blatt.seite();
        Stelle stelle = Vorgang.stelle(fall.a(), fall.dienst());
        Ansicht ansicht = fall.a().ansicht(stelle);
        Formularansicht f = new Formularansicht(
                ansicht,
                fall.dienst().titel(),
                fall.pfad() + blatt.pfad(),
                seite,
                lage.seiten().indexOf(seite) + 1,
                lage.seiten().size() + 1,
                fall.person().fassung(),
                fall.sicht().alle(),
                blatt.gezeigte(lage),
                fehler,
                Map.of(),
                new Umgebung(
                        blatt.ausschnitt(),
                        fall.pfad() + "/seite/" + seite.id(),
                        "",
                        List.of(),
                        suchen.letzte(fall.a(), fall.pfad()),
                        sdk.haken(),
                        Optional.empty()));
        schreiber.schreibe(
                fall.a(),
                status,
                "formular",
                (fehler.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ") + seite.titel() + " – "
                        + fall.dienst().titel(),
                stelle,
                Map.of("f", f, "unterbrechbar", false));
    }

    void sende(Fall fall, List<String> rest) throws IOException {
        if (konflikte.erkannt(fall, rest)) {
            return;
        }
        Anfrage a = fall.a();
        Blatt blatt = blatt(fall, rest);
        Lage lage = lage(fall);
        Feldnamen.pruefe(a, fall.formular());
        List<Platz> alle = lage.plaetze(blatt.seite());
        Eintragsaktion aktion = Eintragsaktion.von(
                Optional.ofNullable(a.http().getParameter("aktion")).orElse("weiter"));
        Antworten neu = Eingabe.lies(blatt.gezeigte(lage), fall.sicht().alle(), name -> a.http()
                        .getParameter(name))
                .mitSeite(blatt.seite().id());
        Optional<Fall> nachher = konflikte.speichere(fall, aktion.an(alle, neu));
        if (nachher.isEmpty()) {
            konflikte.ueberholt(fall, rest);
            return;
        }
        Optional<Feldfehler> ablehnung = aktion.ablehnung(alle);
        if (ablehnung.isPresent()) {
            zeige(nachher.get(), blatt, List.of(ablehnung.get()), 422);
        } else {
            a.leiteWeiter(fall.pfad() + ziel(nachher.get(), blatt, aktion));
        }
    }

    /** The person has chosen between two versions. */
    void loese(Fall fall) throws IOException {
        konflikte.loese(fall);
    }

    private String ziel(Fall fall, Blatt blatt, Eintragsaktion aktion) {
        Lage lage = lage(fall);
        List<Formularseite> seiten = lage.seiten();
        int stelle = seiten.indexOf(blatt.seite());
        String eintrag = blatt.ausschnitt().eintrag();
        switch (aktion.name()) {
            case "weiter", "zurueck" -> {
                boolean weiter = aktion.name().equals("weiter");
                if (weiter && !blatt.fehler(lage, false).isEmpty()) {
                    return blatt.pfad() + "?pruefen=1";
                } else if (!eintrag.isEmpty()) {
                    return blatt.umgebend(lage) + "?ab=" + eintrag;
                } else if (weiter && stelle + 1 >= seiten.size()) {
                    return "";
                }
                return "/seite/"
                        + seiten.get(Math.max(0, stelle + (weiter ? 1 : -1))).id();
            }
            case "suche" -> {
                suchen.merke(fall.a(), fall.pfad(), aktion.ort());
                return blatt.pfad() + "?suche=" + aktion.ort();
            }
            default -> {
                return aktion.ziel("/seite/" + blatt.seite().id(), lage.plaetze(blatt.seite()))
                        .filter(ziel -> !ziel.contains("?ab=") || eintrag.isEmpty())
                        .orElse(blatt.pfad());
            }
        }
    }
}
