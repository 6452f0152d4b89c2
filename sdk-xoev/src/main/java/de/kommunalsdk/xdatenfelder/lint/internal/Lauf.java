/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import de.kommunalsdk.xdatenfelder.lint.LintBefund;
import de.kommunalsdk.xdatenfelder.lint.LintErgebnis;
import de.kommunalsdk.xdatenfelder.lint.LintFehler;
import de.kommunalsdk.xdatenfelder.lint.Meldung;
import de.kommunalsdk.xdatenfelder.lint.XdfLint;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One linting of one file. Not thread-safe. */
public final class Lauf {

    private static final String NAMENSRAUM = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0";

    /** Problems of the reader that an official number names better. */
    private static final Set<XdfFehler> MIT_NUMMER = EnumSet.of(
            XdfFehler.PFLICHT_FEHLT,
            XdfFehler.UNBEKANNTER_CODE,
            XdfFehler.ANZAHL,
            XdfFehler.WERT,
            XdfFehler.ZIRKELBEZUG,
            XdfFehler.MEHRDEUTIG);

    private final String datei;
    private final Bestand bestand = new Bestand();
    private final List<LintBefund> befunde = new ArrayList<>();
    private final List<Problem> probleme = new ArrayList<>();
    private @Nullable Bauteil wurzel;

    private Lauf(String datei) {
        this.datei = datei;
    }

    /** See {@link XdfLint#pruefe(String, java.io.InputStream, XmlGrenzen)}. */
    public static LintErgebnis pruefe(String datei, byte[] inhalt, XmlGrenzen grenzen) {
        Lauf lauf = new Lauf(datei);
        lauf.lies(inhalt, grenzen);
        Bauteil aussen = lauf.wurzel;
        if (aussen == null) {
            return new LintErgebnis(datei, "", "", List.of(), lauf.probleme);
        }
        lauf.pruefe(aussen);
        lauf.ergaenze(inhalt, grenzen, aussen.art());
        return new LintErgebnis(datei, aussen.id(), aussen.version(), lauf.befunde, lauf.probleme);
    }

    private void lies(byte[] inhalt, XmlGrenzen grenzen) {
        @Nullable XMLStreamReader xml = null;
        try {
            xml = SecureXml.leser(new ByteArrayInputStream(inhalt), grenzen);
            Bauteil gelesen = nachricht(xml);
            while (xml.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                Rohleser.weiter(xml);
            }
            wurzel = gelesen;
        } catch (InvalidInput e) {
            problem(e.fehlercode(), xml == null ? Fundstelle.in(datei) : SecureXml.stelle(datei, xml));
        }
    }

    /** The element inside the message; null, with a problem, when it is none that can be linted. */
    private @Nullable Bauteil nachricht(XMLStreamReader xml) {
        Rohleser.naechstesKind(xml);
        Fundstelle stelle = SecureXml.stelle(datei, xml);
        Rohleser leser = new Rohleser(xml, NAMENSRAUM, bestand);
        @Nullable Bauteil gelesen = null;
        while (Rohleser.naechstesKind(xml)) {
            String name = NAMENSRAUM.equals(xml.getNamespaceURI()) ? xml.getLocalName() : "";
            Art art = Stream.of(Art.values())
                    .filter(a -> a != Art.REGEL && a.name.equals(name))
                    .findFirst()
                    .orElse(null);
            if (art == null || gelesen != null) {
                ueberspringe(xml);
            } else {
                gelesen = leser.bauteil(art);
            }
        }
        if (gelesen == null) {
            problem(LintFehler.NICHT_PRUEFBAR, stelle);
        }
        return gelesen;
    }

    private static void ueberspringe(XMLStreamReader xml) {
        int tiefe = 1;
        while (tiefe > 0) {
            int ereignis = Rohleser.weiter(xml);
            if (ereignis == XMLStreamConstants.START_ELEMENT) {
                tiefe++;
            } else if (ereignis == XMLStreamConstants.END_ELEMENT) {
                tiefe--;
            }
        }
    }

    private void pruefe(Bauteil aussen) {
        for (Bauteil teil : bestand.alle()) {
            for (Pruefung pruefung : Pruefung.ALLE) {
                if (pruefung.arten().contains(teil.art())) {
                    pruefung.bedingung()
                            .pruefe(
                                    teil,
                                    new Lage(
                                            bestand,
                                            aussen,
                                            (ort, zusatz) -> melde(pruefung.nummer(), teil, ort, zusatz)));
                }
            }
        }
        befunde.sort(Comparator.<LintBefund>comparingInt(b -> b.stelle().zeile())
                .thenComparingInt(b -> b.stelle().spalte())
                .thenComparingInt(b -> b.meldung().nummer())
                .thenComparing(LintBefund::element)
                .thenComparing(LintBefund::zusatz));
    }

    private void melde(int nummer, Bauteil teil, Ort ort, String zusatz) {
        Fundstelle stelle = new Fundstelle(datei, ort.zeile(), ort.spalte(), teil.pfad());
        if (befunde.size() < XdfLint.MAX_BEFUNDE) {
            befunde.add(new LintBefund(Meldung.von(nummer), stelle, teil.kennung(), zusatz));
        } else if (probleme.isEmpty()) {
            problem(LintFehler.ZU_VIELE_BEFUNDE, stelle);
        }
    }

    /** Adds what the reader finds, apart from what the findings say already at the same line. */
    private void ergaenze(byte[] inhalt, XmlGrenzen grenzen, Art aussen) {
        Set<Integer> zeilen = befunde.stream()
                .filter(b -> b.meldung().typ() == Meldung.Typ.FEHLER_KRITISCH
                        || b.meldung().typ() == Meldung.Typ.FEHLER_METHODISCH)
                .map(b -> b.stelle().zeile())
                .collect(Collectors.toCollection(HashSet::new));
        for (Problem problem :
                XdfLeser.lies(datei, new ByteArrayInputStream(inhalt), grenzen).probleme()) {
            boolean genannt = problem.code() instanceof XdfFehler fehler
                    && (MIT_NUMMER.contains(fehler)
                                    && zeilen.contains(problem.stelle().zeile())
                            || fehler == XdfFehler.KEIN_STAMMDATENSCHEMA && aussen != Art.SCHEMA);
            if (!genannt) {
                probleme.add(problem);
            }
        }
    }

    private void problem(Fehlercode code, Fundstelle stelle) {
        probleme.add(Problem.fehler(code, stelle, code.bedeutung() + " " + code.abhilfe()));
    }
}
