/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.Codeliste.Spalte;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.GenericodeErgebnis;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One reading of one file: what stands around the rows. Not thread-safe. */
public final class GenericodeLauf {

    private static final String GENERICODE = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/";
    private static final Set<String> TEILE = Set.of("Identification", "ColumnSet", "SimpleCodeList");
    private static final List<String> KENNUNG = List.of("Version", "CanonicalUri", "CanonicalVersionUri");

    private final Meldungen meldungen = new Meldungen();
    private final Spaltenbild spalten = new Spaltenbild();
    private final Map<String, String> angaben = new TreeMap<>();
    private @Nullable Zeilenleser zeilen;

    private GenericodeLauf() {}

    /** See {@link GenericodeLeser#lies(String, InputStream, XmlGrenzen)}. */
    public static GenericodeErgebnis lies(String datei, InputStream quelle, XmlGrenzen grenzen) {
        GenericodeLauf lauf = new GenericodeLauf();
        Optional<Codeliste> liste = Optional.empty();
        @Nullable Lesestelle stelle = null;
        try {
            stelle = new Lesestelle(datei, SecureXml.leser(quelle, grenzen), GENERICODE);
            liste = lauf.liste(stelle);
        } catch (InvalidInput e) {
            Fundstelle ort = stelle == null ? Fundstelle.in(datei) : stelle.ort();
            lauf.meldungen.abbruch(e.fehlercode(), ort);
        }
        return new GenericodeErgebnis(
                lauf.meldungen.unbrauchbar() ? Optional.empty() : liste, lauf.kennung(), lauf.meldungen.liste());
    }

    private Optional<Listenkennung> kennung() {
        String urn = angaben.getOrDefault("CanonicalUri", "");
        return urn.isEmpty()
                ? Optional.empty()
                : Optional.of(new Listenkennung(urn, angaben.getOrDefault("Version", "")));
    }

    private Optional<Codeliste> liste(Lesestelle hier) {
        hier.naechstesKind();
        Fundstelle wurzel = hier.ort();
        if (!hier.imNamensraum() || !hier.name().equals("CodeList")) {
            meldungen.fehler(CodelisteFehler.KEINE_CODELISTE, wurzel, "Wurzelelement " + hier.name());
            return Optional.empty();
        }
        Optional<Schluessel> schluessel = Optional.empty();
        Set<String> gesehen = new HashSet<>();
        while (hier.naechstesKind()) {
            // columns come before rows, and each part once: a row is read by the columns known then
            if (TEILE.contains(hier.genericode())
                    && (!gesehen.add(hier.genericode()) || (hier.genericode().equals("ColumnSet") && zeilen != null))) {
                meldungen.fehler(CodelisteFehler.FALSCHE_STELLE, hier.ort(), hier.name());
                hier.ueberspringe();
                continue;
            }
            switch (hier.genericode()) {
                case "Identification" -> identifikation(hier);
                case "ColumnSet" -> {
                    Fundstelle ort = hier.ort();
                    spaltensatz(hier);
                    schluessel = spalten.code();
                    if (schluessel.isEmpty()) {
                        meldungen.fehler(CodelisteFehler.SCHLUESSEL_FEHLT, ort, "");
                    }
                }
                case "ColumnSetRef" -> extern(hier);
                case "SimpleCodeList" -> {
                    Zeilenleser leser = new Zeilenleser(hier, spalten, schluessel, meldungen);
                    leser.lies();
                    zeilen = leser;
                }
                default -> hier.ueberspringe();
            }
        }
        hier.bisDokumentende();
        if (spalten.spalten.isEmpty()) {
            meldungen.fehler(CodelisteFehler.PFLICHT_FEHLT, wurzel, "ColumnSet");
        }
        if (zeilen == null) {
            meldungen.fehler(CodelisteFehler.LEER, wurzel, "SimpleCodeList");
        }
        for (String name : KENNUNG.subList(0, 2)) {
            if (angaben.getOrDefault(name, "").isEmpty()) {
                meldungen.fehler(CodelisteFehler.PFLICHT_FEHLT, wurzel, "Identification/" + name);
            }
        }
        kennung().filter(k -> !brauchbar(k)).ifPresent(k -> meldungen.fehler(CodelisteFehler.KENNUNG, wurzel, k.urn()));
        if (meldungen.unbrauchbar() || zeilen == null || schluessel.isEmpty()) {
            return Optional.empty();
        }
        String code = schluessel.get().spalten().get(0);
        return Optional.of(new Codeliste(
                kennung().orElseThrow(),
                angaben.getOrDefault("ShortName", ""),
                angaben.getOrDefault("LongName", ""),
                spalten.fertig(),
                zeilen.zeilen(),
                code,
                spalten.name(code)));
    }

