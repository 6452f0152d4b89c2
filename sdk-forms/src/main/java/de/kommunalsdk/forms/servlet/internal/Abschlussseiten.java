/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Einreichungsergebnis;
import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Schriftform;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.haken.VorEinreichen;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Auswertung;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The last pages of an Antrag: review, submission, receipt; and its interruption. */
final class Abschlussseiten {

    /** Value of {@code pruefen} for a page that the review sends back to. */
    static final String ABSCHLIESSEND = "alles";

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfsdateien dateien;
    private final Druckseiten druckseiten;
    private final Nutzerfrage nutzerfrage;
    private final AntragStore antraege;

    Abschlussseiten(
            KommunalSdk sdk,
            Antwortschreiber schreiber,
            Entwurfsdateien dateien,
            Druckseiten druckseiten,
            Nutzerfrage nutzerfrage) {
        this.nutzerfrage = nutzerfrage;
        this.druckseiten = druckseiten;
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.dateien = dateien;
        this.antraege = sdk.datenhaltung().antraege();
    }

    void pruefen(Vorgang v) throws IOException {
        zeige(v, 200, "");
    }

    /** The review page; with a message when the host refused the Antrag. */
    private void zeige(Vorgang v, int status, String ablehnung) throws IOException {
        Optional<Formularseite> offen = v.lage().ersteOffene();
        if (offen.isPresent()) {
            v.a().leiteWeiter(v.pfad() + "/seite/" + offen.get().id() + "?pruefen=" + ABSCHLIESSEND);
            return;
        }
        for (Formularseite seite : v.lage().seiten()) {
            if (!dateien.befallene(v, seite).isEmpty()) {
                v.a().leiteWeiter(v.pfad() + "/seite/" + seite.id());
                return;
            }
        }
        OzgDienst dienst = v.formular().dienst();
        Map<AnlageId, Anlage> hochgeladene = dateien.liste(v);
        Map<String, Object> werte = new LinkedHashMap<>();
        werte.put("titel", dienst.titel());
        werte.put("antragspfad", v.pfad());
        werte.put("einreichschluessel", AntragId.neu().wert());
        werte.put("stand", v.entwurf().stand());
        werte.put("schritt", v.lage().seiten().size() + 1);
        werte.put("weitergeben", !Rundenbeginn.gefragte(v).isEmpty());
        werte.put("wartende", dateien.wartende(v, Fachdaten.anlagen(sichtbare(v))));
        werte.put("einwilligung", !v.antworten().nachweise().einwilligungen().isEmpty());
        werte.put("geaendert", v.a().wert("geaendert") != null);
        werte.put("ablehnung", ablehnung);
        werte.put("gebuehr", gebuehr(v));
        werte.put(
                "zusammenfassung",
                Zusammenfassung.von(
                        v.lage(),
                        id -> hochgeladene.containsKey(id)
                                ? hochgeladene.get(id).dateiname()
                                : ""));
        schreiber.schreibe(
                v.a(),
                status,
                "pruefen",
                v.a().ansicht(v.stelle()).t("pruefen") + " – " + dienst.titel(),
                v.stelle(),
                werte);
    }

    /** What the Antrag costs, as people read it; empty when the Dienst has no fee. */
    private static String gebuehr(Vorgang v) {
        return Auswertung.gebuehr(v.formular(), Fachdaten.sichtbare(v.lage()), v.heute())
                .map(Betrag::anzeige)
                .orElseGet(() -> v.formular().dienst().hatBerechneteGebuehr()
                        ? v.a().ansicht(v.stelle()).t("gebuehr.offen")
                        : "");
    }

