/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Bezug;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Identifikation;
import de.kommunalsdk.xdatenfelder.Metadaten;
import de.kommunalsdk.xdatenfelder.Metadaten.Freigabestatus;
import de.kommunalsdk.xdatenfelder.Metadaten.Status;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.XdfUmwandlung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One conversion of one schema. Not thread-safe. */
public final class Umwandler {

    private static final Pattern KENNUNG = Pattern.compile("([A-Z]\\d{2})(\\d{6})");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}");
    private static final Pattern KENNUNG_IM_TEXT = Pattern.compile("\\b([FG]\\d{2})(\\d{6})\\b");
    private static final String MIT_UNTERKREIS = "$1000$2";
    private static final Identifikation STECKBRIEF = new Identifikation("D99000000001", "");

    private final XdfErgebnis gelesen;
    private final String zeitpunkt;
    private final List<Problem> probleme = new ArrayList<>();
    private final Map<Element, Element> elemente = new IdentityHashMap<>();
    private final Map<Regel, Regel> regeln = new IdentityHashMap<>();

    private Umwandler(XdfErgebnis gelesen) {
        this.gelesen = gelesen;
        this.zeitpunkt = gelesen.kopf().nachricht().erstellungszeitpunkt();
    }

    /** See {@link XdfUmwandlung#nachXdf3}. */
    public static XdfUmwandlung.Ergebnis wandle(XdfErgebnis gelesen) {
        Stammdatenschema alt =
                gelesen.schema().orElseThrow(() -> new IllegalArgumentException("nothing to convert: no schema"));
        if (alt.xdfVersion().equals("3.0.0")) {
            return new XdfUmwandlung.Ergebnis(gelesen.schema(), List.of());
        }
        Umwandler umwandler = new Umwandler(gelesen);
        Stammdatenschema neu = umwandler.schema(alt);
        return new XdfUmwandlung.Ergebnis(
                Optional.of(neu).filter(s -> umwandler.probleme.isEmpty()), umwandler.probleme);
    }

    private Stammdatenschema schema(Stammdatenschema alt) {
        if (!Elementleser.DATUM.matcher(zeitpunkt).matches()) {
            melde(alt, "header/erstellungszeitpunkt fehlt oder ist kein Datum");
        }
        pflicht(alt, alt.bezeichnung(), "bezeichnungEingabe");
        pflicht(alt, alt.ableitungsmodifikationen().struktur(), Angabe.ABLEITUNGSMODIFIKATIONEN_STRUKTUR);
        pflicht(alt, alt.ableitungsmodifikationen().repraesentation(), Angabe.ABLEITUNGSMODIFIKATIONEN_REPRAESENTATION);
        return new Stammdatenschema(
                "3.0.0",
                kennung(alt, alt.id()),
                version(alt, alt.version()),
                alt.name(),
                alt.bezeichnung(),
                alt.hilfetext(),
                metadaten(alt, alt.metadaten(), alt.version()),
                alt.ableitungsmodifikationen(),
                Optional.of(STECKBRIEF),
                regeln(alt.regeln()),
                struktur(alt, alt.struktur()));
    }

    private List<Struktur> struktur(Object wirt, List<Struktur> alle) {
        if (alle.isEmpty()) {
            melde(wirt, "keine Unterelemente (struktur)");
        }
        return alle.stream()
                .map(s -> new Struktur(s.anzahl(), bezuege(s.bezug()), element(s.element())))
                .toList();
    }

    private Element element(Element alt) {
        Element fertig = elemente.get(alt);
        if (fertig == null) {
            fertig = alt instanceof Datenfeldgruppe gruppe ? gruppe(gruppe) : feld((Datenfeld) alt);
            elemente.put(alt, fertig);
        }
        return fertig;
    }

    private Datenfeldgruppe gruppe(Datenfeldgruppe alt) {
        pflichten(alt);
        return new Datenfeldgruppe(
                kennung(alt, alt.id()),
                version(alt, alt.version()),
                alt.name(),
                alt.bezeichnungEingabe(),
                alt.bezeichnungAusgabe(),
                alt.hilfetextEingabe(),
                alt.hilfetextAusgabe(),
                metadaten(alt, alt.metadaten(), alt.version()),
                alt.schemaelementart(),
                false,
                regeln(alt.regeln()),
                struktur(alt, alt.struktur()));
    }

    private Datenfeld feld(Datenfeld alt) {
        pflichten(alt);
        return new Datenfeld(
                kennung(alt, alt.id()),
                version(alt, alt.version()),
                alt.name(),
                alt.bezeichnungEingabe(),
                alt.bezeichnungAusgabe(),
                alt.hilfetextEingabe(),
                alt.hilfetextAusgabe(),
                metadaten(alt, alt.metadaten(), alt.version()),
                alt.schemaelementart(),
                alt.feldart(),
                alt.datentyp(),
                alt.praezisierung(),
                alt.inhalt(),
                Optional.of(Datenfeld.Vorbefuellung.KEINE),
                List.of(),
                alt.codeliste().map(c -> new CodelisteReferenz(c.urn(), c.version(), c.versionUrn())),
                Datenfeld.Spalten.KEINE,
                alt.maxSize(),
                alt.mediaTypes(),
                regeln(alt.regeln()));
    }

    private void pflichten(Element alt) {
        pflicht(alt, alt.bezeichnungEingabe(), "bezeichnungEingabe");
        pflicht(alt, alt.schemaelementart(), Angabe.SCHEMAELEMENTART);
    }

    private List<Regel> regeln(List<Regel> alle) {
        return alle.stream()
                .map(alt -> regeln.computeIfAbsent(alt, this::regel))
                .toList();
    }

    private Regel regel(Regel alt) {
        Metadaten meta = alt.metadaten();
        return new Regel(
                kennung(alt, alt.id()),
                version(alt, alt.version()),
                alt.name(),
                KENNUNG_IM_TEXT.matcher(alt.freitext()).replaceAll(MIT_UNTERKREIS),
                Optional.of(Regel.Typ.K),
                "",
                alt.script(),
                new Metadaten(
                        meta.beschreibung(),
                        "",
                        bezuege(meta.bezug()),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        zeitpunkt,
                        meta.fachlicherErsteller(),
                        List.of()));
    }

    private Metadaten metadaten(Object wirt, Metadaten alt, String version) {
        return new Metadaten(
                alt.beschreibung(),
                alt.definition(),
                bezuege(alt.bezug()),
                freigabestatus(wirt, alt, version),
                Optional.empty(),
                alt.freigabedatum(),
                alt.fachlicherErsteller(),
                alt.gueltigAb(),
                alt.gueltigBis(),
                alt.versionshinweis(),
                "",
                alt.veroeffentlichungsdatum(),
                zeitpunkt,
                "",
                List.of());
    }

    private Optional<Freigabestatus> freigabestatus(Object wirt, Metadaten alt, String version) {
        pflicht(wirt, alt.status(), Angabe.STATUS);
        return alt.status()
                .map(status -> status == Status.INAKTIV
                        ? Freigabestatus.INAKTIV
                        : version.isEmpty() || alt.freigabedatum().isEmpty()
                                ? Freigabestatus.IN_BEARBEITUNG
                                : Freigabestatus.FACHLICH_FREIGEGEBEN_GOLD);
    }

    private static List<Bezug> bezuege(List<Bezug> alle) {
        return alle.stream()
                .flatMap(b -> b.link().isEmpty()
                        ? Arrays.stream(b.text().split(";", -1))
                                .map(String::strip)
                                .filter(text -> !text.isEmpty())
                                .map(text -> new Bezug(text, ""))
                        : Stream.of(b))
                .toList();
    }

    private String kennung(Object wirt, String id) {
        var treffer = KENNUNG.matcher(id);
        if (!treffer.matches()) {
            melde(wirt, "Kennung " + Zeiger.kurz(id) + " hat nicht 8 Ziffern");
        }
        return treffer.replaceFirst(MIT_UNTERKREIS);
    }

    private String version(Object wirt, String version) {
        if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
            melde(wirt, "Version " + Zeiger.kurz(version) + " hat nicht zwei Zahlen");
        }
        return version.isEmpty() ? "" : version + ".0";
    }

    private void pflicht(Object wirt, Optional<?> wert, Angabe angabe) {
        pflicht(wirt, wert.isPresent() ? "da" : "", angabe.elementname);
    }

    private void pflicht(Object wirt, String wert, String name) {
        if (wert.isEmpty()) {
            melde(wirt, name + " fehlt");
        }
    }

    private void melde(Object wirt, String was) {
        XdfFehler code = XdfFehler.NICHT_UMWANDELBAR;
        probleme.add(Problem.fehler(
                code, gelesen.stellen().von(wirt), was + ": " + code.bedeutung() + " " + code.abhilfe()));
    }
}
