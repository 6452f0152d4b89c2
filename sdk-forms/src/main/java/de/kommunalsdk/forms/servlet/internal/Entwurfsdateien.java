/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.blob.Anlagenstand.Zustand;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of drafts: how much may come at once, which are taken, which go. A file is stored before the answers that name
 * it; until then it travels with the page as a field, so that no conflict and no error loses it. Thread-safe.
 */
final class Entwurfsdateien {

    private static final int MAX_JE_FELD = 20;
    private static final int UPLOADS = 64; // at once; each holds about 1.5 MB while a piece is written
    private static final int WARTEN = 10;
    private static final Duration LOSE = Browser.TOKEN.multipliedBy(2); // no page that names one can be sent any more

    private final KommunalSdk sdk;
    private final Semaphore uploads = new Semaphore(UPLOADS, true);

    Entwurfsdateien(KommunalSdk sdk) {
        this.sdk = sdk;
    }

    /** Work on a request that has been let in. */
    interface Arbeit {
        void tue() throws IOException;
    }

    /** Lets a request in when there is room for its files. */
    void lasseEin(Anfrage a, Arbeit arbeit) throws IOException {
        long umfang = a.http().getContentLengthLong();
        boolean gross = a.istMehrteilig() && (umfang < 0 || umfang > Formularanfrage.MAX_TEXT);
        if (gross && !warte()) {
            throw new Abbruch(503, SdkFehler.ANDRANG, "web.andrang");
        }
        try {
            arbeit.tue();
        } finally {
            if (gross) {
                uploads.release();
            }
        }
    }

