/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Auswertung;
import de.kommunalsdk.forms.reise.Reise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form as one person has it: the cut-out that dienst.yaml allows, and the person's own pages. All days are that on
 * which the round began, so that nothing changes overnight.
 */
public final class Sicht {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Formular formular;
    private final Beteiligter rolle;
    private final Formular ausschnitt;
    private final Optional<Formular> eigenes;
    private final Antworten gezeigte;
    private final Antworten eigene;
    private final Antworten alle;
    private final LocalDate tag;

    /** Of a person in a running round. */
    public Sicht(Formular formular, Beteiligter rolle, Weitergabe runde, Beteiligung person) {
        this.rolle = rolle;
        this.tag = tag(runde);
        this.ausschnitt = formular.mitSeiten(rolle.sicht());
        List<Formularseite> seiten = formular.seiten().stream()
                .filter(s -> rolle.seiten().contains(s.id()))
                .toList();
        this.eigenes = seiten.isEmpty() ? Optional.empty() : Optional.of(formular.mitSeiten(seiten));
        Antworten antragsteller = Rundeninhalt.lies(runde.inhalt()).antworten();
        this.eigene = Personeninhalt.lies(person.inhalt()).eigene();
        this.formular = formular;
        this.alle = Auswertung.nach(formular, antragsteller, vereint(antragsteller, eigene), tag)
                .antworten();
        this.gezeigte = Fachdaten.sichtbare(ausschnitt, antragsteller, tag);
    }

    static LocalDate tag(Weitergabe runde) {
        return runde.begonnenAm().atZone(BERLIN).toLocalDate();
    }

    /** The answers of both; those of the person's pages come from the person only. */
    static Antworten vereint(Antworten antragsteller, Antworten eigene) {
        Antworten.Bauer beide = new Antworten.Bauer(antragsteller).seite(eigene.seite());
        eigene.werte().forEach(beide::mit);
        eigene.anzahlen().forEach(beide::mitAnzahl);
        return beide.baue();
    }

    public Beteiligter rolle() {
        return rolle;
    }

    /** The day of the round. */
    public LocalDate tag() {
        return tag;
    }

    /** What of the applicant's answers is shown. Nothing else leaves the server. */
    public Zusammenfassung zusammenfassung(Map<AnlageId, Anlage> dateien) {
        return Zusammenfassung.von(ausschnitt, gezeigte, tag, id -> Optional.ofNullable(dateien.get(id))
                .map(Anlage::dateiname)
                .orElse(""));
    }

    /** Whether a file of the Antrag is among what is shown. */
    public boolean zeigt(AnlageId datei) {
        return gezeigte.anlagen().values().stream().anyMatch(ids -> ids.contains(datei));
    }

    /** The person's own pages as a form; empty for a mere consent. */
    public Optional<Formular> eigenesFormular() {
        return eigenes;
    }

    /** All answers, for the conditions and rules of the person's own pages. */
    public Antworten alle() {
        return alle;
    }

    /** Other answers than {@link #alle()}, with what is calculated from them. */
    public Antworten berechnet(Antworten neu) {
        return Auswertung.nach(formular, alle, neu, tag).antworten();
    }

    /** The person's own answers as people read them; nothing for a mere consent. */
    public Zusammenfassung eigeneAngaben() {
        return eigenes.map(f -> Zusammenfassung.von(f, alle, tag, id -> ""))
                .orElseGet(() -> new Zusammenfassung(List.of()));
    }

    /** The own page to go on with: the first of all at the beginning, then the first that still has errors. */
    public Optional<Formularseite> naechste(Reise reise) {
        return eigenes.flatMap(f -> eigene.seite().isEmpty()
                ? reise.seiten(f, alle, tag).stream().findFirst()
                : reise.ersteUnvollstaendige(f, alle, tag));
    }

    /** What of answers to the person's pages is theirs: nothing of the applicant's. */
    public Antworten ohneFremde(Antworten antworten) {
        SortedMap<String, String> werte = new TreeMap<>(antworten.werte());
        SortedMap<String, Integer> anzahlen = new TreeMap<>(antworten.anzahlen());
        werte.keySet().removeIf(ort -> !istEigen(ort));
        anzahlen.keySet().removeIf(ort -> !istEigen(ort));
        return new Antworten(werte, new TreeMap<>(), anzahlen, antworten.seite());
    }

    private boolean istEigen(String ort) {
        String pfad = Rundeninhalt.pfad(ort);
        return eigenes.stream()
                .flatMap(f -> f.seiten().stream())
                .flatMap(s -> s.bausteine().stream())
                .anyMatch(b -> Rundeninhalt.liegtIn(pfad, b.pfad()));
    }

    /** SHA-256 of what the person sees: declaration, shown answers with their places, files by id, own answers. */
    public String sha256() {
        SortedMap<String, Object> inhalt = AntwortenFormat.teile(gezeigte);
        inhalt.put("eigene", AntwortenFormat.teile(ohneFremde(alle)));
        inhalt.put("erklaerung", rolle.erklaerung());
        return Sha256.hex(AntwortenFormat.json(inhalt));
    }
}
