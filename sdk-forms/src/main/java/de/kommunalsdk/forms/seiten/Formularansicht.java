/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Auswahlsuche;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigenerBaustein;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import gg.jte.Content;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of a form. Immutable. */
public final class Formularansicht {

    /** A select with more entries than this can be searched, where scripts run. */
    public static final int LANGE_LISTE = 15;

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
        Feld feld = platz.feld();
        if (!feld.suchbar()) {
            return feld.werte();
        }
        List<Datenfeld.Wert> gefunden = new ArrayList<>(gefundene(platz));
        String wert = antworten.wert(platz.ort());
        feld.werte().stream()
                .filter(w -> w.code().equals(wert) && !gefunden.contains(w))
                .findFirst()
                .ifPresent(w -> gefunden.add(0, w));
        return gefunden;
    }

    /** What the last search found in the list of this field; nothing when it was not searched. */
    public List<Datenfeld.Wert> gefundene(FeldPlatz platz) {
        return gesucht(platz)
                ? Auswahlsuche.finde(platz.feld().werte(), umgebung.suche().begriff())
                : List.of();
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
                .map(haken -> html(w -> haken.schreibe(this, platz, w)))
                .orElse(null);
    }

    /** Trusted HTML that the host shows in place of all fields, or null. */
    public @Nullable String eigeneSeite() {
        return umgebung.eigeneSeite()
                .map(haken -> html(w -> haken.schreibe(this, w)))
                .orElse(null);
    }

    private interface Schreiber {
        void schreibe(Writer ziel) throws IOException;
    }

    private static String html(Schreiber schreiber) {
        StringWriter ziel = new StringWriter();
        try {
            schreiber.schreibe(ziel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ziel.toString();
    }

    /** Number of the first entry that a repetition shows. */
    public static int ersterEintrag(String eintrag) {
        return Integer.parseInt(eintrag.substring(eintrag.lastIndexOf('-') + 1));
    }

    /** A field as HTML: by its pattern when only the answer is to be put in, else by its template. */
    public Content feld(FeldPlatz platz) {
        String wert = antworten.wert(platz.ort());
        Feldmuster muster = ansicht.vorlagen().muster().zu(this, platz, wert);
        return muster == null
                ? teil("feld", platz)
                : ziel -> muster.schreibe(Eingabetext.teile(platz.feld(), wert), ziel);
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

    /** The class of a field's element. */
    public static String klasse(boolean fehler) {
        return fehler ? "ozg-feld ozg-feld-fehler" : "ozg-feld";
    }

    /** Value of {@code autocomplete}; null when there is none. */
    public static @Nullable String merkmal(Feld feld) {
        return feld.autocomplete().isEmpty() ? null : feld.autocomplete();
    }

    /** Ids of the texts that describe a field, for aria-describedby, in the order of the page; null when there are none. */
    public @Nullable String beschrieben(FeldPlatz platz) {
        String ort = platz.ort();
        StringBuilder ids = new StringBuilder();
        haenge(ids, ort, "_hilfe", hatHilfe(platz.feld()));
        haenge(ids, ort, "_fehler", fehler(ort).isPresent());
        haenge(ids, ort, "_herkunft", !herkunft(ort).isEmpty());
        haenge(ids, ort, "_zaehler", zaehlt(platz.feld()));
        return ids.isEmpty() ? null : ids.toString();
    }

    private void haenge(StringBuilder ids, String ort, String teil, boolean da) {
        if (da) {
            ids.append(ids.isEmpty() ? "" : " ")
                    .append(ansicht.einbettung().praefix())
                    .append(ort)
                    .append(teil);
        }
    }

    /** Whether a field says how many characters it takes. */
    public static boolean zaehlt(Feld feld) {
        return feld.anzeige() == Feld.Anzeige.MEHRZEILIG
                && feld.datenfeld().praezisierung().maxLength().isPresent();
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

    /** Whether a field has a help text, an example or limits to be read. */
    public static boolean hatHilfe(Feld feld) {
        return !feld.hilfe().isBlank() || !feld.beispiel().isBlank() || feld.anzeige() == Feld.Anzeige.DATEI;
    }

    /** The three boxes of a date: day, month, year; as typed when it is no date. */
    public String[] datumsteile(String ort) {
        return Eingabetext.datumsteile(antworten.wert(ort));
    }

    /** The answer as it is typed: decimal comma, time without seconds. */
    public String eingabewert(FeldPlatz platz) {
        return Eingabetext.von(platz.feld(), antworten.wert(platz.ort()));
    }

    /** The limit of a file in whole megabytes of a million bytes, rounded down. */
    public static String megabyte(Feld feld) {
        return String.valueOf(feld.maxBytes() / 1_000_000);
    }

    /** The value of a calculated field as people read it. */
    public String berechnet(FeldPlatz platz) {
        String wert = Zusammenfassung.wert(platz, antworten, id -> "");
        return wert.isEmpty() ? ansicht.t("berechnung.offen") : wert;
    }

    /** Media types as people know them. */
    public static String dateitypen(Feld feld) {
        return String.join(
                ", ",
                feld.medientypen().stream()
                        .map(typ -> Dateityp.vonMedientyp(typ)
                                .map(Dateityp::bezeichnung)
                                .orElse(typ))
                        .toList());
    }
}
