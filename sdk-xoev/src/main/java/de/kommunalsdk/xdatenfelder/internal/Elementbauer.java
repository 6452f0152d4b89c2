/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Datentyp;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.Locale;
import java.util.Optional;

/** Builds the model from raw elements and reports what an element must have and lacks. */
final class Elementbauer {

    private final Befunde befunde;
    private final Praezisierungen praezisierungen;

    Elementbauer(Befunde befunde, Praezisierungen praezisierungen) {
        this.befunde = befunde;
        this.praezisierungen = praezisierungen;
    }

    Datenfeld feld(Rohelement roh) {
        pflicht(roh, "name");
        codePflicht(roh, "feldart");
        codePflicht(roh, "datentyp");
        Datentyp datentyp = roh.texte.containsKey("datentyp")
                ? Datentyp.valueOf(roh.text("datentyp").toUpperCase(Locale.ROOT))
                : Datentyp.TEXT;
        Feldart feldart = roh.texte.containsKey("feldart")
                ? Feldart.valueOf(roh.text("feldart").toUpperCase(Locale.ROOT))
                : Feldart.INPUT;
        return new Datenfeld(
                roh.id,
                roh.version,
                roh.text("name"),
                roh.text("bezeichnungEingabe"),
                roh.text("bezeichnungAusgabe"),
                roh.text("hilfetextEingabe"),
                roh.text("hilfetextAusgabe"),
                roh.text("definition"),
                feldart,
                datentyp,
                praezisierungen.baue(roh, datentyp),
                roh.text("inhalt"),
                roh.werte,
                roh.codeliste,
                maxSize(roh),
                roh.mediaTypes,
                roh.regeln);
    }

    private Optional<Long> maxSize(Rohelement roh) {
        String text = roh.text("maxSize");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            befunde.fehler(XdfFehler.WERT, roh.stelle, "maxSize ist keine ganze Zahl");
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(text));
    }

    Datenfeldgruppe gruppe(Rohelement roh) {
        pflicht(roh, "name");
        return new Datenfeldgruppe(
                roh.id,
                roh.version,
                roh.text("name"),
                roh.text("bezeichnungEingabe"),
                roh.text("bezeichnungAusgabe"),
                roh.text("hilfetextEingabe"),
                roh.text("hilfetextAusgabe"),
                roh.text("art").equals("X"),
                roh.regeln,
                roh.struktur);
    }

    Regel regel(Rohelement roh, boolean xdf2) {
        return new Regel(
                roh.id,
                roh.version,
                roh.text("name"),
                roh.text(xdf2 ? "definition" : "freitextRegel"),
                roh.text("typ"));
    }

    Stammdatenschema schema(Rohelement roh, boolean xdf2) {
        pflicht(roh, "name");
        return new Stammdatenschema(
                xdf2 ? "2.0" : "3.0.0",
                roh.id,
                roh.version,
                roh.text("name"),
                roh.text(xdf2 ? "bezeichnungEingabe" : "bezeichnung"),
                roh.text(xdf2 ? "hilfetextEingabe" : "hilfetext"),
                roh.regeln,
                roh.struktur);
    }

    private void pflicht(Rohelement roh, String name) {
        if (roh.text(name).isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, roh.stelle, name);
        }
    }

    /** A code that is there but unknown has been reported at its place already. */
    private void codePflicht(Rohelement roh, String name) {
        if (!roh.gesehen.contains(name)) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, roh.stelle, name);
        }
    }
}
