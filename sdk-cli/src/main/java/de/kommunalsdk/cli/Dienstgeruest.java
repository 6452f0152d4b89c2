/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.util.List;
import java.util.stream.Stream;

/** The files of a new Dienst. */
record Dienstgeruest(String id, String titel, Stammdatenschema schema) {

    /** Stands in for the Leistungsschluessel that the author has to fill in. */
    static final String PLATZHALTER = "99000000000000";

    /** File name of the schema beside the dienst.yaml. */
    String schemaname() {
        return schema.id() + (schema.xdfVersion().startsWith("2") ? ".xdf2.xml" : ".xdf3.xml");
    }

    /** The dienst.yaml, with a comment on what is still to do. */
    String yaml() {
        String element = schema.struktur().stream()
                .map(s -> s.element().id())
                .findFirst()
                .orElse("G");
        String feld = felder(schema.struktur()).map(Element::id).findFirst().orElse("F");
        return """
                # OZG-Dienst auf dem FIM-Schema %1$s.
                # Nach jeder Änderung prüfen: kommunal-sdk dienst check ORDNER

                # Die Kennung ändert sich nie. Die Version steigt mit jeder Änderung am Formular.
                id: %2$s
                version: 1.0.0
                titel: %3$s

                # PLATZHALTER: hier den Schlüssel der Leistung eintragen (14 Ziffern, beginnend mit 99).
                leistungsschluessel:
                  - "%7$s"

                # ohne, basisregistrierung, niedrig, substanziell oder hoch
                vertrauensniveau: ohne
                schema: %4$s

                # Texte der Katalogseite. Absätze trennt eine leere Zeile.
                beschreibung:
                  kurztext: %3$s
                  # volltext: |
                  #   Wer etwas beantragt, tut es hier.
                  # voraussetzungen:
                  #   - Sie wohnen in der Gemeinde.
                  # unterlagen:
                  #   - Nachweis als PDF
                  # rechtsgrundlagen:
                  #   - Gesetz, § 1
                  # gebuehr: Der Antrag kostet nichts.
                  # bearbeitungsdauer: etwa zwei Wochen

                # So lange bleibt ein Entwurf nach der letzten Änderung und ein übergebener Antrag nach dem Eingang.
                entwurf:
                  tage: "30"
                aufbewahrung:
                  tage: "90"

                # Übermittlungswege unter den Namen, die das Portal ihnen gibt.
                wege:
                  - ablage

                # Ohne "seiten" folgt das Formular dem Aufbau des Schemas. Eigene Seiten:
                # seiten:
                #   - id: erste
                #     titel: Erste Seite
                #     felder:
                #       - %5$s

                # Ergänzungen zu einzelnen Feldern, auch beschriftung, hilfe, autocomplete, sichtbar_wenn, pflicht_wenn:
                # felder:
                #   %6$s:
                #     beispiel: Mustertext
                """
                .formatted(schema.kennung(), id, Ausgabe.zitiert(titel), schemaname(), element, feld, PLATZHALTER);
    }

    private static Stream<Datenfeld> felder(List<Struktur> struktur) {
        return struktur.stream()
                .map(Struktur::element)
                .flatMap(e ->
                        e instanceof Datenfeldgruppe gruppe ? felder(gruppe.struktur()) : Stream.of((Datenfeld) e));
    }
}
