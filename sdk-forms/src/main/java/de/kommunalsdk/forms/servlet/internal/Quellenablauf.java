/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.quellen.Abfrager;
import de.kommunalsdk.forms.quellen.Lieferung;
import de.kommunalsdk.forms.quellen.Vorbeleger;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Quellenansicht;
import de.kommunalsdk.forms.seiten.Quellenansicht.Abfrageteil;
import de.kommunalsdk.forms.seiten.Quellenansicht.Meldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When the pages of a draft ask registers and look-ups, and what they say about it. Thread-safe. */
final class Quellenablauf {

    /** Sent by the button of a look-up, with its id behind a colon. */
    static final String ABFRAGEN = "abfragen";

    private static final int AUFRUFE = 30; // of one draft in ten minutes
    private static final Duration FENSTER = Duration.ofMinutes(10);

    private final KommunalSdk sdk;
    private final Nutzerfrage nutzerfrage;
    private final Vorbeleger vorbeleger;
    private final Abfrager abfrager;
    private final Nachtrag nachtrag;

    Quellenablauf(KommunalSdk sdk, Nutzerfrage nutzerfrage) {
        this.sdk = sdk;
        this.nutzerfrage = nutzerfrage;
        this.vorbeleger = sdk.quellen().vorbeleger();
        this.abfrager = sdk.quellen().abfrager();
        this.nachtrag = new Nachtrag(new Entwurfsschreiber(sdk.datenhaltung().antraege()));
    }

    /** The draft after sources were asked, and what the citizen wanted, or what is to be done instead. */
    record Nachgang(Vorgang v, String aktion) {}

    /** Who is logged in; a portal that cannot tell has nobody logged in. */
    Optional<Nutzer> nutzer(Anfrage a) {
        return nutzerfrage.nutzer(a);
    }

    /** What may be saved of what a browser sent. */
    Antworten wahre(Vorgang v, Antworten neu) {
        return abfrager.ohneVeraltete(v.formular(), Vorbeleger.wahre(v.antworten(), neu), v.heute());
    }

    /** Asks what is due after a page was saved. */
    Nachgang nachSpeichern(Vorgang v, Formularseite seite, String aktion) {
        boolean weiter = aktion.equals("weiter");
        Vorgang hier = weiter ? holeAusstehende(v) : v;
        boolean zeigen = false;
        for (Seitenabfrage s : v.formular().quellen().abfragen()) {
            boolean gewuenscht = aktion.equals(ABFRAGEN + ":" + s.id());
            if (!s.seite().equals(seite.id()) || !(gewuenscht || (weiter && s.automatisch()))) {
                continue;
            }
            Optional<Map<String, String>> eingaben = abfrager.eingaben(v.formular(), s, hier.antworten(), v.heute());
            boolean neues = eingaben.isPresent() && !abfrager.istAktuell(s, eingaben.get(), hier.antworten());
            if (!gewuenscht && !neues) {
                continue;
            }
            Abfrager.Antwort antwort = frage(hier, s, eingaben);
            hier = nachtrag.schreibe(hier, a -> abfrager.uebernimm(s, antwort, a, v.heute()));
            zeigen |= antwort.stand().code().isEmpty() ? s.text() || fuelltHier(s, seite) : s.hinweis();
        }
        return new Nachgang(hier, weiter && zeigen ? ABFRAGEN : aktion);
    }

    private Abfrager.Antwort frage(Vorgang v, Seitenabfrage s, Optional<Map<String, String>> eingaben) {
        if (eingaben.isEmpty()) {
            return abfrager.ohne(s, Map.of(), QuellenFehler.EINGABE_FEHLT, "");
        }
        return istErlaubt(v)
                ? abfrager.frage(v.formular(), v.a().mandant().id(), s, eingaben.get(), v.a().gewaehlteSprache())
                : abfrager.ohne(s, eingaben.get(), QuellenFehler.ZU_OFT, "");
    }

