/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.forms.definition.Iban;
import de.kommunalsdk.forms.reise.Datum;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a browser sent for a page. Only fields that stand on the page are read; valid input becomes canonical,
 * invalid input stays as it was typed, so that the citizen can correct it.
 */
public final class Eingabe {

    /** Longest answer that is kept, in UTF-16 units; more is cut and then found to be too long. */
    public static final int MAX_ZEICHEN = 20_000;

    private static final Pattern DATUM = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern TEIL = Pattern.compile("\\d{1,2}");
    private static final Pattern JAHR = Pattern.compile("\\d{4}");
    private static final Pattern GRUPPIERT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?");

    private Eingabe() {}

    /**
     * The answers after a page was sent.
     *
     * @param plaetze the page as it was shown
     * @param parameter first value of a form parameter, null when it was not sent
     */
    public static Antworten lies(List<Platz> plaetze, Antworten bisher, Function<String, @Nullable String> parameter) {
        Antworten.Bauer neu = new Antworten.Bauer(bisher);
        Seitenbaum.felder(plaetze, platz -> lies(platz, neu, parameter));
        return neu.baue();
    }

    private static void lies(FeldPlatz platz, Antworten.Bauer neu, Function<String, @Nullable String> parameter) {
        if (platz.feld().berechnet()) {
            return;
        }
        String ort = platz.ort();
        switch (platz.feld().anzeige()) {
            case DATEI, FEST, VERBORGEN -> {
                // nothing that a form sends
            }
            case DATUM, TEILDATUM -> datum(platz, neu, parameter);
            case JA_NEIN, RADIO -> { // one that is sent unchosen is not sent at all: that says nothing
                String gewaehlt = parameter.apply(ort);
                if (gewaehlt != null) {
                    neu.mit(ort, begrenzt(gewaehlt, MAX_ZEICHEN).strip());
                }
            }
            default -> {
                String text = parameter.apply(ort);
                int hoechstens = Math.max(MAX_ZEICHEN, 2 * platz.feld().hoechstlaenge() + 2);
                if (text != null) {
                    neu.mit(ort, begrenzt(normalisiert(platz.feld(), begrenzt(text, hoechstens)), hoechstens));
                }
            }
        }
    }

    /** A text that stands in no field of the schema, cleaned like those that do, of at most so many UTF-16 units. */
    public static String freitext(String text, int hoechstens) {
        String zeilen = text.replace("\r\n", "\n").replace('\r', '\n');
        String sauber = Din91379.fuer(Zeichensatz.E)
                .normalisiere(begrenzt(zeilen, MAX_ZEICHEN))
                .strip();
        return begrenzt(sauber, hoechstens);
    }

    private static String begrenzt(String text, int hoechstens) {
        String kurz = text.length() <= hoechstens ? text : text.substring(0, hoechstens);
        // half a character, perhaps left over by the cut, has no bytes in UTF-8
        return kurz.replaceAll("\\p{Cs}", "");
    }

    private static void datum(FeldPlatz platz, Antworten.Bauer neu, Function<String, @Nullable String> parameter) {
        String ort = platz.ort();
        String tag = parameter.apply(ort + ".tag");
        String monat = parameter.apply(ort + ".monat");
        String jahr = parameter.apply(ort + ".jahr");
        boolean teil = platz.feld().anzeige() == Feld.Anzeige.TEILDATUM;
        if (jahr != null && (teil || (tag != null && monat != null))) {
            neu.mit(ort, datum(teil(tag), teil(monat), teil(jahr), teil));
        }
    }

    private static String teil(@Nullable String text) {
        return text == null ? "" : begrenzt(text, MAX_ZEICHEN).strip();
    }

    /** Canonical, perhaps without a day or a month; else as typed. */
    private static String datum(String tag, String monat, String jahr, boolean teil) {
        if (teil
                && tag.isEmpty()
                && (monat.isEmpty() || TEIL.matcher(monat).matches())
                && JAHR.matcher(jahr).matches()) {
            return monat.isEmpty() ? jahr : jahr + "-" + zweistellig(monat);
        }
        String getippt = tag + "." + monat + "." + jahr;
        if (getippt.equals("..")) {
            return "";
        }
        Matcher treffer = DATUM.matcher(getippt);
        if (treffer.matches()) {
            String iso = treffer.group(3) + "-" + zweistellig(treffer.group(2)) + "-" + zweistellig(treffer.group(1));
            if (Datum.lies(iso).isPresent()) {
                return iso;
            }
        }
        return begrenzt(getippt, MAX_ZEICHEN);
    }

