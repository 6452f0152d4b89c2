/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Auswahlsuche;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigenerBaustein;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Datum;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
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

    public Formularansicht {
        fehler = Fehlerverzeichnis.von(fehler);
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
        return Fehlerverzeichnis.von(fehler).erster(ort);
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
    public static @Nullable String sprache(Feldfehler f) {
        return f.art() == Feldfehler.Art.REGEL ? "de" : null;
    }

    /** Whether a chosen answer can be taken back. */
    public boolean istWiderrufbar(FeldPlatz platz) {
        return !platz.pflicht() && !antworten.wert(platz.ort()).isEmpty();
    }

    /** Id of the control that a link to a place goes to. */
    public String ziel(String ort) {
        return istMehrteilig(plaetze, ort) ? ort + "_1" : ort;
    }

    private static boolean istMehrteilig(List<Platz> hier, String ort) {
        for (Platz platz : hier) {
            if (platz instanceof FeldPlatz p && p.ort().equals(ort)) {
                return switch (p.feld().anzeige()) {
                    case DATUM, TEILDATUM, RADIO, JA_NEIN -> true;
                    default -> false;
                };
            }
            if (platz instanceof Platz.GruppenPlatz g && ort.startsWith(g.ort() + ".")) {
                return istMehrteilig(g.kinder(), ort);
            }
            if (platz instanceof Platz.Wiederholung w && ort.startsWith(w.ort() + "-")) {
                return istMehrteilig(w.eintraege(), ort);
            }
        }
        return false;
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

    /** Ids of the texts that describe a field, for aria-describedby; null when there are none. */
    public @Nullable String beschrieben(FeldPlatz platz) {
        String hilfe = hatHilfe(platz.feld()) ? platz.ort() + "_hilfe" : "";
        String meldung = fehler(platz.ort()).isPresent() ? platz.ort() + "_fehler" : "";
        String beide = (meldung + " " + hilfe).strip();
        return beide.isEmpty() ? null : beide;
    }

    /** Whether a field has a help text, an example or limits to be read. */
    public static boolean hatHilfe(Feld feld) {
        return !feld.hilfe().isBlank() || !feld.beispiel().isBlank() || feld.anzeige() == Feld.Anzeige.DATEI;
    }

    /** One of the three boxes of a date: 0 day, 1 month, 2 year; as typed when it is no date. */
    public String datumsteil(String ort, int teil) {
        String wert = antworten.wert(ort);
        Optional<LocalDate> datum = Datum.lies(wert);
        if (datum.isPresent()) {
            return switch (teil) {
                case 0 -> String.valueOf(datum.get().getDayOfMonth());
                case 1 -> String.valueOf(datum.get().getMonthValue());
                default -> String.valueOf(datum.get().getYear());
            };
        }
        if (wert.matches("\\d{4}(-\\d{2})?")) {
            return teil == 2 ? wert.substring(0, 4) : teil == 1 && wert.length() > 4 ? wert.substring(5) : "";
        }
        String[] getippt = wert.split("\\.", 3);
        return teil < getippt.length ? getippt[teil] : "";
    }

    /** The answer as it is typed: decimal comma, time without seconds. */
    public String eingabewert(FeldPlatz platz) {
        String wert = antworten.wert(platz.ort());
        return switch (platz.feld().anzeige()) {
            case ZAHL, GELD -> wert.matches("-?\\d+\\.\\d+") ? wert.replace('.', ',') : wert;
            case UHRZEIT -> wert.matches("\\d\\d:\\d\\d:00") ? wert.substring(0, 5) : wert;
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
                        .map(typ -> switch (typ) {
                            case "application/pdf" -> "PDF";
                            case "image/jpeg" -> "JPEG";
                            case "image/png" -> "PNG";
                            default -> typ;
                        })
                        .toList());
    }
}
