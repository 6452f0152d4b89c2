/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.internal.Auswahlwerte;
import de.kommunalsdk.forms.definition.internal.Bausteinbauer;
import de.kommunalsdk.forms.definition.internal.Beteiligtenbauer;
import de.kommunalsdk.forms.definition.internal.Quellenleser;
import de.kommunalsdk.forms.definition.internal.Regeldateien;
import de.kommunalsdk.forms.definition.internal.Seitenbauer;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.xdatenfelder.Fundstellen;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import de.kommunalsdk.xdatenfelder.regel.Regelwerk;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles a form from the FIM schema of a Dienst and the overlay of its dienst.yaml. Thread-safe. */
public final class FormularBauer {

    private FormularBauer() {}

    /**
     * The form, or what is wrong.
     *
     * @param formular empty when there is a problem of severity FEHLER
     */
    public record Ergebnis(Optional<Formular> formular, List<Problem> probleme) {
        public Ergebnis {
            probleme = List.copyOf(probleme);
        }
    }

    /**
     * Compiles with the code lists that lie in the folder or jar of the Dienst.
     *
     * @param testmodus as in {@link #baue(OzgDienst, CodelistenStore, boolean)}
     */
    public static Ergebnis baue(OzgDienst dienst, boolean testmodus) {
        return baue(dienst, CodelistenStore.leer(), testmodus);
    }

    /**
     * Compiles.
     *
     * @param codelisten the installed lists; those in the folder or jar of the Dienst come after them
     * @param testmodus code lists that are not installed are replaced by lists that say SYNTHETISCH; otherwise each is
     *     an error
     */
    public static Ergebnis baue(OzgDienst dienst, CodelistenStore codelisten, boolean testmodus) {
        List<Problem> probleme = new ArrayList<>();
        Optional<XdfErgebnis> gelesen = schema(dienst, probleme);
        if (gelesen.isEmpty()) {
            return new Ergebnis(Optional.empty(), probleme);
        }
        Stammdatenschema schema = gelesen.get().schema().orElseThrow();
        Fundstellen stellen = gelesen.get().stellen();
        Knoten wurzel = dienst.wurzel().meldetAn(probleme);
        Bausteinbauer elemente = new Bausteinbauer(
                dienst,
                wurzel,
                schema,
                stellen,
                new Auswahlwerte(dienst, stellen, codelisten, testmodus, probleme),
                probleme);
        List<Formularseite> seiten = new Seitenbauer(elemente, wurzel).baue();
        pruefeUmstellungen(dienst, wurzel, elemente);
        Regelwerk regeln = Regeldateien.lies(dienst, wurzel, schema, probleme);
        Ausdruecke ausdruecke = elemente.ausdruecke();
        Schriftform schriftform = schriftform(wurzel);
        wurzel.abbildung("hilfe").ifPresent(Hilfeangebot::lies);
        List<Beteiligter> beteiligte = new Beteiligtenbauer(elemente, wurzel, seiten).baue();
        Datenquellen quellen = new Quellenleser(elemente, seiten).lies(wurzel);
        boolean brauchbar = probleme.stream().noneMatch(Problem::istFehler);
        return new Ergebnis(
                brauchbar
                        ? Optional.of(new Formular(
                                dienst,
                                schema,
                                seiten,
                                elemente.synthetische(),
                                regeln,
                                ausdruecke,
                                schriftform,
                                elemente.felder(),
                                elemente.gruppen(),
                                quellen,
                                beteiligte))
                        : Optional.empty(),
                probleme);
    }

    private static void pruefeUmstellungen(OzgDienst dienst, Knoten wurzel, Bausteinbauer elemente) {
        List<Knoten> umstellungen =
                wurzel.abbildung("entwurf").map(e -> e.liste("migration")).orElse(List.of());
        for (Knoten umstellung : umstellungen) {
            String von = umstellung.text("von").orElse("");
            if (Dienstbibliothek.VERSION.compare(von, dienst.ref().version()) >= 0) {
                umstellung.fehler(FormFehler.UMSTELLUNG, "\"von: " + von + "\" ist keine fruehere Version.");
            }
            umstellung.abbildung("umbenennen").ifPresent(paare -> paare.eintraege()
                    .values()
                    .forEach(neu -> elemente.aufgeloest(neu.text(), neu)));
        }
    }

    /** An account replaces the signature only where there is one; so far no portal has. */
    private static Schriftform schriftform(Knoten wurzel) {
        Schriftform schriftform = wurzel.wert("schriftform", Schriftform::lies).orElse(Schriftform.KEINE);
        if (schriftform == Schriftform.NUTZERKONTO) {
            wurzel.kind("schriftform").orElse(wurzel).fehler(FormFehler.SCHRIFTFORM, FormFehler.SCHRIFTFORM.abhilfe());
        }
        return schriftform;
    }

    private static Optional<XdfErgebnis> schema(OzgDienst dienst, List<Problem> probleme) {
        String name = dienst.schemaDatei().orElse("");
        String ort = dienst.dateien().ort() + "/" + name;
        try (InputStream quelle = dienst.dateien().oeffnen(name).orElse(null)) {
            if (quelle == null) {
                probleme.add(Problem.fehler(FormFehler.SCHEMA_FEHLT, Fundstelle.in(ort), "Die Datei fehlt."));
                return Optional.empty();
            }
            XdfErgebnis ergebnis = XdfLeser.lies(ort, quelle);
            ergebnis.probleme().stream()
                    .filter(p -> ergebnis.schema().isEmpty())
                    .forEach(probleme::add);
            return Optional.of(ergebnis).filter(e -> e.schema().isPresent());
        } catch (IOException e) {
            probleme.add(Problem.fehler(
                    FormFehler.SCHEMA_FEHLT,
                    Fundstelle.in(ort),
                    "Nicht lesbar (" + e.getClass().getSimpleName() + ")."));
            return Optional.empty();
        }
    }
}
