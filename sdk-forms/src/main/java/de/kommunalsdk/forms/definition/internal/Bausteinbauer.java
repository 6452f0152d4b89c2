/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.Ausdruecke;
import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.Textblock;
import de.kommunalsdk.forms.definition.Wertpruefung;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Fundstellen;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.zeichen.Din91379;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the elements of a form, with their overlay, by path. */
public final class Bausteinbauer {

    private static final long MAX_BYTES = 10L << 20;
    private static final int MAX_DATEIEN = 20;

    private final OzgDienst dienst;
    private final Stammdatenschema schema;
    private final Fundstellen stellen;
    private final Auswahlwerte auswahl;
    private final List<Problem> probleme;
    private final Map<String, Struktur> strukturen = new LinkedHashMap<>();
    private final Map<String, Gruppe> gruppen = new LinkedHashMap<>();
    private final Map<String, Feld> felder = new LinkedHashMap<>();
    private final Map<String, Baustein> bausteine = new LinkedHashMap<>();
    private final Set<String> zwecke = new HashSet<>();
    private final Map<String, Knoten> overlay = new LinkedHashMap<>();
    private final Bedingungsleser bedingungen;
    private final Ausdruckbauer ausdruecke;

    /** Makes all elements of {@code schema}, changed by the document {@code wurzel}; problems go into {@code probleme}. */
    public Bausteinbauer(
            OzgDienst dienst,
            Knoten wurzel,
            Stammdatenschema schema,
            Fundstellen stellen,
            Auswahlwerte auswahl,
            List<Problem> probleme) {
        this.dienst = dienst;
        this.schema = schema;
        this.stellen = stellen;
        this.auswahl = auswahl;
        this.probleme = probleme;
        schema.struktur().forEach(s -> sammle("", s));
        Schemaumgebung umgebung = new Schemaumgebung(strukturen);
        this.bedingungen = new Bedingungsleser(umgebung);
        this.ausdruecke = new Ausdruckbauer(wurzel, umgebung, bedingungen);
        wurzel.abbildung("felder").ifPresent(felder -> felder.eintraege().forEach((name, knoten) -> {
            knoten.erlaubt(
                    "beschriftung",
                    "hilfe",
                    "beispiel",
                    "autocomplete",
                    "art",
                    "pflicht_wenn",
                    "sichtbar_wenn",
                    "max_mb",
                    "max_dateien",
                    "dateitypen");
            aufgeloest(name, knoten).ifPresent(pfad -> overlay.put(pfad, knoten));
        }));
        schema.struktur().forEach(s -> baustein("", s));
    }

    /** Paths of the schema's own children, in order. */
    public List<String> oberste() {
        return schema.struktur().stream().map(s -> s.element().id()).toList();
    }

    /** The element at a path. */
    public Baustein bei(String pfad) {
        Baustein baustein = bausteine.get(pfad);
        if (baustein == null) {
            throw new IllegalArgumentException("Kein Element " + pfad);
        }
        return baustein;
    }

    public Map<String, Gruppe> gruppen() {
        return gruppen;
    }

    public Map<String, Feld> felder() {
        return felder;
    }

    public List<String> synthetische() {
        return auswahl.synthetische();
    }

    /** Checks, calculations and fee. */
    public Ausdruecke ausdruecke() {
        return ausdruecke.baue();
    }

    /** The path that a name of dienst.yaml stands for: a whole path, or the end of exactly one. */
    public Optional<String> aufgeloest(String name, Knoten stelle) {
        return bedingungen.pfad(name, stelle);
    }

    /** The condition under a key of dienst.yaml, for a page. */
    public Optional<Bedingung> bedingung(Knoten eltern, String schluessel, String traeger) {
        return bedingungen.bedingung(eltern, schluessel, traeger);
    }

    /** The same for what stands in no repetition. */
    public Optional<Bedingung> bedingung(Knoten eltern, String schluessel) {
        return bedingungen.bedingung(eltern, schluessel, "");
    }

