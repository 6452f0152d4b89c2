/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigenerBaustein;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a form. Immutable. */
public final class Formularansicht {

    private final Ansicht ansicht;
    private final String titel;
    private final String pfad;
    private final Formularseite seite;
    private final int nummer;
    private final int anzahl;
    private final long stand;
    private final Antworten antworten;
    private final List<Platz> plaetze;
    private final List<Feldfehler> fehler;
    private final Map<AnlageId, Anlagenstand> anlagen;
    private final Umgebung umgebung;
    private final Map<String, Feldfehler> ersteFehler;

    /**
     * A page that goes on to the next one.
     *
     * @param pfad path of the page, where its form is sent to
     * @param nummer number of this page, beginning with 1
     * @param anzahl how many pages there are, the review page included
     * @param stand number of the draft's last write
     * @param fehler errors to be shown, empty when the page is shown for the first time
     * @param anlagen files of the draft by id
     */
    public Formularansicht(
            Ansicht ansicht,
            String titel,
            String pfad,
            Formularseite seite,
            int nummer,
            int anzahl,
            long stand,
            Antworten antworten,
            List<Platz> plaetze,
            List<Feldfehler> fehler,
            Map<AnlageId, Anlagenstand> anlagen) {
        this(
                ansicht,
                titel,
                pfad,
                seite,
                nummer,
                anzahl,
                stand,
                antworten,
                plaetze,
                fehler,
                anlagen,
                Umgebung.einfach(pfad));
    }

    /** As above, with what stands beside the page. */
    public Formularansicht(
            Ansicht ansicht,
            String titel,
            String pfad,
            Formularseite seite,
            int nummer,
            int anzahl,
            long stand,
            Antworten antworten,
            List<Platz> plaetze,
            List<Feldfehler> fehler,
            Map<AnlageId, Anlagenstand> anlagen,
            Umgebung umgebung) {
        this.ansicht = ansicht;
        this.titel = titel;
        this.pfad = pfad;
        this.seite = seite;
        this.nummer = nummer;
        this.anzahl = anzahl;
        this.stand = stand;
        this.antworten = antworten;
        this.plaetze = List.copyOf(plaetze);
        this.fehler = List.copyOf(fehler);
        this.anlagen = Map.copyOf(anlagen);
        this.umgebung = umgebung;
        this.ersteFehler = new HashMap<>();
        fehler.forEach(f -> ersteFehler.putIfAbsent(f.ort(), f));
    }

    public Ansicht ansicht() {
        return ansicht;
    }

    public String titel() {
        return titel;
    }

    /** URL that the form is sent to. */
    public String aktion() {
        return ansicht.url(pfad);
    }

    public Formularseite seite() {
        return seite;
    }

    public int nummer() {
        return nummer;
    }

    public int anzahl() {
        return anzahl;
    }

    public long stand() {
        return stand;
    }

    public Antworten antworten() {
        return antworten;
    }

    public List<Platz> plaetze() {
        return plaetze;
    }

    public List<Feldfehler> fehler() {
        return fehler;
    }

    public Map<AnlageId, Anlagenstand> anlagen() {
        return anlagen;
    }

    public Umgebung umgebung() {
        return umgebung;
    }

    /** The first error at a place. */
    public Optional<Feldfehler> fehler(String ort) {
        return ersteFehler.isEmpty() ? Optional.empty() : Optional.ofNullable(ersteFehler.get(ort));
    }

    /** What an error says. */
    public String meldung(Feldfehler f) {
        return Fehlertext.von(ansicht, f);
    }

    /** Language of what an error says, when it is not that of the page: rules speak German; else null. */
    public @Nullable String sprache(Feldfehler f) {
        return f.art() == Feldfehler.Art.REGEL ? ansicht.deutsch() : null;
    }

    /** Whether a chosen answer can be taken back. */
    public boolean istWiderrufbar(FeldPlatz platz) {
        return !platz.pflicht() && !antworten.wert(platz.ort()).isEmpty();
    }

    /** Where a link to a place goes: to its control here, or to the page of the entry that it stands on. */
    public String verweis(String ort) {
        return new Verweise(ansicht, pfad, umgebung.adresse()).zu(ort, plaetze);
    }

    /** The choices of a select that are shown: of a long list those that were searched for, and what is chosen. */
    public List<Datenfeld.Wert> auswahl(FeldPlatz platz) {
        return umgebung.suche().auswahl(platz, antworten.wert(platz.ort()));
    }

