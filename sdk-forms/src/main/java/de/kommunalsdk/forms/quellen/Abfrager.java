/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.forms.antworten.Abfragestand;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the look-ups of pages and puts their values into fields. Thread-safe. */
public final class Abfrager {

    private static final int MAX_TEXT = 2000;
    private static final int GEMERKTE = 1000;
    private static final Duration LAENGSTENS = Duration.ofHours(1);

    private final Map<String, Datenabfrage> ports;
    private final Portaufruf aufruf;
    private final Clock clock;
    private final Kurzspeicher<Schluessel, Abfrageergebnis> gemerkte;

    private record Schluessel(String port, MandantId mandant, Locale sprache, Map<String, String> eingaben) {}

    Abfrager(Map<String, Datenabfrage> ports, Portaufruf aufruf, Clock clock) {
        this.ports = ports;
        this.aufruf = aufruf;
        this.clock = clock;
        this.gemerkte = new Kurzspeicher<>(GEMERKTE, clock);
    }

    /**
     * What a look-up gave.
     *
     * @param werte values by name; none when there is no result
     */
    public record Antwort(Abfragestand stand, Map<String, String> werte) {
        public Antwort {
            werte = Map.copyOf(werte);
        }
    }

    /** What a look-up is asked with, when all of it is there and keeps the rules of its fields. */
    public Optional<Map<String, String>> eingaben(
            Formular formular, Seitenabfrage s, Antworten antworten, LocalDate heute) {
        Map<String, String> gegeben = Eingabewerte.von(formular, s.eingaben().values(), antworten, heute);
        Map<String, String> werte = new TreeMap<>();
        s.eingaben().forEach((name, feld) -> {
            String wert = gegeben.get(feld.pfad());
            if (wert != null) {
                werte.put(name, wert);
            }
        });
        return Optional.<Map<String, String>>of(werte)
                .filter(w -> w.size() == s.eingaben().size());
    }

    /** Whether the last result of a look-up is one for these inputs. */
    public boolean istAktuell(Seitenabfrage s, Map<String, String> eingaben, Antworten antworten) {
        return antworten
                .nachweise()
                .abfrage(s.id())
                .filter(stand -> stand.eingaben().equals(abdruck(eingaben)))
                .isPresent();
    }

    /** Asks. Waits no longer than the time limit. */
    public Antwort frage(
            Formular formular, MandantId mandant, Seitenabfrage s, Map<String, String> eingaben, Locale sprache) {
        Datenabfrage port = ports.get(s.abfrage());
        if (port == null) {
            return ohne(s, eingaben, QuellenFehler.GESTOERT, "");
        }
        Schluessel schluessel = new Schluessel(s.abfrage(), mandant, sprache, Map.copyOf(eingaben));
        Optional<Abfrageergebnis> gemerkt = gemerkte.hole(schluessel);
        if (gemerkt.isPresent()) {
            return antwort(s, eingaben, gemerkt.get());
        }
        Abfrage abfrage = new Abfrage(mandant, formular.dienst().ref(), eingaben, sprache, s.frist());
        Ausgang<Abfrageergebnis> ausgang = aufruf.rufe(s.abfrage(), s.frist(), () -> port.frage(abfrage));
        if (ausgang instanceof Ausgang.Fehlschlag<Abfrageergebnis> fehlschlag) {
            return ohne(s, eingaben, fehlschlag.grund(), "");
        }
        Abfrageergebnis ergebnis = ((Ausgang.Antwort<Abfrageergebnis>) ausgang).wert();
        if (istZuGross(ergebnis)) {
            Portaufruf.fehlschlag(s.abfrage(), QuellenFehler.ZU_GROSS, "");
            return ohne(s, eingaben, QuellenFehler.ZU_GROSS, "");
        }
        Duration dauer = port.merken().compareTo(LAENGSTENS) < 0 ? port.merken() : LAENGSTENS;
        if (!dauer.isZero() && !(ergebnis instanceof Abfrageergebnis.Gestoert)) {
            gemerkte.merke(schluessel, ergebnis, dauer);
        }
        return antwort(s, eingaben, ergebnis);
    }

