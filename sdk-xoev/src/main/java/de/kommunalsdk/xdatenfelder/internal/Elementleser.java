/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Bezug;
import de.kommunalsdk.xdatenfelder.Codiert;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Identifikation;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Stichwort;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads elements with their children in any order. */
final class Elementleser {

    private static final Pattern KENNUNG = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{0,40}");
    static final Pattern DATUM = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])([TZ+-].{0,30})?");

    private final Zeiger zeiger;
    private final Befunde befunde;
    private final boolean xdf2;
    private final Praezisierungen praezisierungen;
    private final Elementbauer bauer;
    private final Bestand<Datenfeld> felder;
    private final Bestand<Datenfeldgruppe> gruppen;
    private final Bestand<Regel> regeln;
    private final Listenleser listen;
    private int relationen;

    Elementleser(Zeiger zeiger, Befunde befunde, boolean xdf2) {
        this.zeiger = zeiger;
        this.befunde = befunde;
        this.xdf2 = xdf2;
        this.praezisierungen = new Praezisierungen(befunde);
        this.bauer = new Elementbauer(befunde, praezisierungen, xdf2);
        this.listen = new Listenleser(zeiger, befunde, xdf2);
        this.felder = new Bestand<>(befunde);
        this.gruppen = new Bestand<>(befunde);
        this.regeln = new Bestand<>(befunde);
    }

    int felder() {
        return felder.anzahl();
    }

    int gruppen() {
        return gruppen.anzahl();
    }

    int regeln() {
        return regeln.anzahl();
    }

    int relationen() {
        return relationen;
    }

    int codelisten() {
        return listen.codelisten();
    }

    /** Reads a field and stops at its end tag. */
    Datenfeld feld(Rohelement roh) {
        fuelle(roh, Wirt.FELD);
        return felder.uebernimm(roh, bauer.feld(roh));
    }

    /** Reads a group and stops at its end tag. */
    Datenfeldgruppe gruppe(Rohelement roh) {
        fuelle(roh, Wirt.GRUPPE);
        if (!roh.id.isEmpty() && !roh.untergruppen.add(roh.id)) {
            befunde.fehler(XdfFehler.ZIRKELBEZUG, roh.ort, Zeiger.kurz(roh.id));
        }
        return gruppen.uebernimm(roh, bauer.gruppe(roh));
    }

    /** Reads a schema and stops at its end tag. */
    Stammdatenschema schema(Rohelement roh) {
        fuelle(roh, Wirt.SCHEMA);
        Stammdatenschema schema = bauer.schema(roh);
        befunde.merke(schema, roh);
        return schema;
    }

    private Regel regel() {
        Rohelement roh = new Rohelement(zeiger.ort());
        fuelle(roh, Wirt.REGEL_SELBST);
        return regeln.uebernimm(roh, bauer.regel(roh));
    }

    /** Skims an element of which only identification and name are of interest, and stops at its end tag. */
    void fremd(Rohelement roh) {
        fuelle(roh, Wirt.FREMD);
    }

    /** Reads the children of the current element and stops at its end tag. */
    private void fuelle(Rohelement roh, Wirt wirt) {
        long erlaubt = wirt.erlaubt(xdf2);
        while (zeiger.naechstesKind()) {
            @Nullable Angabe angabe = zeiger.imStandard() ? Angabe.von(zeiger.name()) : null;
            if (angabe == null || (erlaubt & 1L << angabe.ordinal()) == 0) {
                if (wirt == Wirt.FREMD && zeiger.imStandard()) {
                    zeiger.ueberspringe();
                } else {
                    zeiger.unbekannt();
                }
            } else if (angabe.art == Angabe.Art.MEHRFACH) {
                weiteres(angabe, roh);
            } else if (!roh.merke(angabe)) {
                befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.ort(), "Element " + angabe.elementname);
                zeiger.ueberspringe();
            } else {
                switch (angabe.art) {
                    case TEXT -> roh.setze(angabe, zeiger.text());
                    case CODE -> code(angabe, roh);
                    case DATUM -> datum(angabe, roh);
                    default -> eigenes(angabe, roh);
                }
            }
        }
        if (!roh.id.isEmpty()) {
            zeiger.verlasse();
        } else if (wirt != Wirt.FREMD) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, roh.ort, "identifikation/id");
        }
    }

    private void weiteres(Angabe angabe, Rohelement roh) {
        switch (angabe) {
            case REGEL -> roh.regeln.add(regel());
            case STRUKTUR -> struktur(roh);
            case MEDIA_TYPE -> {
                String mediaType = zeiger.text();
                if (!mediaType.isEmpty()) {
                    roh.mediaTypes.add(mediaType);
                }
            }
            case BEZUG -> bezug(roh.bezug);
            case STICHWORT -> {
                String uri = zeiger.attribut("uri");
                String text = zeiger.text();
                if (!text.isEmpty() || !uri.isEmpty()) {
                    roh.stichwort.add(new Stichwort(text, uri));
                }
            }
            default -> {
                // relations are up to 97 % of a real file and nothing is built from them
                relationen++;
                zeiger.ueberspringe();
            }
        }
    }

    private void bezug(List<Bezug> alle) {
        String link = zeiger.attribut("link");
        String text = zeiger.text();
        if (!text.isEmpty() || !link.isEmpty()) {
            alle.add(new Bezug(text, link));
        }
    }

    private void eigenes(Angabe angabe, Rohelement roh) {
        switch (angabe) {
            case IDENTIFIKATION -> identifikation(roh);
            case DOKUMENTSTECKBRIEF ->
                roh.dokumentsteckbrief = Optional.of(listen.kennung()).filter(k -> !k.id().isEmpty());
            case WERTE -> listen.werte(roh);
            case CODELISTE_REFERENZ -> listen.codeliste(roh);
            case PRAEZISIERUNG -> praezisierung(roh);
            default -> throw new IllegalStateException(angabe.elementname);
        }
    }

    private void identifikation(Rohelement roh) {
        Ort ort = zeiger.ort();
        Identifikation kennung = listen.kennung();
        roh.id = kennung.id();
        roh.version = kennung.version();
        if (roh.id.isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, ort, "identifikation/id");
        } else {
            if (!KENNUNG.matcher(roh.id).matches()
                    || !VERSION.matcher(roh.version).matches()) {
                // ids become names of elements in the instance
                befunde.fehler(XdfFehler.WERT, ort, "identifikation " + Zeiger.kurz(roh.id));
            }
            zeiger.betrete(roh.id);
        }
    }

    /** A coded element: its child {@code code} is in no namespace (XOEV code type). */
    private void code(Angabe angabe, Rohelement roh) {
        Ort ort = zeiger.ort();
        String code = "";
        while (zeiger.naechstesKind()) {
            boolean ohneNamensraum = zeiger.namensraumHier().isEmpty();
            if (ohneNamensraum && zeiger.name().equals("code")) {
                code = zeiger.text();
            } else if (ohneNamensraum && zeiger.name().equals("name")) {
                zeiger.ueberspringe();
            } else {
                zeiger.unbekannt();
            }
        }
        @Nullable Codiert wert = angabe.codes.get(code);
        if (wert != null) {
            roh.setze(angabe, wert);
        } else if (code.isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, ort, angabe.elementname + "/code");
        } else {
            befunde.fehler(XdfFehler.UNBEKANNTER_CODE, ort, angabe.elementname + " " + Zeiger.kurz(code));
        }
    }

    private void datum(Angabe angabe, Rohelement roh) {
        Ort ort = zeiger.ort();
        String text = zeiger.text();
        if (text.isEmpty()) {
            return;
        }
        if (DATUM.matcher(text).matches()) {
            roh.setze(angabe, text);
        } else {
            befunde.warnung(XdfFehler.WERT, ort, angabe.elementname + " ist kein Datum");
        }
    }

    private void praezisierung(Rohelement roh) {
        if (xdf2) {
            praezisierungen.liesJson(zeiger.text(), roh);
            return;
        }
        zeiger.attribute(roh.praezisierung);
        zeiger.text();
    }

    private void struktur(Rohelement eltern) {
        Ort ort = zeiger.ort();
        @Nullable Anzahl anzahl = null;
        boolean anzahlGesehen = false;
        List<Element> kinder = new ArrayList<>();
        List<Bezug> bezug = new ArrayList<>(1);
        while (zeiger.naechstesKind()) {
            switch (zeiger.name()) {
                case "anzahl" -> {
                    if (anzahlGesehen) {
                        befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.ort(), "anzahl");
                        zeiger.ueberspringe();
                    } else {
                        anzahl = anzahl();
                        anzahlGesehen = true;
                    }
                }
                case "bezug" -> bezug(bezug);
                case "enthaelt" -> enthaelt(kinder, eltern);
                default -> zeiger.unbekannt();
            }
        }
        if (!anzahlGesehen) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, ort, "struktur/anzahl");
        }
        if (kinder.size() != 1) {
            befunde.fehler(
                    kinder.isEmpty() ? XdfFehler.PFLICHT_FEHLT : XdfFehler.DOPPELTE_ANGABE, ort, "struktur/enthaelt");
        } else if (anzahl != null) {
            String id = kinder.get(0).id();
            if (!id.isEmpty() && !eltern.kinder.add(id)) {
                befunde.fehler(XdfFehler.MEHRDEUTIG, ort, Zeiger.kurz(id));
            }
            eltern.strukturorte.add(ort);
            eltern.struktur.add(new Struktur(anzahl, bezug, kinder.get(0)));
        }
    }

    private @Nullable Anzahl anzahl() {
        Ort ort = zeiger.ort();
        String text = zeiger.text();
        try {
            return Anzahl.lies(text);
        } catch (IllegalArgumentException e) {
            befunde.fehler(XdfFehler.ANZAHL, ort, "Anzahl " + Zeiger.kurz(text));
            return null;
        }
    }

    private void enthaelt(List<Element> kinder, Rohelement eltern) {
        while (zeiger.naechstesKind()) {
            Rohelement roh = new Rohelement(zeiger.ort());
            switch (zeiger.imStandard() ? zeiger.name() : "") {
                case "datenfeld" -> kinder.add(feld(roh));
                case "datenfeldgruppe" -> {
                    kinder.add(gruppe(roh));
                    eltern.untergruppen.addAll(roh.untergruppen);
                }
                default -> zeiger.unbekannt();
            }
        }
    }
}