    private boolean warte() {
        try {
            return uploads.tryAcquire(WARTEN, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads the fields of a page, and stores its files. */
    void lies(Vorgang v, List<String> rest) throws IOException {
        Map<String, Feld> felder = v.lage()
                .seite(rest.size() >= 2 ? rest.get(1) : "")
                .map(seite -> felder(v.lage().plaetze(seite)))
                .orElse(Map.of());
        boolean dateien = v.a().istMehrteilig()
                && v.formular().felder().values().stream().anyMatch(f -> f.anzeige() == Feld.Anzeige.DATEI);
        v.a().liesFelder(
                        dateien ? Verteiler.MAX_ANFRAGE : Formularanfrage.MAX_TEXT,
                        dateien ? new Dateiannahme(sdk, v, felder, staende(v)) : (feld, name, typ, inhalt) -> {});
    }

    private static Map<String, Feld> felder(List<Platz> plaetze) {
        Map<String, Feld> felder = new LinkedHashMap<>();
        Seitenbaum.felder(plaetze, p -> {
            if (p.feld().anzeige() == Feld.Anzeige.DATEI) {
                felder.put(p.ort(), p.feld());
            }
        });
        return felder;
    }

    /** The types that a field takes, of those that can be checked. */
    static Set<Dateityp> typen(Feld feld) {
        return feld.medientypen().stream()
                .map(Dateityp::vonMedientyp)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The stored files by id, those in quarantine too: to name them, not to read them. */
    Map<AnlageId, Anlage> liste(Vorgang v) {
        return staende(v).values().stream()
                .map(Anlagenstand::anlage)
                .collect(Collectors.toMap(Anlage::id, Function.identity()));
    }

    /** The same with what the scan says. */
    Map<AnlageId, Anlagenstand> staende(Vorgang v) {
        return anlagen().staende(v.entwurf().mandant(), v.entwurf().id()).stream()
                .collect(Collectors.toMap(s -> s.anlage().id(), Function.identity()));
    }

    /** Joins the stored files of a request to its answers; those that were not taken are errors at their field. */
    Antworten nimm(Vorgang v, List<Platz> plaetze, Antworten bisher, List<Feldfehler> fehler) {
        fehler.addAll(v.a().dateifehler());
        Antworten[] neu = {bisher};
        felder(plaetze).forEach((ort, feld) -> {
            for (AnlageId id : hochgeladene(v, ort)) {
                boolean vergeben =
                        ids(v.antworten()).contains(id) || ids(neu[0]).contains(id);
                if (vergeben) {
                    continue;
                }
                if (!staende(v).containsKey(id)) {
                    fehler.add(new Feldfehler(ort, Art.DATEI_WEG, feld.beschriftung(), List.of()));
                } else if (neu[0].anlagen(ort).size() >= feld.maxDateien()) {
                    fehler.add(new Feldfehler(
                            ort, Art.ZU_VIELE, feld.beschriftung(), List.of(String.valueOf(feld.maxDateien()))));
                } else {
                    neu[0] = Eingabe.mitDatei(neu[0], ort, id);
                }
            }
        });
        return neu[0];
    }

    private static List<AnlageId> hochgeladene(Vorgang v, String ort) {
        String[] ids = v.a().http().getParameterValues(ort + Dateiannahme.HOCHGELADEN);
        List<AnlageId> gueltige = new ArrayList<>();
        for (String wert : ids == null ? new String[0] : ids) {
            for (String id : wert.split(" ", MAX_JE_FELD + 1)) {
                if (AnlageId.istGueltig(id)) {
                    gueltige.add(new AnlageId(id));
                }
            }
        }
        return gueltige;
    }

    /** Errors of a page at files that a later scan has thrown away. */
    List<Feldfehler> befallene(Vorgang v, Formularseite seite) {
        Map<AnlageId, Anlagenstand> staende = staende(v);
        List<Feldfehler> fehler = new ArrayList<>();
        felder(v.lage().plaetze(seite)).forEach((ort, feld) -> {
            if (v.antworten().anlagen(ort).stream().anyMatch(id -> ist(staende.get(id), Zustand.BEFALLEN))) {
                fehler.add(new Feldfehler(ort, Art.DATEI_BEFALLEN, feld.beschriftung(), List.of()));
            }
        });
        return fehler;
    }

    /** How many of these files wait for the scanner. */
    long wartende(Vorgang v, List<AnlageId> dateien) {
        Map<AnlageId, Anlagenstand> staende = staende(v);
        return dateien.stream()
                .filter(id -> ist(staende.get(id), Zustand.QUARANTAENE))
                .count();
    }

    /** Whether all of these files may be delivered. */
    boolean sindFrei(Vorgang v, List<AnlageId> dateien) {
        Map<AnlageId, Anlagenstand> staende = staende(v);
        return dateien.stream().allMatch(id -> ist(staende.get(id), Zustand.FREI));
    }

    private static boolean ist(@Nullable Anlagenstand stand, Zustand zustand) {
        return stand != null && stand.zustand() == zustand;
    }

    /**
     * Deletes the files that {@code weg} names and {@code bleibt} does not; and lost ones, which a request stored that never
     * came to its end, when neither the draft nor {@code bleibt} names them.
     */
    void loesche(Vorgang v, Antworten weg, Antworten bleibt) {
        Instant alt = sdk.clock().instant().minus(LOSE);
        Set<AnlageId> bleiben = ids(bleibt);
        Set<AnlageId> gehen = ids(weg);
        Set<AnlageId> genannt = ids(v.antworten());
        staende(v).values().stream()
                .filter(s -> !bleiben.contains(s.anlage().id()))
                .filter(s -> gehen.contains(s.anlage().id())
                        || (!genannt.contains(s.anlage().id()) && s.seit().isBefore(alt)))
                .forEach(s -> anlagen()
                        .loeschen(
                                v.entwurf().mandant(),
                                v.entwurf().id(),
                                s.anlage().id()));
    }

    private static Set<AnlageId> ids(Antworten antworten) {
        return antworten.anlagen().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** Sends a file of the draft back to its owner, as a download and nothing else. */
    void sende(Vorgang v, List<String> rest) throws IOException {
        Optional<AnlageId> id = Optional.of(rest.size() == 2 ? rest.get(1) : "")
                .filter(AnlageId::istGueltig)
                .map(AnlageId::new)
                .filter(ids(v.antworten())::contains);
        Anlagenstand stand = id.map(staende(v)::get)
                .filter(Anlagenstand::istFrei)
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
        try (InputStream inhalt = anlagen()
                .oeffnen(v.entwurf().mandant(), v.entwurf().id(), stand.anlage().id())
                .orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"))) {
            Antwortschreiber.datei(v.a().antwort(), stand.anlage(), inhalt);
        }
    }

    private Anlagenspeicher anlagen() {
        return sdk.datenhaltung().anlagen();
    }
}