    /** What the last search found in the list of this field; nothing when it was not searched. */
    public List<Datenfeld.Wert> gefundene(FeldPlatz platz) {
        return umgebung.suche().gefundene(platz);
    }

    /** Whether the list of this field was searched. */
    public boolean gesucht(FeldPlatz platz) {
        return umgebung.suche().ort().equals(platz.ort());
    }

    /** Trusted HTML that the host shows in place of a field, or null. */
    public @Nullable String eigenerBaustein(FeldPlatz platz) {
        if (umgebung.haken().haken().isEmpty()) {
            return null;
        }
        return umgebung.haken().von(EigenerBaustein.class).stream()
                .filter(haken -> haken.zeigt(platz.feld()))
                .findFirst()
                .map(haken -> Einschub.html(w -> haken.schreibe(this, platz, w)))
                .orElse(null);
    }

    /** Trusted HTML that the host shows in place of all fields, or null. */
    public @Nullable String eigeneSeite() {
        return umgebung.eigeneSeite()
                .map(haken -> Einschub.html(w -> haken.schreibe(this, w)))
                .orElse(null);
    }

    /** All that is asked here, as HTML. */
    public Content inhalt() {
        Seitenmuster muster = ansicht.vorlagen().muster().zu(this);
        return muster == null
                ? ziel -> ansicht.vorlagen().rendere("plaetze", Map.of("f", this, "plaetze", plaetze), ziel)
                : ziel -> muster.schreibe(this, ziel);
    }

    /** A field as HTML. */
    public Content feld(FeldPlatz platz) {
        return new Feldinhalt(this, platz);
    }

    /** A template of fields, that of the host if there is one. */
    public Content teil(String vorlage, FeldPlatz platz) {
        return ziel -> ansicht.vorlagen().rendere(vorlage, Map.of("f", this, "p", platz), ziel);
    }

    /** Whether anything is to be said at a field beside what it always says. */
    boolean istBesonders(FeldPlatz platz) {
        String ort = platz.ort();
        return (!ersteFehler.isEmpty() && ersteFehler.containsKey(ort))
                || antworten.nachweise().herkunft().containsKey(ort)
                || !antworten.anlagen(ort).isEmpty()
                || !fragen(platz).isEmpty();
    }

    /** URL of the list of tasks, or null when this page belongs to no task. */
    public @Nullable String aufgaben() {
        String adresse = umgebung.adresse();
        int ende = adresse.lastIndexOf("/seite/");
        return seite.abschnitt().isEmpty() || ende < 0 ? null : ansicht.url(adresse.substring(0, ende) + "/aufgaben");
    }

    /** URL of a file of the draft. */
    public String datei(AnlageId id) {
        return ansicht.url(pfad.substring(0, Math.max(0, pfad.lastIndexOf("/seite/"))) + "/datei/" + id.wert());
    }

    /** The questions that stand at a field. */
    public List<Hilfeangebot.Frage> fragen(FeldPlatz platz) {
        List<Hilfeangebot.Frage> alle = ansicht.hilfe().fragen();
        return alle.isEmpty()
                ? alle
                : ansicht.hilfe().fragenZu(platz.feld().datenfeld().id());
    }

    /** Where the answer at a place came from; empty when it was typed. */
    public String herkunft(String ort) {
        return antworten
                .nachweise()
                .herkunft(ort)
                .map(h -> Herkunftstext.von(ansicht, h))
                .orElse("");
    }

    /** Whether a source gave this answer for good. */
    public boolean istFest(FeldPlatz platz) {
        return antworten
                .nachweise()
                .herkunft(platz.ort())
                .filter(Herkunft::fest)
                .isPresent();
    }

    /** The three boxes of a date: day, month, year; as typed when it is no date. */
    public String[] datumsteile(String ort) {
        return Eingabetext.datumsteile(antworten.wert(ort));
    }

    /** The answer as it is typed: decimal comma, time without seconds. */
    public String eingabewert(FeldPlatz platz) {
        return Eingabetext.von(platz.feld(), antworten.wert(platz.ort()));
    }

    /** The value of a calculated field as people read it. */
    public String berechnet(FeldPlatz platz) {
        String wert = Zusammenfassung.wert(platz, antworten, id -> "");
        return wert.isEmpty() ? ansicht.t("berechnung.offen") : wert;
    }
}
