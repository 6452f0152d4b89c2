/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.beteiligung.Abschluss;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.reise.Auswertung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What follows a decision: the Antrag with all answers and all consents, and who is told. */
public final class Schlussfassung implements Abschluss {

    private final Formular formular;
    private final Entwurf entwurf;
    private final List<String> wege;
    private final Rundenpost post;

    /**
     * For one request.
     *
     * @param entwurf the draft as it was read
     * @param wege ids of the ways to deliver by
     */
    public Schlussfassung(Formular formular, Entwurf entwurf, List<String> wege, Rundenpost post) {
        this.formular = formular;
        this.entwurf = entwurf;
        this.wege = List.copyOf(wege);
        this.post = post;
    }

    @Override
    public Einreichung einreichung(Weitergabe fertig) {
        Antworten antragsteller = Rundeninhalt.lies(fertig.inhalt()).antworten();
        Antworten alle = antragsteller;
        List<String> rollen = new ArrayList<>();
        List<SortedMap<String, Object>> zustimmungen = new ArrayList<>();
        Set<String> konten = new HashSet<>();
        for (Beteiligung person : fertig.beteiligungen()) {
            Personeninhalt inhalt = Personeninhalt.lies(person.inhalt());
            if (!inhalt.konto().isEmpty() && !konten.add(inhalt.konto())) { // came in at the same moment
                throw new InvalidInput(BeteiligungFehler.KONTO_VERGEBEN, "");
            }
            alle = Sicht.vereint(alle, inhalt.eigene());
            rollen.add(person.rolle());
            zustimmungen.add(zustimmung(person, inhalt));
        }
        alle = Auswertung.nach(formular, antragsteller, alle, Sicht.tag(fertig)).antworten();
        Antworten sichtbare = Fachdaten.sichtbare(formular.mitSeitenVon(rollen), alle, Sicht.tag(fertig));
        return new Einreichung(
                entwurf,
                AntragId.neu().wert(),
                Fachdaten.friereEin(formular, sichtbare, Sicht.tag(fertig), zustimmungen),
                Fachdaten.anlagen(sichtbare),
                wege,
                formular.dienst().aufbewahrung());
    }

    private SortedMap<String, Object> zustimmung(Beteiligung person, Personeninhalt inhalt) {
        SortedMap<String, Object> zustimmung = new TreeMap<>(Map.of(
                "rolle",
                person.rolle(),
                "titel",
                formular.beteiligter(person.rolle()).map(b -> b.titel()).orElse(""),
                "name",
                inhalt.name(),
                "entscheidung",
                Zustimmungsstand.ZUGESTIMMT.name().toLowerCase(Locale.ROOT),
                "erklaerung",
                formular.beteiligter(person.rolle()).map(b -> b.erklaerung()).orElse(""),
                "zeit",
                person.entschiedenAm().map(Instant::toString).orElse(""),
                "vertrauensniveau",
                person.niveau().name().toLowerCase(Locale.ROOT),
                "gesehenSha256",
                person.gesehenSha256()));
        if (!inhalt.quelle().isEmpty()) {
            zustimmung.put("konto", inhalt.quelle());
        }
        return zustimmung;
    }

    @Override
    public List<Nachricht> nachrichten(Weitergabe danach) {
        return post.nachEntscheidung(danach);
    }

    /** The titles of the roles that still have to decide. */
    static String offene(Formular formular, Weitergabe runde) {
        return runde.beteiligungen().stream()
                .filter(b -> b.stand() == Zustimmungsstand.OFFEN)
                .flatMap(b -> formular.beteiligter(b.rolle()).stream())
                .map(b -> b.titel())
                .collect(Collectors.joining(", "));
    }
}
