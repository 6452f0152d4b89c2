/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private final Set<String> codelisten = new HashSet<>();

    Elementleser(Zeiger zeiger, Befunde befunde, boolean xdf2) {
        this.zeiger = zeiger;
        this.befunde = befunde;
        this.xdf2 = xdf2;
        this.praezisierungen = new Praezisierungen(befunde);
        this.bauer = new Elementbauer(befunde, praezisierungen);
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
        return codelisten.size();
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
            case "werte" -> werte(roh);
            case "codelisteReferenz" -> codeliste(roh);
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
        String[] kennung = kennung();
        roh.id = kennung[0];
        roh.version = kennung[1];
        if (roh.id.isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, "identifikation/id");
        } else {
            zeiger.betrete(roh.id);
        }
    }

    /** Reads id and version of an identification. */
    private String[] kennung() {
        String[] kennung = {"", ""};
        boolean[] gesehen = {false, false};
        while (zeiger.naechstesKind()) {
            int i = zeiger.imStandard() ? List.of("id", "version").indexOf(zeiger.name()) : -1;
            if (i < 0) {
                zeiger.unbekannt();
            } else if (gesehen[i]) {
                befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.stelle(), "identifikation/" + zeiger.name());
                zeiger.ueberspringe();
            } else {
                gesehen[i] = true;
                kennung[i] = zeiger.text();
            }
        }
        return kennung;
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

    private void werte(Rohelement roh) {
        while (zeiger.naechstesKind()) {
            if (!zeiger.imStandard() || !zeiger.name().equals("wert")) {
                zeiger.unbekannt();
                continue;
            }
            Fundstelle stelle = zeiger.stelle();
            String code = "";
            String name = "";
            String hilfe = "";
            while (zeiger.naechstesKind()) {
                switch (zeiger.name()) {
                    case "code" -> code = zeiger.text();
                    case "name" -> name = zeiger.text();
                    case "hilfe" -> hilfe = zeiger.text();
                    default -> zeiger.unbekannt();
                }
            }
            if (code.isEmpty()) {
                befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, "wert/code");
            } else {
                roh.werte.add(new Datenfeld.Wert(code, name, hilfe));
            }
        }
    }

    private void codeliste(Rohelement roh) {
        Fundstelle stelle = zeiger.stelle();
        String[] liste = {"", "", ""};
        String[] kennung = {"", ""};
        while (zeiger.naechstesKind()) {
            switch (zeiger.name()) {
                case "identifikation" -> kennung = kennung();
                case "genericodeIdentification" -> {
                    while (zeiger.naechstesKind()) {
                        genericode(liste);
                    }
                }
                default -> genericode(liste);
            }
        }
        if (liste[0].isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, "codelisteReferenz/canonicalIdentification");
            return;
        }
        // XDF2 identifies a code list by its own id, XDF3 by its URN
        codelisten.add(
                kennung[0].isEmpty()
                        ? liste[0] + "|" + (liste[1].isEmpty() ? liste[2] : liste[1])
                        : kennung[0] + "|" + kennung[1]);
        roh.codeliste = Optional.of(new CodelisteReferenz(liste[0], liste[1], liste[2]));
    }

    private void genericode(String[] liste) {
        switch (zeiger.name()) {
            case "canonicalIdentification" -> liste[0] = zeiger.text();
            case "version" -> liste[1] = zeiger.text();
            case "canonicalVersionUri" -> liste[2] = zeiger.text();
            default -> zeiger.unbekannt();
        }
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
