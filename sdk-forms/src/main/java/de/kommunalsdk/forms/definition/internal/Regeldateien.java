/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import de.kommunalsdk.xdatenfelder.regel.RegelLeser;
import de.kommunalsdk.xdatenfelder.regel.Regelwerk;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads the rule file beside dienst.yaml. */
public final class Regeldateien {

    private static final String DATEI = "regeln.json";

    private Regeldateien() {}

    /** The rules of a Dienst; none when it has no file. Problems, of which the Dienst has no rules, go into {@code probleme}. */
    public static Regelwerk lies(OzgDienst dienst, Knoten wurzel, Stammdatenschema schema, List<Problem> probleme) {
        Optional<String> verlangte = wurzel.text("regeln");
        String datei = dienst.dateien().ort() + "/" + verlangte.orElse(DATEI);
        try (InputStream quelle =
                dienst.dateien().oeffnen(verlangte.orElse(DATEI)).orElse(null)) {
            if (quelle == null) {
                verlangte.ifPresent(name -> wurzel.kind("regeln")
                        .orElse(wurzel)
                        .fehler(RegelFehler.DATEI, "\"" + name + "\" fehlt neben der dienst.yaml."));
                return Regelwerk.ohne(schema);
            }
            RegelLeser.Ergebnis gelesen = RegelLeser.lies(datei, quelle);
            probleme.addAll(gelesen.probleme());
            Optional<Regelwerk.Ergebnis> ergebnis = gelesen.datei().map(regeln -> Regelwerk.von(regeln, schema));
            ergebnis.map(Regelwerk.Ergebnis::probleme).ifPresent(probleme::addAll);
            return ergebnis.flatMap(Regelwerk.Ergebnis::regelwerk).orElseGet(() -> Regelwerk.ohne(schema));
        } catch (IOException e) {
            probleme.add(Problem.fehler(
                    RegelFehler.DATEI,
                    Fundstelle.in(datei),
                    "Nicht lesbar (" + e.getClass().getSimpleName() + ")."));
            return Regelwerk.ohne(schema);
        }
    }
}
