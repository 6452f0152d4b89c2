/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.ALLE_ARTEN;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BAUSTEINE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.FELD;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.gefuellt;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Texts: there, different from each other, not too long. */
final class Texte {

    private static final Set<Art> MIT_BEZEICHNUNG = EnumSet.of(Art.SCHEMA, Art.STECKBRIEF);

    /** Recommended lengths, as the FIM checker QS-DF 1.20 has them. */
    private static final Map<String, Integer> LAENGEN = new TreeMap<>(Map.ofEntries(
            Map.entry("versionshinweis", 255),
            Map.entry("name", 255),
            Map.entry("stichwort", 500),
            Map.entry("definition", 5000),
            Map.entry("bezug", 255),
            Map.entry("beschreibung", 5000),
            Map.entry("bezeichnung", 255),
            Map.entry("bezeichnungEingabe", 255),
            Map.entry("bezeichnungAusgabe", 255),
            Map.entry("hilfetext", 500),
            Map.entry("hilfetextEingabe", 500),
            Map.entry("hilfetextAusgabe", 500),
            Map.entry("inhalt", 5000),
            Map.entry("freitextRegel", 5000),
            Map.entry("statusGesetztDurch", 255),
            Map.entry("fachlicherErsteller", 255)));

    private static final int MUSTER = 500;
    private static final Map<String, Integer> WERT = new TreeMap<>(Map.of("code", 20, "name", 255, "hilfe", 500));
    private static final int URI = 255;

    static final List<Pruefung> PRUEFUNGEN = List.of(
            gefuellt(1002, ALLE_ARTEN, "name"),
            gefuellt(1009, BAUSTEINE, "bezeichnungEingabe"),
            gefuellt(1010, BAUSTEINE, "bezeichnungAusgabe"),
            gefuellt(1050, MIT_BEZEICHNUNG, "bezeichnung"),
            new Pruefung(1098, ALLE_ARTEN, (teil, lage) -> {
                for (String form : List.of("", "Eingabe", "Ausgabe")) {
                    String hilfe = teil.text("hilfetext" + form);
                    if (!hilfe.isEmpty() && hilfe.equals(teil.text("bezeichnung" + form))) {
                        lage.melde(teil.ort("hilfetext" + form), "hilfetext" + form);
                    }
                }
            }),
            new Pruefung(1099, FELD, (teil, lage) -> {
                for (Angabe wert : Listen.werte(teil)) {
                    String hilfe = wert.text("hilfe");
                    if (!hilfe.isEmpty() && hilfe.equals(wert.text("name"))) {
                        lage.melde(wert, "Code " + Lage.kurz(wert.text("code")));
                    }
                }
            }),
            new Pruefung(1136, ALLE_ARTEN, Texte::laengen),
            new Pruefung(1137, ALLE_ARTEN, (teil, lage) -> {
                for (Angabe stichwort : teil.angaben("stichwort")) {
                    zuLang("stichwort/@uri", stichwort.attribut("uri"), URI, stichwort, lage);
                }
                for (Angabe liste : teil.angaben("codelisteReferenz")) {
                    for (String name : List.of("canonicalIdentification", "canonicalVersionUri")) {
                        zuLang(name, liste.text(name), URI, liste, lage);
                    }
                }
            }));

    private Texte() {}

    private static void laengen(Bauteil teil, Lage lage) {
        LAENGEN.forEach((name, laenge) ->
                teil.angaben(name).forEach(angabe -> zuLang(name, angabe.text(), laenge, angabe, lage)));
        zuLang("pattern", teil.grenze("pattern"), MUSTER, teil.ort("praezisierung"), lage);
        for (Angabe wert : Listen.werte(teil)) {
            WERT.forEach((name, laenge) -> zuLang("wert/" + name, wert.text(name), laenge, wert, lage));
        }
        for (Bauteil.Verwendung verwendung : teil.struktur()) {
            for (Angabe bezug : verwendung.bezug()) {
                zuLang("bezug", bezug.text(), LAENGEN.getOrDefault("bezug", URI), bezug, lage);
            }
        }
    }

    private static void zuLang(String name, String text, int laenge, Ort ort, Lage lage) {
        int zeichen = text.codePointCount(0, text.length());
        if (zeichen > laenge) {
            lage.melde(ort, name + ": " + zeichen + " von höchstens " + laenge + " Zeichen");
        }
    }
}