    void einreichen(Vorgang v) throws IOException {
        Anfrage a = v.a();
        String schluessel = a.http().getParameter("einreichschluessel");
        if (schluessel == null || !AntragId.istGueltig(schluessel)) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
        boolean geprueft = String.valueOf(v.entwurf().stand()).equals(a.http().getParameter("stand"));
        Optional<Formularseite> offen = v.lage().ersteUnvollstaendige();
        if (!geprueft || offen.isPresent()) {
            a.leiteWeiter(v.pfad() + "/pruefen?geaendert=1");
            return;
        }
        if (lehntAb(v)) {
            return;
        }
        OzgDienst dienst = v.formular().dienst();
        Antworten sichtbare = sichtbare(v);
        if (!dateien.sindFrei(v, Fachdaten.anlagen(sichtbare))) {
            a.leiteWeiter(v.pfad() + "/pruefen"); // which says what is the matter
            return;
        }
        merkeAnmeldung(v);
        Einreichungsergebnis ergebnis = antraege.einreichen(new Einreichung(
                v.entwurf(),
                schluessel,
                Fachdaten.friereEin(v.formular(), sichtbare, v.heute()),
                Fachdaten.anlagen(sichtbare),
                Vorgang.wege(a, dienst),
                dienst.aufbewahrung()));
        if (ergebnis instanceof Einreichungsergebnis.Eingereicht) {
            sdk.stosseAn();
            a.leiteWeiter(v.pfad() + "/quittung");
        } else if (ergebnis instanceof Einreichungsergebnis.EntwurfGeaendert) {
            a.leiteWeiter(v.pfad() + "/pruefen?geaendert=1");
        } else if (antraege.antrag(a.mandant().id(), v.entwurf().id()).isPresent()) {
            a.leiteWeiter(v.pfad() + "/quittung");
        } else {
            throw new Abbruch(410, SdkFehler.ENTWURF_WEG, "web.abgelaufen");
        }
    }

    /** Keeps what the login leaves with the Antrag, where the Dienst asks for one: before the answers are frozen. */
    void merkeAnmeldung(Vorgang v) {
        if (v.formular().niveau(v.lage().seiten()) == Vertrauensniveau.OHNE) {
            return;
        }
        Set<String> erhaltene = sichtbare(v).nachweise().herkunft().values().stream()
                .filter(h -> h.quelle().equals(Vorbelegung.NUTZERKONTO) && !h.geaendert())
                .map(Herkunft::attribut)
                .collect(Collectors.toSet());
        AntragId id = v.entwurf().id();
        nutzerfrage.nachweis(v.a(), id, erhaltene).ifPresent(n -> sdk.datenhaltung()
                .anmeldenachweise()
                .merke(v.a().mandant().id(), id, n));
    }

    /** Whether the host refuses the Antrag; then the review page says why. */
    boolean lehntAb(Vorgang v) throws IOException {
        for (VorEinreichen haken : sdk.haken().von(VorEinreichen.class)) {
            Optional<String> ablehnung = haken.ablehnung(v.kontext());
            if (ablehnung.isPresent()) {
                zeige(v, 422, ablehnung.get());
                return true;
            }
        }
        return false;
    }

    private static Antworten sichtbare(Vorgang v) {
        return Fachdaten.sichtbare(v.lage());
    }

    void nachEinreichung(Anfrage a, OzgDienst dienst, Antrag antrag, String wohin) throws IOException {
        if (wohin.equals(Druckseiten.ZUSAMMENFASSUNG) && !a.istPost()) {
            druckseiten.zusammenfassung(a, antrag);
            return;
        }
        if (!wohin.equals("quittung") || a.istPost()) {
            a.leiteWeiter(Vorgang.pfad(dienst, antrag.id()) + "/quittung");
            return;
        }
        boolean papier = sdk.formular(antrag.dienst())
                .filter(f -> f.schriftform() == Schriftform.PAPIER)
                .isPresent();
        schreiber.schreibe(
                a,
                200,
                "quittung",
                a.ansicht(Vorgang.stelle(a, dienst)).t("quittung") + " – " + dienst.titel(),
                Vorgang.stelle(a, dienst),
                Map.of(
                        "titel",
                        dienst.titel(),
                        "nummer",
                        antrag.vorgangsnummer().wert(),
                        "zeit",
                        Zeiten.SEKUNDE.format(antrag.eingegangenAm()) + " (Europe/Berlin)",
                        "pdf",
                        sdk.schriftstueck()
                                .map(s -> Vorgang.pfad(dienst, antrag.id()) + "/" + Druckseiten.ZUSAMMENFASSUNG)
                                .orElse(""),
                        "papier",
                        papier,
                        "konto",
                        sdk.nutzerkonto().isPresent(),
                        "aufbewahrt",
                        Zeiten.TAG.format(antrag.eingegangenAm().plus(aufbewahrung(dienst, antrag)))));
    }

    /** As the version says that the Antrag was frozen with. */
    private Duration aufbewahrung(OzgDienst angeboten, Antrag antrag) {
        return sdk.dienste().dienst(antrag.dienst()).orElse(angeboten).aufbewahrung();
    }
}