    private void sammle(String davor, Struktur struktur) {
        String pfad = davor + struktur.element().id();
        strukturen.putIfAbsent(pfad, struktur);
        if (struktur.element() instanceof Datenfeldgruppe gruppe) {
            gruppe.struktur().forEach(s -> sammle(pfad + ".", s));
        }
    }

    private Baustein baustein(String davor, Struktur struktur) {
        String pfad = davor + struktur.element().id();
        Baustein neu = struktur.element() instanceof Datenfeldgruppe gruppe
                ? gruppe(pfad, struktur, gruppe)
                : feldOderText(pfad, struktur, (Datenfeld) struktur.element());
        bausteine.put(pfad, neu);
        return neu;
    }

    private Gruppe gruppe(String pfad, Struktur struktur, Datenfeldgruppe element) {
        List<Baustein> kinder = new ArrayList<>();
        element.struktur().forEach(s -> kinder.add(baustein(pfad + ".", s)));
        Gruppe gruppe = new Gruppe(
                pfad,
                titel(pfad, element),
                hilfe(pfad, element),
                struktur.anzahl(),
                element.auswahlgruppe(),
                bedingung(pfad, "sichtbar_wenn"),
                bedingung(pfad, "pflicht_wenn"),
                kinder);
        gruppen.put(pfad, gruppe);
        return gruppe;
    }

    private Baustein feldOderText(String pfad, Struktur struktur, Datenfeld element) {
        if (element.feldart() == Feldart.LABEL) {
            return new Textblock(
                    pfad,
                    text(pfad, "beschriftung").orElse(element.bezeichnungEingabe()),
                    text(pfad, "hilfe")
                            .orElse(element.inhalt().isEmpty() ? element.hilfetextEingabe() : element.inhalt()),
                    bedingung(pfad, "sichtbar_wenn"));
        }
        boolean berechnet = ausdruecke.berechnete().contains(pfad);
        List<Datenfeld.Wert> werte = auswahl.fuer(element);
        zeichen(pfad, element, werte);
        Optional<Muster> muster = muster(pfad, element);
        String autocomplete = autocomplete(pfad, element);
        Sonderform sonderform = Feldangaben.sonderform(overlay(pfad), element, autocomplete);
        Anzeige anzeige = Feldangaben.anzeige(element, werte, sonderform, muster, berechnet);
        if (vorgegeben(element)
                && element.inhalt().isEmpty()
                && struktur.anzahl().pflicht()
                && !berechnet) {
            probleme.add(Problem.warnung(
                    FormFehler.FEST_OHNE_INHALT,
                    stelle(pfad, element),
                    "Feld " + element.id() + " ist verlangt, gesperrt und leer: die Lieferung verletzt das Schema."));
        }
        Feld ohnePruefung = new Feld(
                pfad,
                element,
                anzeige,
                titel(pfad, element),
                hilfe(pfad, element),
                text(pfad, "beispiel").orElse(""),
                autocomplete,
                struktur.anzahl(),
                bedingung(pfad, "sichtbar_wenn"),
                bedingung(pfad, "pflicht_wenn"),
                werte,
                muster,
                maxBytes(pfad, element),
                Math.min(
                        Math.min(MAX_DATEIEN, struktur.anzahl().max()),
                        zahl(pfad, "max_dateien", MAX_DATEIEN).orElse(MAX_DATEIEN)),
                Feldangaben.medientypen(overlay(pfad), element),
                sonderform,
                berechnet,
                Wertpruefung.KEINE);
        Feld feld = ohnePruefung.mit(Pruefungsbau.fuer(ohnePruefung));
        felder.put(pfad, feld);
        return feld;
    }

    /** As the overlay says, else that of the harmonised element where it stands first: the later ones are other people's. */
    private String autocomplete(String pfad, Datenfeld element) {
        String zweck = Feldwissen.autocomplete(element.id());
        boolean erster = !zweck.isEmpty() && !inWiederholung(pfad) && zwecke.add(zweck);
        return text(pfad, "autocomplete").orElse(erster ? zweck : "");
    }

