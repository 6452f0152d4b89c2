/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.entwurf.EigeneEingabe;
import de.kommunalsdk.forms.entwurf.Konflikt;
import de.kommunalsdk.forms.entwurf.Konflikt.Fassung;
import de.kommunalsdk.forms.entwurf.Konflikt.Zeile;
import de.kommunalsdk.forms.haken.NachSpeichern;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two tabs that wrote: what one sent is shown beside what the other stored, and the citizen decides. */
final class Konfliktseiten {

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;
    private final Entwurfsdateien dateien;
    private final Quellenablauf quellen;
    private final Entwurfslage lage;
    private final Entwurfsseiten entwurfsseiten;
    private final Entwurfsschreiber entwuerfe;

    Konfliktseiten(
            KommunalSdk sdk,
            Antwortschreiber schreiber,
            Entwurfsdateien dateien,
            Quellenablauf quellen,
            Entwurfslage lage,
            Entwurfsseiten entwurfsseiten) {
        this.sdk = sdk;
        this.schreiber = schreiber;
        this.dateien = dateien;
        this.quellen = quellen;
        this.lage = lage;
        this.entwurfsseiten = entwurfsseiten;
        this.entwuerfe = new Entwurfsschreiber(sdk.datenhaltung().antraege());
    }

    /**
     * Whether a page was sent that another tab has overtaken, and says something else than what is stored. Then both
     * versions are shown, and nothing is written. Its files are kept until the citizen decides.
     */
    boolean erkannt(Vorgang v, List<String> rest) throws IOException {
        if (String.valueOf(v.entwurf().stand()).equals(v.a().http().getParameter("stand"))) {
            return false;
        }
        String seite = "/" + String.join("/", rest);
        List<Feldfehler> fehler = new ArrayList<>();
        Map<String, List<AnlageId>> neue = nimm(v, fehler);
        Konflikt konflikt = vergleiche(v, neue);
        if (konflikt.istKeiner() && fehler.isEmpty()) {
            boolean nimmtWeg = Konfliktformular.nimmtWeg(v.a());
            if (nimmtWeg) {
                formular(v).veraltet(seite);
            }
            return nimmtWeg;
        }
        zeige(v, konflikt, seite, neue, 409, Set.of(), fehler);
        return true;
    }

    /** Another tab was faster between reading and writing; {@code neu} is what was to be written. */
    void ueberholt(Vorgang v, Entwurf aktuell, String seite, Antworten neu) throws IOException {
        Map<String, List<AnlageId>> neue = new LinkedHashMap<>();
        neu.anlagen().forEach((ort, ids) -> {
            List<AnlageId> dazu = ids.stream()
                    .filter(id -> !v.antworten().anlagen(ort).contains(id))
                    .toList();
            if (!dazu.isEmpty()) {
                neue.put(ort, dazu);
            }
        });
        Vorgang jetzt = lage.vorgang(v.a(), aktuell, v.heute());
        zeige(jetzt, vergleiche(jetzt, neue), seite, neue, 409, Set.of(), List.of());
    }

