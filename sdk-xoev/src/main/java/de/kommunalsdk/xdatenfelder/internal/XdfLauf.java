/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
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

    private final Befunde befunde = new Befunde();
    private final Map<String, String> kopf = new HashMap<>();
    private String xdfVersion = "";
    private String wurzel = "";
    private @Nullable Elementleser elemente;
    private @Nullable Rohelement inhalt;
    private @Nullable Stammdatenschema schema;

    private XdfLauf() {}

    /** See {@link de.kommunalsdk.xdatenfelder.XdfLeser#lies}. */
    public static XdfErgebnis lies(String datei, InputStream quelle, XmlGrenzen grenzen) {
        XdfLauf lauf = new XdfLauf();
        @Nullable Zeiger zeiger = null;
        try {
            zeiger = new Zeiger(datei, SecureXml.leser(quelle, grenzen), lauf.befunde);
            lauf.nachricht(zeiger);
        } catch (InvalidInput e) {
            lauf.befunde.fehler(e.fehlercode(), zeiger == null ? Fundstelle.in(datei) : zeiger.stelle(), "");
        }
        return lauf.ergebnis();
    }

    private void nachricht(Zeiger zeiger) {
        if (!zeiger.naechstesKind()) {
            return;
        }
        wurzel = zeiger.name();
        Fundstelle stelle = zeiger.stelle();
        String namensraum = zeiger.namensraumHier();
        xdfVersion = namensraum.equals(XDF + "3.0.0")
                ? "3.0.0"
                : namensraum.equals(XDF + "2") ? "2.0" : namensraum.equals(XDF + "1") ? "1.0" : "";
        if (xdfVersion.equals("1.0")) {
            befunde.fehler(XdfFehler.XDF1, stelle, "");
            return;
        }
        String inhaltsname = INHALT.get(wurzel);
        if (xdfVersion.isEmpty() || inhaltsname == null) {
            String was = xdfVersion.isEmpty() ? "Namensraum " + namensraum : "Wurzelelement " + wurzel;
            befunde.fehler(XdfFehler.NAMENSRAUM, stelle, was.length() > 120 ? was.substring(0, 120) : was);
            return;
        }
        if (!inhaltsname.equals("stammdatenschema")) {
            befunde.fehler(XdfFehler.KEIN_STAMMDATENSCHEMA, stelle, wurzel);
        }
        zeiger.namensraum(namensraum);
        Elementleser leser = new Elementleser(zeiger, befunde, xdfVersion.equals("2.0"));
        elemente = leser;
        kinder(zeiger, leser, inhaltsname);
        if (inhalt == null) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, stelle, inhaltsname);
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
                befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.stelle(), inhaltsname);
                zeiger.ueberspringe();
            } else {
                Rohelement roh = new Rohelement(zeiger.stelle());
                inhalt = roh;
                inhalt(leser, inhaltsname, roh);
            }
        }
    }

    private void inhalt(Elementleser leser, String inhaltsname, Rohelement roh) {
        switch (inhaltsname) {
            case "stammdatenschema" -> {
                leser.fuelle(roh, false);
                schema = leser.schema(roh);
            }
            case "datenfeldgruppe" -> leser.gruppe(roh);
            case "datenfeld" -> leser.feld(roh);
            default -> leser.fuelle(roh, true);
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
                kopf.getOrDefault("nachrichtID", ""),
                kopf.getOrDefault("erstellungszeitpunkt", ""),
                inhalt == null ? "" : inhalt.id,
                inhalt == null ? "" : inhalt.version,
                inhalt == null ? "" : inhalt.text("name"),
                elemente == null ? 0 : elemente.gruppen(),
                elemente == null ? 0 : elemente.felder(),
                elemente == null ? 0 : elemente.regeln(),
                elemente == null ? 0 : elemente.codelisten());
        return new XdfErgebnis(
                befunde.unbrauchbar() ? Optional.empty() : Optional.ofNullable(schema), gelesen, befunde.liste());
    }
}
