/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of drafts: how much may come at once, which are taken, which go. Thread-safe. */
final class Entwurfsdateien {

    private static final int MAX_TEXT = 4 << 20;
    private static final long MAX_JE_ENTWURF = 200L << 20;
    private static final int UPLOADS = 8; // at once; they are held in memory
    private static final int WARTEN = 10;

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
        boolean gross = a.istMehrteilig() && a.http().getContentLengthLong() > MAX_TEXT;
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

    /** What a request may have: the text of a page, and a file in each of its fields for files. */
    static long umfang(Vorgang v, List<String> rest) {
        long[] bytes = {MAX_TEXT};
        v.lage()
                .seite(rest.size() >= 2 ? rest.get(1) : "")
                .ifPresent(seite -> Seitenbaum.felder(v.lage().plaetze(seite), p -> {
                    if (p.feld().anzeige() == Feld.Anzeige.DATEI) {
                        bytes[0] += Math.min(p.feld().maxBytes(), Verteiler.MAX_DATEI) + (64 << 10);
                    }
                }));
        return Math.min(bytes[0], Verteiler.MAX_ANFRAGE);
    }

    /** The stored files by id. */
    Map<AnlageId, Anlage> liste(Vorgang v) {
        return sdk
                .datenhaltung()
                .anlagen()
                .liste(v.a().mandant().id(), v.entwurf().id())
                .stream()
                .collect(Collectors.toMap(Anlage::id, Function.identity()));
    }

    /** Takes the files of a request; those that cannot be taken are errors at their field. */
    Antworten nimm(Vorgang v, List<Platz> plaetze, Antworten bisher, List<Feldfehler> fehler) throws IOException {
        Map<String, Feld> felder = new LinkedHashMap<>();
        Seitenbaum.felder(plaetze, p -> {
            if (p.feld().anzeige() == Feld.Anzeige.DATEI) {
                felder.put(p.ort(), p.feld());
            }
        });
        Antworten[] neu = {bisher};
        long belegt = liste(v).values().stream().mapToLong(Anlage::groesse).sum();
        for (Part teil : v.teile()) {
            String ort = teil.getName().endsWith(".datei")
                    ? teil.getName().substring(0, teil.getName().length() - ".datei".length())
                    : "";
            Feld feld = felder.get(ort);
            belegt += teil.getSize();
            boolean leer = teil.getSubmittedFileName() == null
                    || teil.getSubmittedFileName().isEmpty();
            if (feld == null || leer) {
                continue;
            }
            if (neu[0].anlagen(ort).size() >= feld.maxDateien()) {
                fehler.add(new Feldfehler(
                        ort, Feldfehler.Art.ZU_VIELE, feld.beschriftung(), List.of(String.valueOf(feld.maxDateien()))));
                continue;
            }
            if (belegt > MAX_JE_ENTWURF) {
                fehler.add(new Feldfehler(
                        ort,
                        Feldfehler.Art.DATEI_ZU_GROSS,
                        feld.beschriftung(),
                        List.of(String.valueOf(MAX_JE_ENTWURF / 1_000_000))));
                continue;
            }
            new Dateiannahme(sdk)
                    .nimm(v.entwurf(), feld, ort, teil, anlage -> neu[0] = Eingabe.mitDatei(neu[0], ort, anlage.id()))
                    .ifPresent(fehler::add);
        }
        return neu[0];
    }

    /** Deletes the files that {@code weg} names and {@code bleibt} does not. */
    void loesche(Vorgang v, Antworten weg, Antworten bleibt) {
        Set<AnlageId> dateien = new LinkedHashSet<>();
        weg.anlagen().values().forEach(dateien::addAll);
        bleibt.anlagen().values().forEach(dateien::removeAll);
        dateien.forEach(datei -> sdk.datenhaltung()
                .anlagen()
                .loeschen(v.a().mandant().id(), v.entwurf().id(), datei));
    }
}
