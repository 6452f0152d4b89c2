/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.Wert;
import de.kommunalsdk.xfall.Wertart;
import de.kommunalsdk.xfall.XfallFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders values by the schema, drops what is empty, refuses what the schema does not have. */
public final class Instanzbauer {

    private Instanzbauer() {}

    /** The instance of the whole schema. */
    public static Instanz.Gruppe baue(Stammdatenschema schema, Gruppenwert werte) {
        List<Instanz.Eintrag> inhalt = inhalt(schema.struktur(), false, werte, "/" + schema.id());
        return new Instanz.Gruppe(mitLeerenPflichtgruppen(schema.struktur(), false, inhalt));
    }

    private static List<Instanz.Eintrag> inhalt(
            List<Struktur> struktur, boolean auswahl, Gruppenwert werte, String pfad) {
        Set<String> ids = new HashSet<>();
        List<Instanz.Eintrag> eintraege = new ArrayList<>();
        for (Struktur teil : struktur) {
            String id = teil.element().id();
            List<Wert> gegeben = werte.kinder().getOrDefault(id, List.of());
            boolean neu = ids.add(id);
            if (gegeben.isEmpty()) {
                continue;
            }
            if (!neu) {
                throw abgelehnt(XfallFehler.MEHRDEUTIG, pfad, id);
            }
            List<Instanz> geschrieben = werte(teil, gegeben, pfad + "/" + id);
            if (!geschrieben.isEmpty()) {
                eintraege.add(new Instanz.Eintrag(
                        Namensgebung.name(teil.element()), teil.anzahl().mehrfach(), geschrieben));
            }
        }
        for (String id : werte.kinder().keySet()) {
            if (!ids.contains(id)) {
                throw abgelehnt(XfallFehler.UNBEKANNTES_ELEMENT, pfad, id);
            }
        }
        if (auswahl && eintraege.size() > 1) {
            throw abgelehnt(XfallFehler.AUSWAHL, pfad, "");
        }
        return eintraege;
    }

    private static List<Instanz> werte(Struktur teil, List<Wert> gegeben, String pfad) {
        List<Instanz> geschrieben = new ArrayList<>();
        for (Wert wert : gegeben) {
            if (teil.element() instanceof Datenfeldgruppe gruppe) {
                if (!(wert instanceof Gruppenwert gruppenwert)) {
                    throw abgelehnt(XfallFehler.FALSCHE_ART, pfad, "");
                }
                List<Instanz.Eintrag> inhalt = inhalt(gruppe.struktur(), gruppe.auswahlgruppe(), gruppenwert, pfad);
                if (!inhalt.isEmpty()) {
                    geschrieben.add(new Instanz.Gruppe(
                            mitLeerenPflichtgruppen(gruppe.struktur(), gruppe.auswahlgruppe(), inhalt)));
                }
            } else if (teil.element() instanceof Datenfeld feld) {
                String text = text(feld, wert, pfad);
                if (!text.isEmpty() && feld.feldart() != Datenfeld.Feldart.LABEL) {
                    geschrieben.add(new Instanz.Text(Wertart.von(feld), text));
                }
            }
        }
        if (geschrieben.size() > teil.anzahl().max()) {
            throw abgelehnt(XfallFehler.ZU_VIELE_WERTE, pfad, "");
        }
        return geschrieben;
    }

    private static String text(Datenfeld feld, Wert wert, String pfad) {
        Wertart art = Wertart.von(feld);
        String text;
        if (wert instanceof Anlagewert anlage && art == Wertart.ANLAGE) {
            text = anlage.dateiname();
        } else if (wert instanceof Feldwert feldwert && art != Wertart.ANLAGE) {
            text = feldwert.text();
        } else {
            throw abgelehnt(XfallFehler.FALSCHE_ART, pfad, "");
        }
        if (!SecureXml.istText(text)) {
            throw abgelehnt(XfallFehler.VERBOTENES_ZEICHEN, pfad, "");
        }
        if (text.isEmpty()) {
            return text;
        }
        String kanonisch = art.kanonisch(text).orElseThrow(() -> abgelehnt(XfallFehler.FALSCHE_FORM, pfad, ""));
        return art == Wertart.TEXT || art == Wertart.CODE || art == Wertart.ANLAGE
                ? mitErlaubtenZeichen(feld, kanonisch, pfad)
                : kanonisch;
    }

    /** The text in NFC, if DIN 91379 allows all of it. */
    private static String mitErlaubtenZeichen(Datenfeld feld, String text, String pfad) {
        Din91379 din = Din91379.fuer(feld.datentyp().zeichensatz());
        String normal = din.normalisiere(text);
        Zeichenpruefung pruefung = din.pruefe(normal);
        if (!pruefung.ok()) {
            throw abgelehnt(
                    XfallFehler.NICHT_DIN_91379, pfad, pruefung.befunde().get(0).toString());
        }
        return normal;
    }

    /**
     * Adds groups that the schema demands although nothing in them is demanded (contact data, for example): without
     * them a schema check of the receiver fails. A demanded group in which something is demanded stays away when it has
     * no value: no instance of it would be right.
     */
    private static List<Instanz.Eintrag> mitLeerenPflichtgruppen(
            List<Struktur> struktur, boolean auswahl, List<Instanz.Eintrag> inhalt) {
        Map<String, Instanz.Eintrag> vorhanden = new HashMap<>();
        inhalt.forEach(e -> vorhanden.put(e.name(), e));
        List<Instanz.Eintrag> alle = new ArrayList<>();
        for (Struktur teil : struktur) {
            Instanz.Eintrag eintrag = vorhanden.remove(teil.element().id());
            if (eintrag != null) {
                alle.add(eintrag);
            } else if (!auswahl
                    && teil.anzahl().min() == 1
                    && teil.element() instanceof Datenfeldgruppe gruppe
                    && darfLeerSein(gruppe)) {
                Instanz leer = new Instanz.Gruppe(mitLeerenPflichtgruppen(gruppe.struktur(), false, List.of()));
                alle.add(new Instanz.Eintrag(
                        Namensgebung.name(gruppe), teil.anzahl().mehrfach(), List.of(leer)));
            }
        }
        return alle;
    }

    private static boolean darfLeerSein(Datenfeldgruppe gruppe) {
        return !gruppe.auswahlgruppe()
                && gruppe.struktur().stream()
                        .allMatch(teil -> !teil.anzahl().pflicht()
                                || istLabel(teil)
                                || (teil.element() instanceof Datenfeldgruppe kind
                                        && teil.anzahl().min() == 1
                                        && darfLeerSein(kind)));
    }

    private static boolean istLabel(Struktur teil) {
        return teil.element() instanceof Datenfeld feld && feld.feldart() == Datenfeld.Feldart.LABEL;
    }

    private static InvalidInput abgelehnt(XfallFehler fehler, String pfad, String id) {
        String stelle = id.isEmpty() ? pfad : pfad + "/" + id;
        return new InvalidInput(
                fehler, stelle.length() <= 200 ? stelle : "..." + stelle.substring(stelle.length() - 197));
    }
}
