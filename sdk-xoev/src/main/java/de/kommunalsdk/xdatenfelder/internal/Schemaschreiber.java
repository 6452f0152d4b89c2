/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.Bezug;
import de.kommunalsdk.xdatenfelder.Codiert;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Metadaten;
import de.kommunalsdk.xdatenfelder.Nachrichtenkopf;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Stichwort;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes a schema in the order of the standard. */
public final class Schemaschreiber {

    private static final String LISTE = "urn:xoev-de:fim:codeliste:xdatenfelder.";

    private final Einrueckung xml;

    private Schemaschreiber(Einrueckung xml) {
        this.xml = xml;
    }

    /** See {@link de.kommunalsdk.xdatenfelder.XdfSchreiber#schreibe}. */
    public static void schreibe(Stammdatenschema schema, Nachrichtenkopf kopf, OutputStream ziel) {
        if (!schema.xdfVersion().equals("3.0.0")) {
            throw new InvalidInput(XdfFehler.NICHT_3_0_0, schema.kennung());
        }
        try {
            new Schemaschreiber(new Einrueckung(SecureXml.schreiber(ziel))).nachricht(schema, kopf);
        } catch (XMLStreamException e) {
            throw new ServiceUnavailable(XmlFehler.SCHREIBFEHLER, "", e);
        }
    }

    private void nachricht(Stammdatenschema schema, Nachrichtenkopf kopf) throws XMLStreamException {
        xml.wurzel("xdatenfelder.stammdatenschema.0102");
        xml.auf("header");
        xml.text("nachrichtID", kopf.nachrichtId());
        xml.text("erstellungszeitpunkt", kopf.erstellungszeitpunkt());
        xml.text("referenzID", kopf.referenzId());
        xml.zu();
        xml.auf("stammdatenschema");
        allgemein(schema.id(), schema.version(), schema.name(), schema.metadaten());
        xml.text("bezeichnung", schema.bezeichnung());
        xml.text("hilfetext", schema.hilfetext());
        code(
                "ableitungsmodifikationenStruktur",
                schema.ableitungsmodifikationen().struktur(),
                "1.0");
        code(
                "ableitungsmodifikationenRepraesentation",
                schema.ableitungsmodifikationen().repraesentation(),
                "1.0");
        if (schema.dokumentsteckbrief().isPresent()) {
            kennung(
                    "dokumentsteckbrief",
                    schema.dokumentsteckbrief().get().id(),
                    schema.dokumentsteckbrief().get().version());
        }
        inhalt(schema.regeln(), schema.struktur());
        xml.zu();
        xml.ende();
    }

    private void inhalt(List<Regel> regeln, List<Struktur> struktur) throws XMLStreamException {
        for (Regel regel : regeln) {
            regel(regel);
        }
        for (Struktur teil : struktur) {
            xml.auf("struktur");
            xml.text("anzahl", teil.anzahl().toString());
            bezuege(teil.bezug());
            xml.auf("enthaelt");
            if (teil.element() instanceof Datenfeldgruppe gruppe) {
                gruppe(gruppe);
            } else if (teil.element() instanceof Datenfeld feld) {
                feld(feld);
            }
            xml.zu();
            xml.zu();
        }
    }

    private void allgemein(String id, String version, String name, Metadaten meta) throws XMLStreamException {
        kennung("identifikation", id, version);
        xml.text("name", name);
        xml.text("beschreibung", meta.beschreibung());
        xml.text("definition", meta.definition());
        bezuege(meta.bezug());
        xml.code("freigabestatus", meta.freigabestatus(), "urn:xoev-de:xprozess:codeliste:status", "2022-07-12");
        xml.text("statusGesetztAm", meta.statusGesetztAm());
        xml.text("statusGesetztDurch", meta.statusGesetztDurch());
        xml.text("gueltigAb", meta.gueltigAb());
        xml.text("gueltigBis", meta.gueltigBis());
        xml.text("versionshinweis", meta.versionshinweis());
        xml.text("veroeffentlichungsdatum", meta.veroeffentlichungsdatum());
        xml.text("letzteAenderung", meta.letzteAenderung());
        stichworte(meta.stichwort());
    }

    private void element(Element element) throws XMLStreamException {
        allgemein(element.id(), element.version(), element.name(), element.metadaten());
        xml.text("bezeichnungEingabe", element.bezeichnungEingabe());
        xml.text("bezeichnungAusgabe", element.bezeichnungAusgabe());
        code("schemaelementart", element.schemaelementart(), "1.0");
    }

    private void hilfetexte(Element element) throws XMLStreamException {
        xml.text("hilfetextEingabe", element.hilfetextEingabe());
        xml.text("hilfetextAusgabe", element.hilfetextAusgabe());
    }