    private static boolean fuelltHier(Seitenabfrage s, Formularseite seite) {
        return s.felder().stream().anyMatch(ziel -> steht(ziel.feld().pfad(), seite));
    }

    private static boolean steht(String pfad, Formularseite seite) {
        return seite.bausteine().stream().anyMatch(b -> (pfad + ".").startsWith(b.pfad() + "."));
    }

    private boolean istErlaubt(Vorgang v) {
        AntragId id = v.entwurf().id();
        return sdk.datenhaltung().grenze().erlaubt("quelle:" + v.a().mandant().id() + ":" + id, AUFRUFE, FENSTER);
    }

    /** Asks each source that the citizen agreed to, that was not asked yet, and that can be asked now. */
    Vorgang holeAusstehende(Vorgang v) {
        Vorgang hier = v;
        if (hier.antworten().nachweise().einwilligungen().isEmpty()) {
            return hier;
        }
        Optional<Nutzer> nutzer = nutzer(v.a());
        for (Vorbelegung vorbelegung : vorbeleger.moegliche(v.formular(), nutzer)) {
            Optional<Einwilligung> erteilt = hier.antworten()
                    .nachweise()
                    .einwilligung(vorbelegung.quelle())
                    .filter(e -> e.abgerufenAm().isEmpty());
            Optional<Map<String, String>> eingaben = erteilt.flatMap(
                    e -> vorbeleger.eingaben(v.formular(), vorbelegung, v.antworten(), nutzer, v.heute()));
            if (erteilt.isPresent() && eingaben.isPresent()) {
                hier = hole(hier, vorbelegung, erteilt.get(), eingaben.get(), nutzer);
            }
        }
        return hier;
    }

    /** After a login at a higher level the account is asked once more for what it may tell now; the consent stands. */
    Vorgang nachAufstieg(Vorgang v) {
        boolean zuNiedrig = v.antworten()
                .nachweise()
                .einwilligung(Vorbelegung.NUTZERKONTO)
                .filter(e -> e.code().equals(QuellenFehler.NIVEAU.code()))
                .isPresent();
        if (!zuNiedrig) {
            return v;
        }
        Optional<Nutzer> nutzer = nutzer(v.a());
        boolean mehr = v.formular().quellen().vorbelegungen().stream()
                .filter(q -> q.quelle().equals(Vorbelegung.NUTZERKONTO))
                .anyMatch(q -> nutzer.filter(n -> Vorbeleger.hatMehr(q, v.antworten(), n))
                        .isPresent());
        return mehr ? holeAusstehende(aendere(v, Vorbelegung.NUTZERKONTO, false)) : v;
    }

    private Vorgang hole(
            Vorgang v,
            Vorbelegung vorbelegung,
            Einwilligung erteilt,
            Map<String, String> eingaben,
            Optional<Nutzer> nutzer) {
        // Taken before the call: of two requests that come at once one asks, and after a crash nobody asks unbidden.
        boolean[] meiner = {false};
        Einwilligung begonnen = erteilt.abgerufen(sdk.clock().instant(), QuellenFehler.GESTOERT.code());
        Vorgang hier = nachtrag.schreibe(v, a -> {
            meiner[0] = a.nachweise()
                    .einwilligung(erteilt.quelle())
                    .filter(erteilt::equals)
                    .isPresent();
            return meiner[0] ? a.mit(a.nachweise().mit(begonnen)) : a;
        });
        if (!meiner[0]) {
            return hier;
        }
        Lieferung lieferung = istErlaubt(v)
                ? vorbeleger.hole(v.formular(), v.a().mandant().id(), vorbelegung, eingaben, nutzer)
                : new Lieferung(Map.of(), Optional.of(QuellenFehler.ZU_OFT));
        String titel = vorbeleger.titel(vorbelegung, nutzer);
        return nachtrag.schreibe(
                hier, a -> vorbeleger.uebernimm(vorbelegung, titel, lieferung, begonnen, a, v.heute()));
    }

