/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen;
import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen.InRepraesentation;
import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen.InStruktur;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Datentyp;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Datenfeld.Spalten;
import de.kommunalsdk.xdatenfelder.Datenfeld.Vorbefuellung;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element.Schemaelementart;
import de.kommunalsdk.xdatenfelder.Metadaten;
import de.kommunalsdk.xdatenfelder.Metadaten.Freigabestatus;
import de.kommunalsdk.xdatenfelder.Metadaten.Status;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.Optional;

/** Builds the model from raw elements and reports what an element must have and lacks. */
final class Elementbauer {

    private final Befunde befunde;
    private final Praezisierungen praezisierungen;
    private final boolean xdf2;

    Elementbauer(Befunde befunde, Praezisierungen praezisierungen, boolean xdf2) {
        this.befunde = befunde;
        this.praezisierungen = praezisierungen;
        this.xdf2 = xdf2;
    }

    Datenfeld feld(Rohelement roh) {
        pflicht(roh);
        Feldart feldart = codePflicht(roh, Angabe.FELDART, Feldart.class).orElse(Feldart.INPUT);
        Datentyp datentyp = codePflicht(roh, Angabe.DATENTYP, Datentyp.class).orElse(Datentyp.TEXT);
        return new Datenfeld(
                roh.id,
                roh.version,
                roh.text(Angabe.NAME),
                roh.text(Angabe.BEZEICHNUNG_EINGABE),
                roh.text(Angabe.BEZEICHNUNG_AUSGABE),
                roh.text(Angabe.HILFETEXT_EINGABE),
                roh.text(Angabe.HILFETEXT_AUSGABE),
                metadaten(roh),
                roh.code(Angabe.SCHEMAELEMENTART, Schemaelementart.class),
                feldart,
                datentyp,
                praezisierungen.baue(roh, datentyp),
                roh.text(Angabe.INHALT),
                roh.code(Angabe.VORBEFUELLUNG, Vorbefuellung.class),
                roh.werte,
                roh.codeliste,
                spalten(roh),
                maxSize(roh),
                roh.mediaTypes,
                roh.regeln);
    }

    private static Spalten spalten(Rohelement roh) {
        Spalten spalten = new Spalten(roh.text(Angabe.CODE_KEY), roh.text(Angabe.NAME_KEY), roh.text(Angabe.HELP_KEY));
        return spalten.equals(Spalten.KEINE) ? Spalten.KEINE : spalten;
    }

    private Optional<Long> maxSize(Rohelement roh) {
        String text = roh.text(Angabe.MAX_SIZE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            befunde.fehler(XdfFehler.WERT, roh.ort, "maxSize ist keine ganze Zahl");
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(text));
    }

    Datenfeldgruppe gruppe(Rohelement roh) {
        pflicht(roh);
        return new Datenfeldgruppe(
                roh.id,
                roh.version,
                roh.text(Angabe.NAME),
                roh.text(Angabe.BEZEICHNUNG_EINGABE),
                roh.text(Angabe.BEZEICHNUNG_AUSGABE),
                roh.text(Angabe.HILFETEXT_EINGABE),
                roh.text(Angabe.HILFETEXT_AUSGABE),
                metadaten(roh),
                roh.code(Angabe.SCHEMAELEMENTART, Schemaelementart.class),
                roh.code(Angabe.ART, Angabe.Gruppenart.class).isPresent(),
                roh.regeln,
                roh.struktur);
    }

    Regel regel(Rohelement roh) {
        return new Regel(
                roh.id,
                roh.version,
                roh.text(Angabe.NAME),
                roh.text(xdf2 ? Angabe.DEFINITION : Angabe.FREITEXT_REGEL),
                roh.code(Angabe.TYP, Regel.Typ.class),
                roh.text(Angabe.BEZEICHNUNG_EINGABE),
                roh.text(xdf2 ? Angabe.SCRIPT : Angabe.SKRIPT),
                metadaten(roh));
    }

    Stammdatenschema schema(Rohelement roh) {
        pflicht(roh);
        return new Stammdatenschema(
                xdf2 ? "2.0" : "3.0.0",
                roh.id,
                roh.version,
                roh.text(Angabe.NAME),
                roh.text(xdf2 ? Angabe.BEZEICHNUNG_EINGABE : Angabe.BEZEICHNUNG),
                roh.text(Angabe.HILFETEXT),
                metadaten(roh),
                new Ableitungsmodifikationen(
                        roh.code(Angabe.ABLEITUNGSMODIFIKATIONEN_STRUKTUR, InStruktur.class),
                        roh.code(Angabe.ABLEITUNGSMODIFIKATIONEN_REPRAESENTATION, InRepraesentation.class)),
                roh.dokumentsteckbrief,
                roh.regeln,
                roh.struktur);
    }

    private static Metadaten metadaten(Rohelement roh) {
        return new Metadaten(
                roh.text(Angabe.BESCHREIBUNG),
                roh.text(Angabe.DEFINITION),
                roh.bezug,
                roh.code(Angabe.FREIGABESTATUS, Freigabestatus.class),
                roh.code(Angabe.STATUS, Status.class),
                roh.text(Angabe.STATUS_GESETZT_AM),
                roh.text(Angabe.STATUS_GESETZT_DURCH),
                roh.text(Angabe.GUELTIG_AB),
                roh.text(Angabe.GUELTIG_BIS),
                roh.text(Angabe.VERSIONSHINWEIS),
                roh.text(Angabe.FREIGABEDATUM),
                roh.text(Angabe.VEROEFFENTLICHUNGSDATUM),
                roh.text(Angabe.LETZTE_AENDERUNG),
                roh.text(Angabe.FACHLICHER_ERSTELLER),
                roh.stichwort);
    }

    private void pflicht(Rohelement roh) {
        if (roh.text(Angabe.NAME).isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, roh.ort, Angabe.NAME.elementname);
        }
    }

    /** A code that is there but unknown has been reported at its place already. */
    private <E extends Enum<E>> Optional<E> codePflicht(Rohelement roh, Angabe angabe, Class<E> art) {
        if (!roh.hat(angabe)) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, roh.ort, angabe.elementname);
        }
        return roh.code(angabe, art);
    }
}