    /** The citizen has decided. */
    void loese(Vorgang v) throws IOException {
        String seite = parameter(v, "seite");
        Map<String, List<AnlageId>> neue = geparkte(v);
        Konflikt konflikt = vergleiche(v, neue);
        if (!String.valueOf(v.entwurf().stand()).equals(parameter(v, "stand"))) {
            zeige(v, konflikt, seite, neue, 409, Set.of(), List.of());
            return;
        }
        Function<String, Optional<Fassung>> wahl = Konfliktformular.wahl(v.a());
        List<Zeile> offene = konflikt.offene(wahl);
        if (!offene.isEmpty()) {
            zeige(
                    v,
                    konflikt,
                    seite,
                    neue,
                    422,
                    offene.stream().map(Zeile::ort).collect(Collectors.toSet()),
                    List.of());
            return;
        }
        Antworten neu = quellen.wahre(v, konflikt.loese(wahl));
        if (!neu.equals(v.antworten())) {
            Entwurfsschreiber.Ergebnis ergebnis = entwuerfe.schreibe(v, neu);
            neu = ergebnis.antworten();
            if (ergebnis.speicherung() instanceof Speicherergebnis.Konflikt k) {
                Vorgang jetzt = lage.vorgang(v.a(), k.aktuell(), v.heute());
                zeige(jetzt, vergleiche(jetzt, neue), seite, neue, 409, Set.of(), List.of());
                return;
            } else if (ergebnis.speicherung() instanceof Speicherergebnis.NichtMehrDa) {
                entwurfsseiten.weg(v.a(), v.formular().dienst(), v.entwurf().id(), List.of("konflikt"));
                return;
            } else if (ergebnis.speicherung() instanceof Speicherergebnis.Gespeichert g) {
                Vorgang nachher = new Vorgang(v.a(), v.formular(), g.entwurf(), neu, v.heute());
                sdk.haken().rufe(NachSpeichern.class, haken -> haken.gespeichert(nachher.kontext()));
            }
        }
        dateien.loesche(v, konflikt.eigene().antworten(), neu);
        List<String> rest = List.of(seite.replaceFirst("^/", "").split("/", -1));
        Vorgang danach = new Vorgang(v.a(), v.formular(), v.entwurf(), neu, v.heute());
        v.a().leiteWeiter(v.pfad()
                + Blatt.von(danach.lage(), rest, null).map(Blatt::pfad).orElse(""));
    }

    private Konflikt vergleiche(Vorgang v, Map<String, List<AnlageId>> neue) {
        EigeneEingabe eigene = Konfliktformular.eigene(v.a(), v.formular()).mitDateien(v.formular(), neue);
        Map<AnlageId, Anlage> liste = dateien.liste(v);
        return Konflikt.von(v.formular(), v.antworten(), eigene, id -> Optional.ofNullable(liste.get(id))
                .map(Anlage::dateiname)
                .orElse(""));
    }

    /** Takes the files of an overtaken request into the draft, beside its answers. */
    private Map<String, List<AnlageId>> nimm(Vorgang v, List<Feldfehler> fehler) throws IOException {
        List<String> namen = Collections.list(v.a().http().getParameterNames()).stream()
                .filter(name -> name.endsWith(Dateiannahme.HOCHGELADEN))
                .map(name -> name.substring(0, name.length() - Dateiannahme.HOCHGELADEN.length()) + Dateiannahme.DATEI)
                .toList();
        List<Platz> plaetze = new ArrayList<>(EigeneEingabe.dateiplaetze(v.formular(), namen));
        return dateien.nimm(v, plaetze, Antworten.LEER, fehler).anlagen();
    }

    /** Files that an earlier page of this kind has kept: of this draft, and of no answer yet. */
    private Map<String, List<AnlageId>> geparkte(Vorgang v) {
        Set<AnlageId> frei = new HashSet<>(dateien.liste(v).keySet());
        v.antworten().anlagen().values().forEach(frei::removeAll);
        Map<String, List<AnlageId>> neue = new LinkedHashMap<>();
        for (String name : Collections.list(v.a().http().getParameterNames())) {
            if (name.startsWith(Konfliktformular.NEU)) {
                List<AnlageId> ids = Arrays.stream(parameter(v, name).split(",", -1))
                        .filter(AnlageId::istGueltig)
                        .map(AnlageId::new)
                        .filter(frei::remove)
                        .toList();
                neue.put(name.substring(Konfliktformular.NEU.length()), ids);
            }
        }
        return neue;
    }

    private void zeige(
            Vorgang v,
            Konflikt konflikt,
            String seite,
            Map<String, List<AnlageId>> neue,
            int status,
            Set<String> offen,
            List<Feldfehler> fehler)
            throws IOException {
        formular(v).zeige(v.entwurf().stand(), konflikt, seite, neue, status, offen, fehler);
    }

    private Konfliktformular formular(Vorgang v) {
        return new Konfliktformular(
                schreiber, v.a(), v.stelle(), v.formular().dienst().titel(), v.pfad());
    }

    private static String parameter(Vorgang v, String name) {
        return Optional.ofNullable(v.a().http().getParameter(name)).orElse("");
    }
}