    private void gruppe(Datenfeldgruppe gruppe) throws XMLStreamException {
        xml.auf("datenfeldgruppe");
        element(gruppe);
        if (gruppe.auswahlgruppe()) {
            xml.code(
                    "art", Optional.of(Angabe.Gruppenart.X), "urn:xoev-de:fim:codeliste:datenfelder.gruppenart", "1.0");
        }
        hilfetexte(gruppe);
        inhalt(gruppe.regeln(), gruppe.struktur());
        xml.zu();
    }

    private void feld(Datenfeld feld) throws XMLStreamException {
        xml.auf("datenfeld");
        element(feld);
        hilfetexte(feld);
        code("feldart", Optional.of(feld.feldart()), "2.0");
        code("datentyp", Optional.of(feld.datentyp()), "2.0");
        if (!feld.praezisierung().equals(Praezisierung.KEINE)) {
            xml.attribute("praezisierung", grenzen(feld.praezisierung()));
        }
        xml.text("inhalt", feld.inhalt());
        code("vorbefuellung", feld.vorbefuellung(), "1.0");
        werte(feld.werte());
        if (feld.codeliste().isPresent()) {
            codeliste(feld.codeliste().get());
        }
        xml.text("codeKey", feld.spalten().codeKey());
        xml.text("nameKey", feld.spalten().nameKey());
        xml.text("helpKey", feld.spalten().helpKey());
        inhalt(feld.regeln(), List.of());
        xml.text("maxSize", feld.maxSize().map(String::valueOf).orElse(""));
        for (String mediaType : feld.mediaTypes()) {
            xml.text("mediaType", mediaType);
        }
        xml.zu();
    }

    private static Map<String, String> grenzen(Praezisierung grenzen) {
        Map<String, String> werte = new LinkedHashMap<>();
        grenzen.minLength().ifPresent(l -> werte.put("minLength", l.toString()));
        grenzen.maxLength().ifPresent(l -> werte.put("maxLength", l.toString()));
        werte.put("minValue", grenzen.minValue().map(w -> w.toPlainString()).orElse(grenzen.minDate()));
        werte.put("maxValue", grenzen.maxValue().map(w -> w.toPlainString()).orElse(grenzen.maxDate()));
        werte.put("pattern", grenzen.pattern());
        werte.values().removeIf(String::isEmpty);
        return werte;
    }

    private void werte(List<Datenfeld.Wert> werte) throws XMLStreamException {
        if (werte.isEmpty()) {
            return;
        }
        xml.auf("werte");
        for (Datenfeld.Wert wert : werte) {
            xml.auf("wert");
            xml.text("code", wert.code());
            xml.text("name", wert.name(), "", "");
            xml.text("hilfe", wert.hilfe());
            xml.zu();
        }
        xml.zu();
    }

    private void codeliste(CodelisteReferenz liste) throws XMLStreamException {
        xml.auf("codelisteReferenz");
        xml.text("canonicalIdentification", liste.urn());
        xml.text("version", liste.version());
        xml.text("canonicalVersionUri", liste.versionUrn());
        xml.zu();
    }

    private void regel(Regel regel) throws XMLStreamException {
        Metadaten meta = regel.metadaten();
        xml.auf("regel");
        kennung("identifikation", regel.id(), regel.version());
        xml.text("name", regel.name());
        xml.text("beschreibung", meta.beschreibung());
        xml.text("freitextRegel", regel.freitext());
        bezuege(meta.bezug());
        stichworte(meta.stichwort());
        xml.text("fachlicherErsteller", meta.fachlicherErsteller());
        xml.text("letzteAenderung", meta.letzteAenderung());
        xml.code("typ", regel.typ(), LISTE + "regeltyp", "1.0");
        // behind all that real exports have: its place was never seen together with stichwort
        xml.text("skript", regel.script());
        xml.zu();
    }

    private void kennung(String name, String id, String version) throws XMLStreamException {
        xml.auf(name);
        xml.text("id", id);
        xml.text("version", version);
        xml.zu();
    }

    private void bezuege(List<Bezug> bezuege) throws XMLStreamException {
        for (Bezug bezug : bezuege) {
            xml.text("bezug", bezug.text(), "link", bezug.link());
        }
    }

    private void stichworte(List<Stichwort> stichworte) throws XMLStreamException {
        for (Stichwort stichwort : stichworte) {
            xml.text("stichwort", stichwort.text(), "uri", stichwort.uri());
        }
    }

    private void code(String name, Optional<? extends Codiert> code, String version) throws XMLStreamException {
        xml.code(name, code, LISTE + name, version);
    }
}