    private boolean inWiederholung(String pfad) {
        return strukturen.entrySet().stream()
                .anyMatch(e -> (pfad + ".").startsWith(e.getKey() + ".")
                        && e.getValue().anzahl().mehrfach());
    }

    private Optional<Knoten> overlay(String pfad) {
        return Optional.ofNullable(overlay.get(pfad));
    }

    private Optional<Integer> zahl(String pfad, String schluessel, int hoechstens) {
        return overlay(pfad).flatMap(knoten -> knoten.zahl(schluessel, 1, hoechstens));
    }

    /** What the schema itself says is delivered as it stands: no citizen could mend it. */
    private void zeichen(String pfad, Datenfeld element, List<Datenfeld.Wert> werte) {
        Din91379 din = Din91379.fuer(element.datentyp().zeichensatz());
        Stream.concat(
                        Stream.of(vorgegeben(element) ? element.inhalt() : ""),
                        werte.stream().map(Datenfeld.Wert::code))
                .map(din::normalisiere)
                .filter(text -> !din.istSauber(text))
                .findFirst()
                .ifPresent(text -> probleme.add(Problem.fehler(
                        FormFehler.ZEICHEN,
                        stelle(pfad, element),
                        din.pruefe(text).befunde().get(0) + " des vorgegebenen Werts.")));
        // what a browser sends is normalised, so no other code can be chosen
        werte.stream()
                .map(Datenfeld.Wert::code)
                .filter(code -> !code.equals(
                        din.normalisiere(code).strip().replace('\n', ' ').replace('\t', ' ')))
                .findFirst()
                .ifPresent(code -> probleme.add(Problem.fehler(
                        FormFehler.ZEICHEN,
                        stelle(pfad, element),
                        "Der Code \"" + code + "\" steht nicht in Normalform (NFC, ohne Leerraum am Rand).")));
    }

    private static boolean vorgegeben(Datenfeld element) {
        return element.feldart() == Feldart.LOCKED || element.feldart() == Feldart.HIDDEN;
    }

    private Fundstelle stelle(String pfad, Element element) {
        Fundstelle stelle = stellen.von(element);
        return new Fundstelle(stelle.datei(), stelle.zeile(), stelle.spalte(), pfad);
    }

    /** The smaller of both limits; ours only when nobody says one. */
    private long maxBytes(String pfad, Datenfeld element) {
        Optional<Long> eigene = zahl(pfad, "max_mb", 100).map(mb -> (long) mb << 20);
        return Stream.of(element.maxSize().filter(wert -> wert > 0), eigene)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(MAX_BYTES);
    }

    private Optional<Muster> muster(String pfad, Datenfeld element) {
        String quelle = element.praezisierung().pattern();
        if (quelle.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Muster.von(quelle));
        } catch (InvalidInput e) {
            probleme.add(Problem.warnung(
                    FormFehler.MUSTER, stelle(pfad, element), "Das Muster wird nicht geprueft: " + e.code() + "."));
            return Optional.empty();
        }
    }

    private String titel(String pfad, Element element) {
        return text(pfad, "beschriftung")
                .orElse(element.bezeichnungEingabe().isBlank() ? element.name() : element.bezeichnungEingabe());
    }

    private String hilfe(String pfad, Element element) {
        return text(pfad, "hilfe").orElse(element.hilfetextEingabe());
    }

    private Optional<String> text(String pfad, String schluessel) {
        return overlay(pfad).flatMap(knoten -> knoten.text(schluessel));
    }

    private Optional<Bedingung> bedingung(String pfad, String schluessel) {
        String eltern = pfad.substring(0, Math.max(0, pfad.lastIndexOf('.')));
        return overlay(pfad).flatMap(knoten -> bedingungen.bedingung(knoten, schluessel, eltern));
    }
}