    private static boolean brauchbar(Listenkennung kennung) {
        return kennung.urn().length() <= Listenablage.MAX_URN
                && kennung.version().length() <= Listenablage.MAX_VERSION
                && kennung.versionUrn().chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    private void identifikation(Lesestelle hier) {
        while (hier.naechstesKind()) {
            String name = hier.genericode();
            if (KENNUNG.contains(name) || name.equals("ShortName") || name.equals("LongName")) {
                Fundstelle ort = hier.ort();
                // names may stand in several languages: the first counts
                angaben.putIfAbsent(name, hier.text());
                if (name.equals("CanonicalVersionUri")) {
                    vergleiche(ort);
                }
            } else {
                hier.ueberspringe();
            }
        }
    }

    private void vergleiche(Fundstelle ort) {
        String soll = kennung().map(Listenkennung::versionUrn).orElse("");
        String ist = angaben.getOrDefault("CanonicalVersionUri", "");
        if (!ist.equals(soll) && !ist.isEmpty()) {
            meldungen.warnung(CodelisteFehler.VERSION_URN, ort, ist);
        }
    }

    private void spaltensatz(Lesestelle hier) {
        while (hier.naechstesKind()) {
            switch (hier.genericode()) {
                // a column defined elsewhere has its id and use here, which is all that the rows need
                case "Column", "ColumnRef" -> spalte(hier);
                case "Key" -> schluessel(hier);
                case "KeyRef" -> extern(hier);
                default -> hier.ueberspringe();
            }
        }
        for (Schluessel k : spalten.schluessel) {
            for (String spalte : k.spalten()) {
                if (!spalten.plaetze.containsKey(spalte)) {
                    meldungen.fehler(CodelisteFehler.UNBEKANNTE_SPALTE, k.stelle(), "Key " + k.id() + ": " + spalte);
                }
            }
        }
    }

    private void extern(Lesestelle hier) {
        meldungen.warnung(CodelisteFehler.EXTERNER_VERWEIS, hier.ort(), hier.name());
        hier.ueberspringe();
    }

    private void spalte(Lesestelle hier) {
        Fundstelle ort = hier.ort();
        String id = hier.attribut("Id");
        boolean pflicht = hier.attribut("Use").equals("required");
        String kurzname = "";
        String langname = "";
        String sprache = "";
        while (hier.naechstesKind()) {
            switch (hier.genericode()) {
                case "ShortName" -> kurzname = hier.text();
                case "LongName" -> langname = hier.text();
                case "Data" -> {
                    sprache = hier.attribut("Lang");
                    hier.ueberspringe();
                }
                default -> hier.ueberspringe();
            }
        }
        if (id.isEmpty()) {
            meldungen.fehler(CodelisteFehler.PFLICHT_FEHLT, ort, "Column/@Id");
        } else if (spalten.spalten.size() >= GenericodeLeser.MAX_SPALTEN) {
            throw new InvalidInput(CodelisteFehler.ZU_VIELE_SPALTEN, "");
        } else if (!spalten.fuegeHinzu(
                new Spalte(id, langname.isEmpty() ? kurzname : langname, sprache, pflicht, false))) {
            meldungen.fehler(CodelisteFehler.SPALTE_DOPPELT, ort, id);
        }
    }

    private void schluessel(Lesestelle hier) {
        Fundstelle ort = hier.ort();
        String id = hier.attribut("Id");
        Set<String> merkmale = new HashSet<>();
        List<String> namen = new ArrayList<>();
        while (hier.naechstesKind()) {
            switch (hier.genericode()) {
                case "Annotation" -> merkmale(hier, merkmale);
                case "ColumnRef" -> {
                    namen.add(hier.attribut("Ref"));
                    hier.ueberspringe();
                }
                default -> hier.ueberspringe();
            }
        }
        spalten.schluessel.add(new Schluessel(id, merkmale, namen, ort));
    }

    private static void merkmale(Lesestelle hier, Set<String> merkmale) {
        while (hier.naechstesKind()) {
            if (hier.genericode().equals("AppInfo")) {
                while (hier.naechstesKind()) {
                    merkmale.add(hier.name());
                    hier.ueberspringe();
                }
            } else {
                hier.ueberspringe();
            }
        }
    }
}
