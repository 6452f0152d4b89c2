/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.xdatenfelder.regel.Land;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from a form, its answers and the day: relevant pages, what stands on them, what is wrong, where to go
 * on. Each thing is worked out when it is first asked for and then kept, so one request has one of these. Not
 * thread-safe.
 */
public final class Lage {

    private final Formular formular;
    private final Antworten antworten;
    private final LocalDate heute;
    private final Optional<Land> land;
    private final Bedingungspruefer bedingungen;
    private final Gang gang;
    private final Map<String, List<Platz>> plaetze = new HashMap<>();
    private final Map<String, List<Feldfehler>> feldfehler = new HashMap<>();
    private @Nullable List<Formularseite> seiten;
    private @Nullable Regelpruefer regeln;

    Lage(Formular formular, Antworten antworten, LocalDate heute, Optional<Land> land) {
        this.formular = formular;
        this.antworten = antworten;
        this.heute = heute;
        this.land = land;
        this.bedingungen = new Bedingungspruefer(antworten, heute);
        this.gang = new Gang(formular, antworten, bedingungen);
    }

    public Formular formular() {
        return formular;
    }

    public Antworten antworten() {
        return antworten;
    }

    public LocalDate heute() {
        return heute;
    }

    /** The pages that matter for these answers, in order; never empty. */
    public List<Formularseite> seiten() {
        List<Formularseite> relevante = seiten;
        if (relevante == null) {
            List<Formularseite> neu = new ArrayList<>(formular.seiten().size());
            for (Formularseite seite : formular.seiten()) {
                if ((seite.sichtbarWenn().isEmpty()
                                || bedingungen.gilt(seite.sichtbarWenn().get(), ""))
                        && gang.istSichtbar(seite)) {
                    neu.add(seite);
                }
            }
            relevante = neu.isEmpty() ? formular.seiten().subList(0, 1) : List.copyOf(neu);
            seiten = relevante;
        }
        return relevante;
    }

