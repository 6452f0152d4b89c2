/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Nachrichtenkopf;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.XdfKopf;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one file: the message around the elements. Not thread-safe. */
public final class XdfLauf {

    private static final String XDF = "urn:xoev-de:fim:standard:xdatenfelder_";
    private static final Map<String, String> INHALT = Map.of(
            "xdatenfelder.dokumentsteckbrief.0101", "dokumentsteckbrief",
            "xdatenfelder.stammdatenschema.0102", "stammdatenschema",
            "xdatenfelder.datenfeldgruppe.0103", "datenfeldgruppe",
            "xdatenfelder.datenfeld.0104", "datenfeld",
            "xdatenfelder.codeliste.0105", "codeliste");
    private static final Set<String> KOPF = Set.of("nachrichtID", "erstellungszeitpunkt", "referenzID");

    private final Befunde befunde;
    private final Map<String, String> kopf = new HashMap<>();
    private String xdfVersion = "";
    private String wurzel = "";
    private @Nullable Elementleser elemente;
    private @Nullable Rohelement inhalt;
    private @Nullable Stammdatenschema schema;
    private @Nullable Element element;

    private XdfLauf(String datei) {
        befunde = new Befunde(datei);
    }

    /** See {@link de.kommunalsdk.xdatenfelder.XdfLeser#lies}. */
    public static XdfErgebnis lies(String datei, InputStream quelle, XmlGrenzen grenzen) {
        XdfLauf lauf = new XdfLauf(datei);
        @Nullable Zeiger zeiger = null;
        try {
            zeiger = new Zeiger(SecureXml.leser(quelle, grenzen), lauf.befunde);
            lauf.nachricht(zeiger);
        } catch (InvalidInput e) {
            lauf.befunde.abbruch(e.fehlercode(), zeiger == null ? new Ort(0, 0, Pfad.WURZEL) : zeiger.ort());
        } catch (Befunde.Genug e) {
            // the last problem says so
        }
        return lauf.ergebnis();
    }

    private void nachricht(Zeiger zeiger) {
        if (!zeiger.naechstesKind()) {
            return;
        }
        wurzel = zeiger.name();
        Ort ort = zeiger.ort();
        String namensraum = zeiger.namensraumHier();
        xdfVersion = namensraum.equals(XDF + "3.0.0")
                ? "3.0.0"
                : namensraum.equals(XDF + "2") ? "2.0" : namensraum.equals(XDF + "1") ? "1.0" : "";
        if (xdfVersion.equals("1.0")) {
            befunde.fehler(XdfFehler.XDF1, ort, "");
            return;
        }
        String inhaltsname = INHALT.get(wurzel);
        if (xdfVersion.isEmpty() || inhaltsname == null) {
            String was = xdfVersion.isEmpty() ? "Namensraum " + namensraum : "Wurzelelement " + wurzel;
            befunde.fehler(XdfFehler.NAMENSRAUM, ort, was.length() > 120 ? was.substring(0, 120) : was);
            return;
        }
        if (!inhaltsname.equals("stammdatenschema")) {
            befunde.falscheArt(XdfFehler.KEIN_STAMMDATENSCHEMA, ort, wurzel);
        }
        zeiger.namensraum(namensraum);
        Elementleser leser = new Elementleser(zeiger, befunde, xdfVersion.equals("2.0"));
        elemente = leser;
        kinder(zeiger, leser, inhaltsname);
        if (inhalt == null) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, ort, inhaltsname);
        }
        // what follows the root element must be read too: a second one makes the file no XML
        while (!zeiger.amDokumentende()) {
            zeiger.weiter();
        }
    }

    private void kinder(Zeiger zeiger, Elementleser leser, String inhaltsname) {
        while (zeiger.naechstesKind()) {
            if (!zeiger.imStandard()) {
                zeiger.unbekannt();
            } else if (zeiger.name().equals("header")) {
                header(zeiger);
            } else if (!zeiger.name().equals(inhaltsname)) {
                zeiger.unbekannt();
            } else if (inhalt != null) {
                befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.ort(), inhaltsname);
                zeiger.ueberspringe();
            } else {
                Rohelement roh = new Rohelement(zeiger.ort());
                inhalt = roh;
                inhalt(leser, inhaltsname, roh);
            }
        }
    }

    private void inhalt(Elementleser leser, String inhaltsname, Rohelement roh) {
        switch (inhaltsname) {
            case "stammdatenschema" -> schema = leser.schema(roh);
            case "datenfeldgruppe" -> element = leser.gruppe(roh);
            case "datenfeld" -> element = leser.feld(roh);
            default -> leser.fremd(roh);
        }
    }

    private void header(Zeiger zeiger) {
        while (zeiger.naechstesKind()) {
            String name = zeiger.name();
            if (zeiger.imStandard() && KOPF.contains(name)) {
                kopf.put(name, zeiger.text());
            } else {
                zeiger.unbekannt();
            }
        }
    }

    private XdfErgebnis ergebnis() {
        XdfKopf gelesen = new XdfKopf(
                xdfVersion,
                wurzel,
                new Nachrichtenkopf(
                        kopf.getOrDefault("nachrichtID", ""),
                        kopf.getOrDefault("erstellungszeitpunkt", ""),
                        kopf.getOrDefault("referenzID", "")),
                inhalt == null ? "" : inhalt.id,
                inhalt == null ? "" : inhalt.version,
                inhalt == null ? "" : inhalt.text(Angabe.NAME),
                elemente == null ? 0 : elemente.gruppen(),
                elemente == null ? 0 : elemente.felder(),
                elemente == null ? 0 : elemente.regeln(),
                elemente == null ? 0 : elemente.codelisten(),
                elemente == null ? 0 : elemente.relationen());
        boolean brauchbar = !befunde.unbrauchbar();
        return new XdfErgebnis(
                Optional.ofNullable(schema).filter(s -> brauchbar),
                Optional.ofNullable(element).filter(e -> brauchbar),
                gelesen,
                befunde.liste(),
                befunde.stellen());
    }
}