    private static boolean istZuGross(Abfrageergebnis ergebnis) {
        if (ergebnis instanceof Abfrageergebnis.Ergebnis e) {
            return e.text().length() > MAX_TEXT || Quellwert.zuGross(e.werte().values());
        }
        return ergebnis instanceof Abfrageergebnis.KeinErgebnis k && k.text().length() > MAX_TEXT;
    }

    private Antwort antwort(Seitenabfrage s, Map<String, String> eingaben, Abfrageergebnis ergebnis) {
        if (ergebnis instanceof Abfrageergebnis.Ergebnis e) {
            return new Antwort(stand(s, eingaben, s.text() ? e.text() : "", ""), e.werte());
        }
        return ergebnis instanceof Abfrageergebnis.KeinErgebnis k
                ? ohne(s, eingaben, QuellenFehler.NICHT_GEFUNDEN, k.text())
                : ohne(s, eingaben, QuellenFehler.GESTOERT, "");
    }

    /** No result, for a reason. */
    public Antwort ohne(Seitenabfrage s, Map<String, String> eingaben, QuellenFehler grund, String text) {
        return new Antwort(stand(s, eingaben, text, grund.code()), Map.of());
    }

    private Abfragestand stand(Seitenabfrage s, Map<String, String> eingaben, String text, String code) {
        return new Abfragestand(s.id(), abdruck(eingaben), clock.instant(), text.strip(), code);
    }

    /**
     * The answers with a result. Fields that may be changed are filled when they are empty or still hold an earlier result,
     * others always. An earlier result for the same inputs stays when there is no answer now.
     */
    public Antworten uebernimm(Seitenabfrage s, Antwort antwort, Antworten antworten, LocalDate heute) {
        Abfragestand stand = antwort.stand();
        boolean beantwortet = stand.code().isEmpty() || stand.code().equals(QuellenFehler.NICHT_GEFUNDEN.code());
        Antworten neu = beantwortet ? Quellwert.ohne(antworten, s.id()) : antworten;
        for (Seitenabfrage.Ziel ziel : s.felder()) {
            String wert = antwort.werte().getOrDefault(ziel.ergebnis(), "");
            boolean getippt = ziel.aenderbar() && !neu.wert(ziel.feld().pfad()).isEmpty();
            if (wert.isBlank() || getippt) {
                continue;
            }
            Herkunft herkunft = new Herkunft(
                    s.id(), s.titel(), ziel.ergebnis(), Vertrauensniveau.OHNE, stand.zeit(), !ziel.aenderbar(), false);
            Optional<Antworten> gesetzt = Quellwert.setze(neu, ziel.feld(), wert, herkunft, heute);
            if (gesetzt.isEmpty()) {
                stand = new Abfragestand(
                        stand.abfrage(), stand.eingaben(), stand.zeit(), stand.text(), QuellenFehler.WERT.code());
            }
            neu = gesetzt.orElse(neu);
        }
        return neu.mit(neu.nachweise().mit(stand));
    }

    /** The answers without results of other inputs than there are now: a fee for yesterday's numbers is no fee. */
    public Antworten ohneVeraltete(Formular formular, Antworten antworten, LocalDate heute) {
        Antworten neu = antworten;
        for (Seitenabfrage s : formular.quellen().abfragen()) {
            Optional<Abfragestand> stand = neu.nachweise().abfrage(s.id());
            if (stand.isPresent()
                    && !stand.get()
                            .eingaben()
                            .equals(abdruck(eingaben(formular, s, neu, heute).orElse(Map.of())))) {
                neu = Quellwert.ohne(neu, s.id());
                neu = neu.mit(neu.nachweise().ohneAbfrage(s.id()));
            }
        }
        return neu;
    }

    private static String abdruck(Map<String, String> eingaben) {
        List<String> teile = new TreeMap<>(eingaben)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue().length() + ":" + e.getValue())
                        .toList();
        return Sha256.hex(String.join("\n", teile).getBytes(StandardCharsets.UTF_8));
    }
}