    /** The relevant page with this id. */
    public Optional<Formularseite> seite(String id) {
        return seiten().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The page after this one; empty when the review comes next. */
    public Optional<Formularseite> naechste(Formularseite seite) {
        int stelle = stelle(seite);
        return stelle + 1 < seiten().size() ? Optional.of(seiten().get(stelle + 1)) : Optional.empty();
    }

    /** The page before this one; empty for the first. */
    public Optional<Formularseite> vorige(Formularseite seite) {
        int stelle = stelle(seite);
        return stelle > 0 ? Optional.of(seiten().get(stelle - 1)) : Optional.empty();
    }

    /** Where the citizen left; the first page when that page is no longer relevant. */
    public Formularseite zuletzt() {
        return seite(antworten.seite()).orElse(seiten().get(0));
    }

    private int stelle(Formularseite seite) {
        List<Formularseite> alle = seiten();
        for (int i = 0; i < alle.size(); i++) {
            if (alle.get(i).id().equals(seite.id())) {
                return i;
            }
        }
        return -1;
    }

    /** What stands on a page, whether it is relevant or not. */
    public List<Platz> plaetze(Formularseite seite) {
        return plaetze.computeIfAbsent(seite.id(), id -> Seitenbaum.von(gang, seite));
    }

    /**
     * All errors of one page, in the order of the page; required ones included, and those of rules whose target stands
     * here and whose other answers are given, or were asked for here or before.
     */
    public List<Feldfehler> fehler(Formularseite seite) {
        return fehler(seite, false);
    }

    /** The same when every page was asked: also of rules that look at empty answers of later pages. */
    public List<Feldfehler> alleFehler(Formularseite seite) {
        return fehler(seite, true);
    }

    private List<Feldfehler> fehler(Formularseite seite, boolean abschliessend) {
        List<Feldfehler> eigene = feldfehler.computeIfAbsent(seite.id(), id -> {
            Pruefgang pruefgang = new Pruefgang(antworten, heute);
            gang.durch(seite, pruefgang);
            return pruefgang.fehler();
        });
        return formular.regeln().istLeer() ? List.copyOf(eigene) : regeln().ergaenze(seite, abschliessend, eigene);
    }

    private Regelpruefer regeln() {
        Regelpruefer da = regeln;
        if (da == null) {
            Map<String, List<Platz>> relevante = new LinkedHashMap<>();
            seiten().forEach(seite -> relevante.put(seite.id(), plaetze(seite)));
            da = new Regelpruefer(formular, relevante, antworten, land);
            regeln = da;
        }
        return da;
    }

    /** The first relevant page that still has errors; empty when the Antrag can be reviewed. */
    public Optional<Formularseite> ersteUnvollstaendige() {
        return seiten().stream().filter(seite -> !alleFehler(seite).isEmpty()).findFirst();
    }

    /** The first relevant page that was never sent or still has errors: where one who wants to review has to go. */
    public Optional<Formularseite> ersteOffene() {
        int zuletzt = seite(antworten.seite()).map(this::stelle).orElse(-1);
        return seiten().stream()
                .filter(seite -> !gesendet(seite, zuletzt) || !alleFehler(seite).isEmpty())
                .findFirst();
    }

    /** A draft of an earlier version of the SDK knows only the page that was sent last. */
    private boolean gesendet(Formularseite seite, int zuletzt) {
        return antworten.gesendete().contains(seite.id())
                || (antworten.gesendete().isEmpty() && stelle(seite) <= zuletzt);
    }

    /**
     * Where one who asks for a page has to go: to the page itself, unless a relevant page before it was never completed.
     * Within a Dienst that has tasks, pages of other tasks may be done later.
     */
    public Formularseite erreichbare(Formularseite gewuenscht) {
        int ziel = stelle(gewuenscht);
        int zuletzt = seite(antworten.seite()).map(this::stelle).orElse(-1);
        for (int i = 0; i < ziel; i++) {
            Formularseite davor = seiten().get(i);
            if (davor.abschnitt().equals(gewuenscht.abschnitt())
                    && (!gesendet(davor, zuletzt) || !fehler(davor).isEmpty())) {
                return davor;
            }
        }
        return gewuenscht;
    }

    /**
     * A task of a long Dienst.
     *
     * @param seiten its relevant pages
     */
    public record Abschnitt(String name, Stand stand, List<Formularseite> seiten) {
        public Abschnitt {
            seiten = List.copyOf(seiten);
        }

        /** How far a task is. */
        public enum Stand {
            /** No page of it was sent. */
            OFFEN,
            /** A page is missing or has errors. */
            BEGONNEN,
            /** All pages were sent and have no errors. */
            FERTIG
        }

        /** The page to go on with: the first that was not completed, else the first. */
        public Formularseite einstieg(Lage lage) {
            return seiten.stream()
                    .filter(seite -> !lage.istFertig(seite))
                    .findFirst()
                    .orElse(seiten.get(0));
        }
    }

    /** The tasks in the order of their first pages; none when the Dienst has none. */
    public List<Abschnitt> abschnitte() {
        Map<String, List<Formularseite>> namen = new LinkedHashMap<>();
        seiten().stream().filter(seite -> !seite.abschnitt().isEmpty()).forEach(seite -> namen.computeIfAbsent(
                        seite.abschnitt(), n -> new ArrayList<>())
                .add(seite));
        return namen.entrySet().stream()
                .map(e -> new Abschnitt(e.getKey(), stand(e.getValue()), e.getValue()))
                .toList();
    }

    private Abschnitt.Stand stand(List<Formularseite> ihre) {
        if (ihre.stream().allMatch(this::istFertig)) {
            return Abschnitt.Stand.FERTIG;
        }
        boolean begonnen = ihre.stream().anyMatch(seite -> antworten.gesendete().contains(seite.id()));
        return begonnen ? Abschnitt.Stand.BEGONNEN : Abschnitt.Stand.OFFEN;
    }

    private boolean istFertig(Formularseite seite) {
        return antworten.gesendete().contains(seite.id()) && fehler(seite).isEmpty();
    }
}