    /** The draft after a consent was withdrawn, or after it was renewed for one more try. */
    Vorgang aendere(Vorgang v, String quelle, boolean widerruf) {
        return nachtrag.schreibe(
                v,
                a -> widerruf
                        ? vorbeleger.widerrufe(quelle, a)
                        : a.nachweise()
                                .einwilligung(quelle)
                                .filter(e -> !e.code().isEmpty())
                                .map(e -> a.mit(a.nachweise()
                                        .mit(new Einwilligung(quelle, e.zeit(), e.fassung(), Optional.empty(), ""))))
                                .orElse(a));
    }

    /** Values of a page that a source gave and that the citizen must correct: shown without being asked for. */
    List<Feldfehler> zuBerichtigen(Vorgang v, Formularseite seite) {
        Set<String> geliefert = new HashSet<>();
        v.antworten().nachweise().herkunft().forEach((ort, h) -> {
            if (!h.geaendert()) {
                geliefert.add(ort);
            }
        });
        return geliefert.isEmpty()
                ? List.of()
                : v.lage().fehler(seite).stream()
                        .filter(f -> geliefert.contains(f.ort()))
                        .toList();
    }

    /** What a page says about its sources. */
    Quellenansicht ansicht(Vorgang v, Formularseite seite, Ansicht ansicht) {
        Optional<Nutzer> nutzer = v.formular().quellen().vorbelegungen().isEmpty() ? Optional.empty() : nutzer(v.a());
        List<Vorbelegung> moegliche = vorbeleger.moegliche(v.formular(), nutzer);
        Set<String> leere = new HashSet<>();
        Seitenbaum.felder(v.lage().plaetze(seite), p -> {
            if (v.antworten().wert(p.ort()).isEmpty()) {
                leere.add(p.ort());
            }
        });
        List<Meldung> meldungen = new ArrayList<>();
        for (Vorbelegung vorbelegung : moegliche) {
            boolean betroffen = vorbelegung.felder().stream()
                    .anyMatch(ziel -> leere.contains(ziel.feld().pfad()));
            v.antworten()
                    .nachweise()
                    .einwilligung(vorbelegung.quelle())
                    .filter(e -> betroffen && !e.code().isEmpty())
                    .ifPresent(e -> meldungen.add(
                            new Meldung(vorbeleger.titel(vorbelegung, nutzer), satz(ansicht, e.code()), e.code())));
        }
        List<Abfrageteil> abfragen = v.formular().quellen().abfragen().stream()
                .filter(s -> s.seite().equals(seite.id()))
                .map(s -> teil(v, s, ansicht))
                .toList();
        boolean einwilligung = !moegliche.isEmpty()
                || !v.antworten().nachweise().einwilligungen().isEmpty();
        return new Quellenansicht(einwilligung, meldungen, abfragen);
    }

    private static Abfrageteil teil(Vorgang v, Seitenabfrage s, Ansicht ansicht) {
        return v.antworten()
                .nachweise()
                .abfrage(s.id())
                .map(stand -> new Abfrageteil(
                        s.id(),
                        s.titel(),
                        !stand.text().isEmpty()
                                ? stand.text()
                                : stand.code().isEmpty() ? ansicht.t("abfrage.fertig") : satz(ansicht, stand.code()),
                        stand.code()))
                .orElseGet(() -> new Abfrageteil(s.id(), s.titel(), "", ""));
    }

    /** What the citizen reads for a code. */
    static String satz(Ansicht ansicht, String code) {
        for (QuellenFehler fehler : QuellenFehler.values()) {
            if (fehler.code().equals(code)) {
                return ansicht.t("quelle." + fehler.name().toLowerCase(Locale.ROOT));
            }
        }
        return ansicht.t("quelle.gestoert");
    }
}
