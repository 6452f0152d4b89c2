/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads elements with their children in any order. */
final class Elementleser {

    private final Zeiger zeiger;
    private final Befunde befunde;
    private final boolean xdf2;
    private final Praezisierungen praezisierungen;
    private final Elementbauer bauer;
    private final Bestand<Datenfeld> felder;
    private final Bestand<Datenfeldgruppe> gruppen;
    private final Bestand<Regel> regeln;
    private final Listenleser listen;

    Elementleser(Zeiger zeiger, Befunde befunde, boolean xdf2) {
        this.zeiger = zeiger;
        this.befunde = befunde;
        this.xdf2 = xdf2;
        this.praezisierungen = new Praezisierungen(befunde);
        this.bauer = new Elementbauer(befunde, praezisierungen);
        this.listen = new Listenleser(zeiger, befunde);
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

    int codelisten() {
        return listen.codelisten();
    }

    /** Reads a field and stops at its end tag. */
    Datenfeld feld(Rohelement roh) {
        fuelle(roh, false);
        return felder.uebernimm(roh, bauer.feld(roh));
    }

    /** Reads a group and stops at its end tag. */
    Datenfeldgruppe gruppe(Rohelement roh) {
        fuelle(roh, false);
        if (!roh.id.isEmpty() && !roh.untergruppen.add(roh.id)) {
            befunde.fehler(XdfFehler.ZIRKELBEZUG, roh.stelle, Zeiger.kurz(roh.id));
        }
        return gruppen.uebernimm(roh, bauer.gruppe(roh));
    }

    /** Builds the schema from its children. */
    Stammdatenschema schema(Rohelement roh) {
        return bauer.schema(roh, xdf2);
    }

    private Regel regel() {
        Rohelement roh = new Rohelement(zeiger.stelle());
        fuelle(roh, false);
        return regeln.uebernimm(roh, bauer.regel(roh, xdf2));
    }

    /**
     * Reads the children of the current element and stops at its end tag.
     *
     * @param fremd whether children that are not known here are passed over in silence
     */
    void fuelle(Rohelement roh, boolean fremd) {
        while (zeiger.naechstesKind()) {
            if (!zeiger.imStandard()) {
                zeiger.unbekannt();
                continue;
            }
            String name = zeiger.name();
            switch (name) {
                case "regel" -> roh.regeln.add(regel());
                case "struktur" -> struktur(roh);
                case "mediaType" -> roh.mediaTypes.add(zeiger.text());
                default -> {
                    if (Angaben.UEBERGANGEN.contains(name)) {
                        zeiger.ueberspringe();
                    } else if (!roh.gesehen.add(name)) {
                        befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.stelle(), "Element " + Zeiger.kurz(name));
                        zeiger.ueberspringe();
                    } else {
                        einzelne(name, roh, fremd);
                    }
                }
            }
        }
        if (!roh.id.isEmpty()) {
            zeiger.verlasse(roh.id);
        } else if (!fremd) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, roh.stelle, "identifikation/id");
        }
    }

    private void einzelne(String name, Rohelement roh, boolean fremd) {
        switch (name) {
            case "identifikation" -> identifikation(roh);
            case "werte" -> listen.werte(roh);
            case "codelisteReferenz" -> listen.codeliste(roh);
            case "praezisierung" -> praezisierung(roh);
            default -> {
                if (Angaben.TEXTE.contains(name)) {
                    roh.texte.put(name, zeiger.text());
                } else if (Angaben.CODES.containsKey(name)) {
                    code(name, roh);
                } else if (Angaben.DATEN.contains(name)) {
                    datum(name);
                } else if (fremd || Angaben.EINMAL_UEBERGANGEN.contains(name)) {
                    zeiger.ueberspringe();
                } else {
                    zeiger.unbekannt();
                }
            }
        }
    }

    private void identifikation(Rohelement roh) {
        Fundstelle stelle = zeiger.stelle();
        String[] kennung = listen.kennung();
        roh.id = kennung[0];
        roh.version = kennung[1];
        if (roh.id.isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, "identifikation/id");
        } else {
            if (!roh.id.matches("[A-Za-z][A-Za-z0-9]{0,39}") || !roh.version.matches("[A-Za-z0-9._-]{0,40}")) {
                // ids become names of elements in the instance
                befunde.fehler(XdfFehler.WERT, stelle, "identifikation " + Zeiger.kurz(roh.id));
            }
            zeiger.betrete(roh.id);
        }
    }

    /** A coded element: its child {@code code} is in no namespace (XOEV code type). */
    private void code(String name, Rohelement roh) {
        Fundstelle stelle = zeiger.stelle();
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
        if (code.isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, name + "/code");
        } else if (!Angaben.CODES.getOrDefault(name, Set.of()).contains(code)) {
            befunde.fehler(XdfFehler.UNBEKANNTER_CODE, stelle, name + " " + Zeiger.kurz(code));
        } else {
            roh.texte.put(name, code);
        }
    }

    private void datum(String name) {
        Fundstelle stelle = zeiger.stelle();
        String text = zeiger.text();
        if (!text.isEmpty() && !text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])([TZ+-].{0,30})?")) {
            befunde.warnung(XdfFehler.WERT, stelle, name + " ist kein Datum");
        }
    }

    private void praezisierung(Rohelement roh) {
        if (xdf2) {
            praezisierungen.liesJson(zeiger.text(), roh);
            return;
        }
        for (int i = 0; i < zeiger.leser().getAttributeCount(); i++) {
            String namensraum = zeiger.leser().getAttributeNamespace(i);
            if (namensraum == null || namensraum.isEmpty()) {
                roh.praezisierung.put(
                        zeiger.leser().getAttributeLocalName(i), zeiger.leser().getAttributeValue(i));
            }
        }
        zeiger.text();
    }

    private void struktur(Rohelement eltern) {
        Fundstelle stelle = zeiger.stelle();
        @Nullable Anzahl anzahl = null;
        boolean anzahlGesehen = false;
        List<Element> kinder = new ArrayList<>();
        List<String> bezug = new ArrayList<>();
        while (zeiger.naechstesKind()) {
            switch (zeiger.name()) {
                case "anzahl" -> {
                    if (anzahlGesehen) {
                        befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.stelle(), "anzahl");
                        zeiger.ueberspringe();
                    } else {
                        anzahl = anzahl();
                        anzahlGesehen = true;
                    }
                }
                case "bezug" -> {
                    String text = zeiger.text();
                    if (!text.isEmpty()) {
                        bezug.add(text);
                    }
                }
                case "enthaelt" -> enthaelt(kinder, eltern);
                default -> zeiger.unbekannt();
            }
        }
        if (!anzahlGesehen) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, "struktur/anzahl");
        }
        if (kinder.size() != 1) {
            befunde.fehler(
                    kinder.isEmpty() ? XdfFehler.PFLICHT_FEHLT : XdfFehler.DOPPELTE_ANGABE,
                    stelle,
                    "struktur/enthaelt");
        } else if (anzahl != null) {
            String id = kinder.get(0).id();
            if (!id.isEmpty() && !eltern.kinder.add(id)) {
                befunde.fehler(XdfFehler.MEHRDEUTIG, stelle, Zeiger.kurz(id));
            }
            eltern.struktur.add(new Struktur(anzahl, bezug, kinder.get(0)));
        }
    }

    private @Nullable Anzahl anzahl() {
        Fundstelle stelle = zeiger.stelle();
        String text = zeiger.text();
        try {
            return Anzahl.lies(text);
        } catch (IllegalArgumentException e) {
            befunde.fehler(XdfFehler.ANZAHL, stelle, "Anzahl " + Zeiger.kurz(text));
            return null;
        }
    }

    private void enthaelt(List<Element> kinder, Rohelement eltern) {
        while (zeiger.naechstesKind()) {
            Rohelement roh = new Rohelement(zeiger.stelle());
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