    private static String zweistellig(String zahl) {
        return zahl.length() == 1 ? "0" + zahl : zahl;
    }

    private static String normalisiert(Feld feld, String text) {
        String zeilen = text.replace("\r\n", "\n").replace('\r', '\n');
        String sauber = Din91379.fuer(Zeichensatz.E).normalisiere(zeilen).strip();
        return switch (feld.anzeige()) {
            case MEHRZEILIG -> sauber;
            case GANZZAHL -> ganzzahl(sauber.replaceAll("[\\s\\u00a0\\u202f]", ""));
            case ZAHL, GELD -> zahl(sauber.replaceAll("[\\s\\u00a0\\u202f€]", ""));
            case UHRZEIT -> sauber.matches("\\d{2}:\\d{2}") ? sauber + ":00" : sauber;
            case ZEITPUNKT -> sauber.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}") ? sauber + ":00" : sauber;
            default -> {
                String zeile = sauber.replace('\n', ' ').replace('\t', ' ');
                yield feld.sonderform() == Sonderform.IBAN ? Iban.normalisiert(zeile) : zeile;
            }
        };
    }

    private static String ganzzahl(String text) {
        return text.indexOf(',') < 0 ? zahl(text) : text;
    }

    private static String zahl(String text) {
        if (GRUPPIERT.matcher(text).matches()) {
            return text.replace(".", "").replace(',', '.');
        }
        return text.matches("-?\\d+,\\d+") ? text.replace(',', '.') : text;
    }

    /** Asks for one more entry of a repeated element that shows {@code bisherige} entries. */
    public static Antworten hinzufuegen(Antworten antworten, String ort, int bisherige) {
        return antworten.mitAnzahl(ort, bisherige + 1);
    }

    /** Removes an entry; the later ones move up, with their files. */
    public static Antworten entfernen(Antworten antworten, String ort, int nummer, int bisherige) {
        SortedMap<String, String> werte = new TreeMap<>();
        antworten.werte().forEach((k, v) -> verschoben(k, ort, nummer, werte, v));
        SortedMap<String, List<AnlageId>> anlagen = new TreeMap<>();
        antworten.anlagen().forEach((k, v) -> verschoben(k, ort, nummer, anlagen, v));
        SortedMap<String, Integer> anzahlen = new TreeMap<>();
        antworten.anzahlen().forEach((k, v) -> verschoben(k, ort, nummer, anzahlen, v));
        anzahlen.put(ort, Math.max(1, bisherige - 1));
        return new Antworten.Bauer(new Antworten(werte, anlagen, anzahlen, antworten.seite()))
                .gesendet(antworten.gesendete())
                .nachweise(antworten.nachweise())
                .baue();
    }

    private static <T> void verschoben(String ort, String wiederholt, int weg, SortedMap<String, T> ziel, T wert) {
        String davor = wiederholt + "-";
        if (!ort.startsWith(davor)) {
            ziel.put(ort, wert);
            return;
        }
        int punkt = ort.indexOf('.', davor.length());
        String rest = punkt < 0 ? "" : ort.substring(punkt);
        int nummer = Integer.parseInt(ort.substring(davor.length(), punkt < 0 ? ort.length() : punkt));
        if (nummer != weg) {
            ziel.put(davor + (nummer > weg ? nummer - 1 : nummer) + rest, wert);
        }
    }

    /** With one more file at a place. */
    public static Antworten mitDatei(Antworten antworten, String ort, AnlageId datei) {
        List<AnlageId> dateien = new ArrayList<>(antworten.anlagen(ort));
        dateien.add(datei);
        return antworten.mitAnlagen(ort, dateien);
    }

    /** Without a file. */
    public static Antworten ohneDatei(Antworten antworten, String ort, AnlageId datei) {
        return antworten.mitAnlagen(
                ort,
                antworten.anlagen(ort).stream().filter(id -> !id.equals(datei)).toList());
    }
}
