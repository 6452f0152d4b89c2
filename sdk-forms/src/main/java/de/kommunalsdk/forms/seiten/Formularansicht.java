/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Auswahlsuche;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigenerBaustein;
import de.kommunalsdk.forms.reise.Datum;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page of a form.
 *
 * @param aktion URL that the form is sent to
 * @param nummer number of this page, beginning with 1
 * @param anzahl how many pages there are, the review page included
 * @param stand number of the draft's last write
 * @param fehler errors to be shown, empty when the page is shown for the first time
 * @param anlagen files of the draft by id
 */
public record Formularansicht(
        Ansicht ansicht,
        String titel,
        String aktion,
        Formularseite seite,
        int nummer,
        int anzahl,
        long stand,
        Antworten antworten,
        List<Platz> plaetze,
        List<Feldfehler> fehler,
        Map<AnlageId, Anlage> anlagen,
        Umgebung umgebung) {

    /** A select with more entries than this can be searched, where scripts run. */
    public static final int LANGE_LISTE = 15;

    private static final Pattern DEZIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern OHNE_SEKUNDEN = Pattern.compile("\\d\\d:\\d\\d:00");
    private static final Pattern TEILDATUM = Pattern.compile("\\d{4}(-\\d{2})?");

    public Formularansicht {
        fehler = fehler.isEmpty() ? List.of() : new Fehlerregister(fehler, plaetze);
    }

    /** Without anything beside the page. */
    public Formularansicht(
            Ansicht ansicht,
            String titel,
            String aktion,
            Formularseite seite,
            int nummer,
            int anzahl,
            long stand,
            Antworten antworten,
            List<Platz> plaetze,
            List<Feldfehler> fehler,
            Map<AnlageId, Anlage> anlagen) {
        this(
                ansicht,
                titel,
                aktion,
                seite,
                nummer,
                anzahl,
                stand,
                antworten,
                plaetze,
                fehler,
                anlagen,
                Umgebung.einfach(aktion));
    }

    /** The first error at a place. */
    public Optional<Feldfehler> fehler(String ort) {
        return fehler instanceof Fehlerregister register ? register.erster(ort) : Optional.empty();
    }

    /** What an error says. */
    public String meldung(Feldfehler f) {
        if (f.art() == Feldfehler.Art.ZEICHEN) {
            return zeichen(f);
        }
        String erste = f.angaben().isEmpty() ? "" : f.angaben().get(0);
        if (f.art() == Feldfehler.Art.MUSTER && !erste.isEmpty()) {
            erste = ansicht.t("beispiel", erste);
        }
        return ansicht.t("fehler." + f.art().name().toLowerCase(Locale.ROOT), f.beschriftung(), erste)
                .strip();
    }

    private String zeichen(Feldfehler f) {
        List<String> angaben = f.angaben();
        String stattdessen = angaben.size() < 4
                ? ansicht.t("fehler.zeichen.anders")
                : angaben.get(3).isEmpty()
                        ? ansicht.t("fehler.zeichen.weglassen")
                        : angaben.get(3).isBlank()
                                ? ansicht.t("fehler.zeichen.leerzeichen")
                                : ansicht.t("fehler.zeichen.stattdessen", angaben.get(3));
        String weitere = angaben.get(2).equals("0") ? "" : ansicht.t("fehler.zeichen.weitere", angaben.get(2));
        return (ansicht.t("fehler.zeichen", f.beschriftung(), angaben.get(0), angaben.get(1)) + " " + stattdessen + " "
                        + weitere)
                .strip();
    }

    /** Language of what an error says, when it is not that of the page: rules speak German; else null. */
    public @Nullable String sprache(Feldfehler f) {
        return f.art() == Feldfehler.Art.REGEL ? ansicht.deutsch() : null;
    }

    /** Whether a chosen answer can be taken back. */
    public boolean istWiderrufbar(FeldPlatz platz) {
        return !platz.pflicht() && !antworten.wert(platz.ort()).isEmpty();
    }

    /** Id of the control that a link to a place goes to. */
    public String ziel(String ort) {
        return fehler instanceof Fehlerregister register && register.istMehrteilig(ort) ? ort + "_1" : ort;
    }

    /** Where a link to a place goes: to its control here, or to the page of the entry that it stands on. */
    public String verweis(String ort) {
        return verweis(plaetze, ort).orElse("#" + ziel(ort));
    }

    private Optional<String> verweis(List<Platz> hier, String ort) {
        for (Platz platz : hier) {
            boolean darin = ort.startsWith(platz.ort() + "-");
            if (platz instanceof Platz.Eintragsliste && darin) {
                return Optional.of(umgebung.adresse() + "/" + eintrag(platz.ort(), ort) + "?pruefen=1");
            }
            if (platz instanceof Platz.Wiederholung w && darin) {
                String eintrag = eintrag(w.ort(), ort);
                boolean gezeigt = w.eintraege().stream().anyMatch(e -> e.ort().equals(eintrag));
                return gezeigt ? verweis(w.eintraege(), ort) : Optional.of("?ab=" + eintrag + "&pruefen=1#" + ort);
            }
            if (platz instanceof Platz.GruppenPlatz g && ort.startsWith(g.ort() + ".")) {
                return verweis(g.kinder(), ort);
            }
        }
        return Optional.empty();
    }

    private static String eintrag(String wiederholung, String ort) {
        int punkt = ort.indexOf('.', wiederholung.length());
        return punkt < 0 ? ort : ort.substring(0, punkt);
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

    /** Ids of the texts that describe a field, for aria-describedby, in the order of the page; null when there are none. */
    public @Nullable String beschrieben(FeldPlatz platz) {
        String ort = platz.ort();
        boolean hilfe = hatHilfe(platz.feld());
        boolean falsch = fehler(ort).isPresent();
        if (!hilfe && !falsch) {
            return zaehlt(platz.feld()) ? ort + "_zaehler" : null;
        }
        return (hilfe ? ort + "_hilfe" : "")
                + (hilfe && falsch ? " " : "")
                + (falsch ? ort + "_fehler" : "")
                + (zaehlt(platz.feld()) ? " " + ort + "_zaehler" : "");
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
        return seite.abschnitt().isEmpty() || ende < 0 ? null : adresse.substring(0, ende) + "/aufgaben";
    }

    /** The questions that stand at a field. */
    public List<Hilfeangebot.Frage> fragen(FeldPlatz platz) {
        List<Hilfeangebot.Frage> alle = ansicht.hilfe().fragen();
        return alle.isEmpty()
                ? alle
                : ansicht.hilfe().fragenZu(platz.feld().datenfeld().id());
    }

    /** Whether a field has a help text, an example or limits to be read. */
    public static boolean hatHilfe(Feld feld) {
        return !feld.hilfe().isBlank() || !feld.beispiel().isBlank() || feld.anzeige() == Feld.Anzeige.DATEI;
    }

    /** The three boxes of a date: day, month, year; as typed when it is no date. */
    public String[] datumsteile(String ort) {
        String wert = antworten.wert(ort);
        String[] teile = {"", "", ""};
        if (wert.isEmpty()) {
            return teile;
        }
        Optional<LocalDate> datum = Datum.lies(wert);
        if (datum.isPresent()) {
            LocalDate tag = datum.get();
            teile[0] = String.valueOf(tag.getDayOfMonth());
            teile[1] = String.valueOf(tag.getMonthValue());
            teile[2] = String.valueOf(tag.getYear());
        } else if (TEILDATUM.matcher(wert).matches()) {
            teile[1] = wert.length() > 4 ? wert.substring(5) : "";
            teile[2] = wert.substring(0, 4);
        } else {
            String[] getippt = wert.split("\\.", 3);
            System.arraycopy(getippt, 0, teile, 0, getippt.length);
        }
        return teile;
    }

    /** The answer as it is typed: decimal comma, time without seconds. */
    public String eingabewert(FeldPlatz platz) {
        String wert = antworten.wert(platz.ort());
        return switch (platz.feld().anzeige()) {
            case ZAHL, GELD -> DEZIMAL.matcher(wert).matches() ? wert.replace('.', ',') : wert;
            case UHRZEIT -> OHNE_SEKUNDEN.matcher(wert).matches() ? wert.substring(0, 5) : wert;
            default -> platz.feld().sonderform() == Feld.Sonderform.IBAN ? inVierern(wert) : wert;
        };
    }

    private static String inVierern(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The limit of a file in whole megabytes of a million bytes, rounded down. */
    public static String megabyte(Feld feld) {
        return String.valueOf(feld.maxBytes() / 1_000_000);
    }

    /** Media types as people know them. */
    public static String dateitypen(Feld feld) {
        return String.join(
                ", ",
                feld.medientypen().stream()
                        .map(typ -> switch (typ) {
                            case "application/pdf" -> "PDF";
                            case "image/jpeg" -> "JPEG";
                            case "image/png" -> "PNG";
                            default -> typ;
                        })
                        .toList());
    }
}
