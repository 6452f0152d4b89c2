/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.definition.Vorbelegung.Eingabe;
import de.kommunalsdk.forms.quellen.Vorbeleger;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Einwilligungsansicht;
import de.kommunalsdk.forms.seiten.Einwilligungsansicht.Erteilt;
import de.kommunalsdk.forms.seiten.Einwilligungsansicht.Quelle;
import de.kommunalsdk.nutzerkonto.Nutzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page on which a citizen agrees, source by source, to what is fetched; and withdraws it. Nothing is ticked before. */
final class Einwilligungsseite {

    static final String PFAD = "/einwilligung";

    private static final String JA = "ja.";
    private static final String FASSUNG = "fassung.";

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Quellenablauf ablauf;
    private final Vorbeleger vorbeleger;
    private final Entwurfsschreiber entwuerfe;

    Einwilligungsseite(KommunalSdk sdk, Antwortschreiber schreiber, Quellenablauf ablauf) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.ablauf = ablauf;
        this.vorbeleger = sdk.quellen().vorbeleger();
        this.entwuerfe = new Entwurfsschreiber(sdk.datenhaltung().antraege());
    }

    /** Whether there is anything to agree to. */
    boolean wirdGebraucht(Anfrage a, Formular formular) {
        return !formular.quellen().vorbelegungen().isEmpty()
                && !vorbeleger.moegliche(formular, ablauf.nutzer(a)).isEmpty();
    }

    void zeige(Vorgang v) throws IOException {
        zeige(v, 200, "");
    }

    private void zeige(Vorgang v, int status, String meldung) throws IOException {
        Ansicht ansicht = v.a().ansicht(v.stelle());
        String titel = v.formular().dienst().titel();
        Einwilligungsansicht e = new Einwilligungsansicht(
                titel,
                v.a().url(v.pfad() + PFAD),
                v.entwurf().stand(),
                meldung,
                quellen(v, ansicht, ablauf.nutzer(v.a())));
        schreiber.schreibe(
                v.a(), status, "einwilligung", ansicht.t("einwilligung") + " – " + titel, v.stelle(), Map.of("e", e));
    }

    private List<Quelle> quellen(Vorgang v, Ansicht ansicht, Optional<Nutzer> nutzer) {
        List<Vorbelegung> moegliche = vorbeleger.moegliche(v.formular(), nutzer);
        // what was agreed to can be withdrawn, also after a logout
        return v.formular().quellen().vorbelegungen().stream()
                .filter(q -> moegliche.contains(q)
                        || v.antworten().nachweise().einwilligung(q.quelle()).isPresent())
                .map(q -> quelle(v, q, ansicht, nutzer))
                .toList();
    }

    private Quelle quelle(Vorgang v, Vorbelegung q, Ansicht ansicht, Optional<Nutzer> nutzer) {
        String titel = vorbeleger.titel(q, nutzer);
        List<String> felder =
                q.felder().stream().map(ziel -> ziel.feld().beschriftung()).toList();
        List<String> gesendet = q.eingaben().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getValue() instanceof Eingabe.Antwort a ? a.feld().beschriftung() : e.getKey())
                .toList();
        // all that is read on the page, in its language: what was agreed to can be told from every other text
        String text = String.join(
                "\n",
                titel,
                q.zweck(),
                q.rechtsgrundlage(),
                felder.toString(),
                gesendet.toString(),
                ansicht.t("einwilligung.text"),
                ansicht.t("einwilligung.ja", titel));
        String fassung = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        return new Quelle(
                q.quelle(),
                titel,
                q.zweck(),
                q.rechtsgrundlage(),
                felder,
                gesendet,
                fassung,
                v.antworten().nachweise().einwilligung(q.quelle()).map(e -> erteilt(e, ansicht)));
    }

    private static Erteilt erteilt(Einwilligung e, Ansicht ansicht) {
        String ausgang = e.abgerufenAm().isEmpty()
                ? ansicht.t("einwilligung.ausstehend")
                : e.code().isEmpty() ? ansicht.t("einwilligung.abgerufen") : Quellenablauf.satz(ansicht, e.code());
        return new Erteilt(
                Zeiten.MINUTE.format(e.zeit()), ausgang, e.code(), !e.code().isEmpty());
    }

    void sende(Vorgang v) throws IOException {
        Anfrage a = v.a();
        String aktion =
                a.http().getParameter("aktion") == null ? "weiter" : a.http().getParameter("aktion");
        if (!String.valueOf(v.entwurf().stand()).equals(a.http().getParameter("stand"))) {
            // sent twice, or from an old tab: nothing is asked, the page says how it stands
            a.leiteWeiter(v.pfad() + PFAD);
            return;
        }
        List<Quelle> quellen = quellen(v, a.ansicht(v.stelle()), ablauf.nutzer(a));
        if (aktion.equals("weiter")) {
            erteile(v, quellen);
            return;
        }
        String quelle = aktion.substring(aktion.indexOf(':') + 1);
        boolean widerruf = aktion.startsWith("widerrufen:");
        boolean bekannt = v.antworten().nachweise().einwilligung(quelle).isPresent();
        if (!bekannt || !(widerruf || aktion.startsWith("erneut:"))) {
            abgelehnt(v);
            return;
        }
        Vorgang nachher = ablauf.aendere(v, quelle, widerruf);
        if (!widerruf) {
            ablauf.holeAusstehende(nachher);
        }
        a.leiteWeiter(v.pfad() + PFAD);
    }

    private void erteile(Vorgang v, List<Quelle> quellen) throws IOException {
        Anfrage a = v.a();
        Instant jetzt = sdk.clock().instant();
        Nachweise nachweise = v.antworten().nachweise();
        for (String name : Collections.list(a.http().getParameterNames())) {
            if (!name.startsWith(JA)) {
                continue;
            }
            String id = name.substring(JA.length());
            Optional<Quelle> gelesen = quellen.stream()
                    .filter(q -> q.id().equals(id) && q.erteilt().isEmpty())
                    .filter(q -> q.fassung().equals(a.http().getParameter(FASSUNG + id)))
                    .filter(q -> "ja".equals(a.http().getParameter(name)))
                    .findFirst();
            if (gelesen.isEmpty()) {
                abgelehnt(v);
                return;
            }
            nachweise =
                    nachweise.mit(Einwilligung.erteilt(id, jetzt, gelesen.get().fassung()));
        }
        if (!nachweise.equals(v.antworten().nachweise())) {
            Antworten neu = v.antworten().mit(nachweise);
            Entwurfsschreiber.Ergebnis ergebnis = entwuerfe.schreibe(v, neu);
            if (!(ergebnis.speicherung() instanceof Speicherergebnis.Gespeichert gespeichert)) {
                a.leiteWeiter(v.pfad() + PFAD);
                return;
            }
            ablauf.holeAusstehende(
                    new Vorgang(a, v.formular(), gespeichert.entwurf(), ergebnis.antworten(), v.heute()));
        }
        a.leiteWeiter(v.pfad());
    }

    private void abgelehnt(Vorgang v) throws IOException {
        zeige(v, 422, QuellenFehler.EINWILLIGUNG.code());
    }
}
