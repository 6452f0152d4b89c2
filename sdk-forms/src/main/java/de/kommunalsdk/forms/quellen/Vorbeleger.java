/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.definition.Vorbelegung.Eingabe;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.register.Register;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.register.Registerergebnis;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Once-only: fetches what a source knows and puts it into empty fields. Asks nobody about consent. Thread-safe. */
public final class Vorbeleger {

    private final Map<String, Register> register;
    private final Portaufruf aufruf;
    private final Clock clock;

    Vorbeleger(Map<String, Register> register, Portaufruf aufruf, Clock clock) {
        this.register = register;
        this.aufruf = aufruf;
        this.clock = clock;
    }

    /** The sources that can be asked for this citizen, now or as soon as answers are there. */
    public List<Vorbelegung> moegliche(Formular formular, Optional<Nutzer> nutzer) {
        return formular.quellen().vorbelegungen().stream()
                .filter(v -> nutzer.isPresent() || !brauchtKonto(v))
                .toList();
    }

    private static boolean brauchtKonto(Vorbelegung v) {
        return v.quelle().equals(Vorbelegung.NUTZERKONTO)
                || v.eingaben().values().stream().anyMatch(Eingabe.Kontoattribut.class::isInstance);
    }

    /** Name of a source as shown. */
    public String titel(Vorbelegung v, Optional<Nutzer> nutzer) {
        Register port = register.get(v.quelle());
        return port == null ? nutzer.map(Nutzer::quelle).orElse("Nutzerkonto") : port.titel();
    }

    /** What a source must be sent, when all of it is there; empty: it cannot be asked yet. */
    public Optional<Map<String, String>> eingaben(
            Formular formular, Vorbelegung v, Antworten antworten, Optional<Nutzer> nutzer, LocalDate heute) {
        if (brauchtKonto(v) && nutzer.isEmpty()) {
            return Optional.empty();
        }
        List<Feld> felder = v.eingaben().values().stream()
                .filter(Eingabe.Antwort.class::isInstance)
                .map(e -> ((Eingabe.Antwort) e).feld())
                .toList();
        Map<String, String> gegeben = Eingabewerte.von(formular, felder, antworten, heute);
        Map<String, String> werte = new HashMap<>();
        v.eingaben().forEach((name, quelle) -> {
            String wert = quelle instanceof Eingabe.Antwort a
                    ? gegeben.getOrDefault(a.feld().pfad(), "")
                    : attribut(nutzer, ((Eingabe.Kontoattribut) quelle).name());
            if (!wert.isEmpty()) {
                werte.put(name, wert);
            }
        });
        return Optional.of(werte).filter(w -> w.size() == v.eingaben().size());
    }

    private static String attribut(Optional<Nutzer> nutzer, String name) {
        return nutzer.stream()
                .flatMap(n -> n.attribute().stream())
                .filter(a -> a.name().equals(name))
                .map(Attribut::wert)
                .findFirst()
                .orElse("");
    }

    /** Asks a source. Waits no longer than its time limit. */
    public Lieferung hole(
            Formular formular,
            MandantId mandant,
            Vorbelegung v,
            Map<String, String> eingaben,
            Optional<Nutzer> nutzer) {
        Lieferung lieferung = v.quelle().equals(Vorbelegung.NUTZERKONTO)
                ? nutzer.map(Vorbeleger::ausKonto).orElseGet(() -> Lieferung.keine(QuellenFehler.GESTOERT))
                : ausRegister(formular, mandant, v, eingaben);
        if (Quellwert.zuGross(
                lieferung.attribute().values().stream().map(Attribut::wert).toList())) {
            Portaufruf.fehlschlag(v.quelle(), QuellenFehler.ZU_GROSS, "");
            return Lieferung.keine(QuellenFehler.ZU_GROSS);
        }
        return lieferung;
    }

    private static Lieferung ausKonto(Nutzer nutzer) {
        Map<String, Attribut> attribute = new HashMap<>();
        nutzer.attribute().forEach(a -> attribute.putIfAbsent(a.name(), a));
        return new Lieferung(attribute, Optional.empty());
    }

    /** Whether the account may fill a field that is empty still. */
    public static boolean hatMehr(Vorbelegung v, Antworten antworten, Nutzer nutzer) {
        return v.felder().stream()
                .filter(ziel -> antworten.wert(ziel.feld().pfad()).isEmpty())
                .anyMatch(ziel -> nutzer.attribute().stream()
                        .anyMatch(a -> a.name().equals(ziel.attribut())
                                && !a.wert().isBlank()
                                && a.niveau().erfuellt(ziel.niveau())));
    }

