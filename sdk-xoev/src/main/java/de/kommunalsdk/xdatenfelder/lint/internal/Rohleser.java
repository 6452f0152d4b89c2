/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import de.kommunalsdk.xdatenfelder.lint.internal.Bauteil.Verwendung;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads elements as they are written. {@link de.kommunalsdk.xdatenfelder.XdfLeser} cannot serve here: its model has no
 * unreadable values, no relations and no places, and the official numbers are about exactly these.
 */
final class Rohleser {

    private final XMLStreamReader xml;
    private final String namensraum;
    private final Bestand bestand;
    private final Deque<String> pfad = new ArrayDeque<>();
    private int reihe;

    Rohleser(XMLStreamReader xml, String namensraum, Bestand bestand) {
        this.xml = xml;
        this.namensraum = namensraum;
        this.bestand = bestand;
    }

    /** Reads the element at whose start tag the reader stands, and stops at its end tag. */
    Bauteil bauteil(Art art) {
        int meine = reihe++;
        int zeile = zeile();
        int spalte = spalte();
        Map<String, List<Angabe>> angaben = new HashMap<>();
        List<Bauteil> regeln = new ArrayList<>();
        List<Verwendung> struktur = new ArrayList<>();
        int tiefe = pfad.size();
        while (naechstesKind(xml)) {
            String name = imStandard() ? xml.getLocalName() : "";
            switch (name) {
                case "regel" -> regeln.add(bauteil(Art.REGEL));
                case "struktur" -> struktur.add(verwendung());
                default -> {
                    Angabe angabe = angabe();
                    if (angabe.imStandard()) {
                        angaben.computeIfAbsent(name, k -> new ArrayList<>()).add(angabe);
                    }
                    if (name.equals("identifikation") && pfad.size() == tiefe) {
                        pfad.addLast(angabe.text("id"));
                    }
                }
            }
        }
        String wo = "/" + String.join("/", pfad);
        while (pfad.size() > tiefe) {
            pfad.removeLast();
        }
        return bestand.uebernimm(new Bauteil(art, meine, zeile, spalte, wo, angaben, regeln, struktur));
    }

    private Verwendung verwendung() {
        int zeile = zeile();
        int spalte = spalte();
        Optional<Angabe> anzahl = Optional.empty();
        List<Angabe> bezug = new ArrayList<>();
        Optional<Bauteil> teil = Optional.empty();
        while (naechstesKind(xml)) {
            switch (imStandard() ? xml.getLocalName() : "") {
                case "enthaelt" -> {
                    while (naechstesKind(xml)) {
                        Optional<Bauteil> weiteres = enthaltenes();
                        teil = teil.isPresent() ? teil : weiteres;
                    }
                }
                case "anzahl" -> anzahl = Optional.of(angabe());
                case "bezug" -> bezug.add(angabe());
                default -> angabe();
            }
        }
        return new Verwendung(anzahl, bezug, teil, zeile, spalte);
    }

    private Optional<Bauteil> enthaltenes() {
        switch (imStandard() ? xml.getLocalName() : "") {
            case "datenfeld" -> {
                return Optional.of(bauteil(Art.FELD));
            }
            case "datenfeldgruppe" -> {
                return Optional.of(bauteil(Art.GRUPPE));
            }
            default -> {
                angabe();
                return Optional.empty();
            }
        }
    }

    private Angabe angabe() {
        String name = xml.getLocalName();
        boolean imStandard = imStandard();
        int zeile = zeile();
        int spalte = spalte();
        Map<String, String> attribute = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<Angabe> kinder = new ArrayList<>(0);
        for (int ereignis = weiter(xml); ereignis != XMLStreamConstants.END_ELEMENT; ereignis = weiter(xml)) {
            switch (ereignis) {
                case XMLStreamConstants.START_ELEMENT -> kinder.add(angabe());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {
                    // comments are no text
                }
            }
        }
        return new Angabe(
                name, imStandard, text.toString().strip(), Map.copyOf(attribute), List.copyOf(kinder), zeile, spalte);
    }

    private boolean imStandard() {
        return namensraum.equals(xml.getNamespaceURI());
    }

    private int zeile() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    private int spalte() {
        return Math.max(0, xml.getLocation().getColumnNumber());
    }

    /** Goes to the next child element; false at the end tag of the parent. */
    static boolean naechstesKind(XMLStreamReader xml) {
        while (true) {
            switch (weiter(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // text between elements has no meaning here
                }
            }
        }
    }

    static int weiter(XMLStreamReader xml) {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            // SecureXml promises InvalidInput instead
            throw new IllegalStateException(e);
        }
    }
}