    private Lieferung ausRegister(Formular formular, MandantId mandant, Vorbelegung v, Map<String, String> eingaben) {
        Register port = register.get(v.quelle());
        if (port == null) {
            return Lieferung.keine(QuellenFehler.GESTOERT);
        }
        Set<String> gefragt =
                v.felder().stream().map(Vorbelegung.Ziel::attribut).collect(Collectors.toSet());
        Registeranfrage anfrage =
                new Registeranfrage(mandant, formular.dienst().ref(), v.zweck(), eingaben, gefragt, v.frist());
        Ausgang<Registerergebnis> ausgang = aufruf.rufe(v.quelle(), v.frist(), () -> port.hole(anfrage));
        if (ausgang instanceof Ausgang.Fehlschlag<Registerergebnis> fehlschlag) {
            return Lieferung.keine(fehlschlag.grund());
        }
        Registerergebnis ergebnis = ((Ausgang.Antwort<Registerergebnis>) ausgang).wert();
        if (ergebnis instanceof Registerergebnis.Gefunden gefunden) {
            Map<String, Attribut> attribute = new HashMap<>();
            gefunden.attribute().forEach((name, wert) -> {
                if (gefragt.contains(name)) {
                    attribute.put(name, new Attribut(name, wert, gefunden.niveau(), port.titel()));
                }
            });
            return new Lieferung(attribute, Optional.empty());
        }
        return Lieferung.keine(
                ergebnis instanceof Registerergebnis.NichtGefunden
                        ? QuellenFehler.NICHT_GEFUNDEN
                        : QuellenFehler.GESTOERT);
    }

    /**
     * The answers with what was delivered, in fields that are still empty, and with the outcome at the consent. Without the
     * consent of {@code erteilt}, because it was withdrawn meanwhile, nothing is taken.
     */
    public Antworten uebernimm(
            Vorbelegung v,
            String titel,
            Lieferung lieferung,
            Einwilligung erteilt,
            Antworten antworten,
            LocalDate heute) {
        boolean gilt = antworten
                .nachweise()
                .einwilligung(v.quelle())
                .filter(e -> e.zeit().equals(erteilt.zeit()))
                .isPresent();
        if (!gilt) {
            return antworten;
        }
        Antworten neu = antworten;
        Optional<QuellenFehler> fehler = lieferung.fehler();
        for (Vorbelegung.Ziel ziel : v.felder()) {
            Attribut attribut = lieferung.attribute().get(ziel.attribut());
            if (attribut == null
                    || attribut.wert().isBlank()
                    || !neu.wert(ziel.feld().pfad()).isEmpty()) {
                continue;
            }
            if (!attribut.niveau().erfuellt(ziel.niveau())) {
                fehler = Optional.of(QuellenFehler.NIVEAU);
                continue;
            }
            Herkunft herkunft = new Herkunft(
                    v.quelle(),
                    attribut.quelle().isBlank() ? titel : attribut.quelle(),
                    attribut.name(),
                    attribut.niveau(),
                    clock.instant(),
                    !ziel.aenderbar(),
                    false);
            Optional<Antworten> gesetzt = Quellwert.setze(neu, ziel.feld(), attribut.wert(), herkunft, heute);
            if (gesetzt.isEmpty() && fehler.isEmpty()) {
                fehler = Optional.of(QuellenFehler.WERT);
            }
            neu = gesetzt.orElse(neu);
        }
        String code = fehler.map(QuellenFehler::code).orElse("");
        return neu.mit(neu.nachweise().mit(erteilt.abgerufen(clock.instant(), code)));
    }

    /** The answers after a consent was withdrawn: what the source gave and nobody changed goes with it. */
    public Antworten widerrufe(String quelle, Antworten antworten) {
        Antworten neu = Quellwert.ohne(antworten, quelle);
        return neu.mit(neu.nachweise().ohneEinwilligung(quelle));
    }

    /**
     * The answers that a browser may leave behind: a fixed value stays what the source said, another one that was changed
     * says so, and one that was emptied has no provenance any more.
     */
    public static Antworten wahre(Antworten bisher, Antworten neu) {
        Antworten[] gewahrt = {neu};
        bisher.nachweise().herkunft().forEach((ort, herkunft) -> {
            String wert = gewahrt[0].wert(ort);
            if (wert.equals(bisher.wert(ort))) {
                return;
            }
            gewahrt[0] = herkunft.fest()
                    ? gewahrt[0].mit(ort, bisher.wert(ort))
                    : gewahrt[0].mit(
                            wert.isEmpty()
                                    ? gewahrt[0].nachweise().ohne(ort)
                                    : gewahrt[0].nachweise().mit(ort, herkunft.vomAntragstellerGeaendert()));
        });
        return gewahrt[0];
    }
}
