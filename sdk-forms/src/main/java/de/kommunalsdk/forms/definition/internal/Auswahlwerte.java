/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.CodelistenStore.Quelle;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.schema.Listenquelle;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Datenfeld.Spalten;
import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import de.kommunalsdk.xdatenfelder.Fundstellen;
import de.kommunalsdk.xfall.Wertart;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The choices of the selects: from the schema, from an installed code list, or generated in test mode. */
public final class Auswahlwerte {

    /** Entries of one select: a page with more is of no use to anybody, and 11,000 municipalities fit. */
    static final int MAX_EINTRAEGE = 20_000;

    private final Fundstellen stellen;
    private final CodelistenStore store;
    private final boolean testmodus;
    private final List<Problem> probleme;
    private final Set<String> synthetische = new LinkedHashSet<>();
    private final Map<Auswahl, List<Wert>> bekannte = new HashMap<>();

    private record Auswahl(Listenkennung liste, Spalten spalten) {}

    /** With the installed lists, then those in the folder or jar of the Dienst; problems go into {@code probleme}. */
    public Auswahlwerte(
            OzgDienst dienst,
            Fundstellen stellen,
            CodelistenStore installierte,
            boolean testmodus,
            List<Problem> probleme) {
        this.stellen = stellen;
        CodelistenStore eigene = eigene(dienst, probleme);
        probleme.addAll(eigene.probleme());
        this.store = CodelistenStore.kette(installierte, eigene);
        this.testmodus = testmodus;
        this.probleme = probleme;
    }

    private static CodelistenStore eigene(OzgDienst dienst, List<Problem> probleme) {
        Dienstdateien dateien = dienst.dateien();
        Map<String, Quelle> xml = new TreeMap<>();
        try {
            for (String name : dateien.namen()) {
                if (name.endsWith(".xml") && !dienst.schemaDatei().equals(Optional.of(name))) {
                    xml.put(dateien.ort() + "/" + name, () -> dateien.oeffnen(name)
                            .orElseThrow(() -> new FileNotFoundException(name)));
                }
            }
        } catch (IOException e) {
            probleme.add(Problem.fehler(
                    CodelisteFehler.ABLAGE,
                    Fundstelle.in(dateien.ort() + "/" + DienstLeser.DATEI),
                    CodelisteFehler.ABLAGE.bedeutung()));
        }
        return CodelistenStore.dateien(xml);
    }

    /** Version URNs of the lists that are not installed. */
    List<String> synthetische() {
        return List.copyOf(synthetische);
    }

    /** The choices of a field; of one in which nothing is chosen those of the schema. */
    List<Wert> fuer(Datenfeld feld) {
        boolean waehlbar = feld.feldart() == Feldart.SELECT || feld.feldart() == Feldart.INPUT;
        if (!waehlbar || Wertart.von(feld) != Wertart.CODE || !feld.werte().isEmpty()) {
            return feld.werte();
        }
        Listenkennung kennung = feld.codeliste()
                .map(c -> Listenkennung.aus(c.urn(), c.version(), c.versionUrn()))
                .orElse(new Listenkennung(feld.id(), ""));
        Auswahl auswahl = new Auswahl(kennung, feld.spalten());
        List<Wert> werte = bekannte.get(auswahl);
        if (werte == null) {
            werte = werte(feld, kennung);
            bekannte.put(auswahl, werte);
        } else if (synthetische.contains(kennung.versionUrn()) && !testmodus) {
            melde(FormFehler.CODELISTE_FEHLT, feld, fehlt(feld, kennung));
        }
        return werte;
    }

    private List<Wert> werte(Datenfeld feld, Listenkennung kennung) {
        try {
            Optional<Codeliste> liste = store.finde(kennung.urn(), kennung.version());
            if (liste.isEmpty()) {
                synthetische.add(kennung.versionUrn());
                if (!testmodus) {
                    melde(FormFehler.CODELISTE_FEHLT, feld, fehlt(feld, kennung));
                }
                return Listenquelle.werte(Codeliste.synthetisch(kennung), Spalten.KEINE);
            }
            if (liste.get().groesse() <= MAX_EINTRAEGE) {
                return Listenquelle.werte(liste.get(), feld.spalten());
            }
            melde(
                    FormFehler.LISTE_ZU_GROSS,
                    feld,
                    "Feld " + feld.id() + ": Codeliste " + kennung + " hat "
                            + liste.get().groesse() + " Einträge, höchstens " + MAX_EINTRAEGE + ".");
        } catch (InvalidInput e) {
            probleme.add(
                    Problem.fehler(e.fehlercode(), stellen.von(feld), "Feld " + feld.id() + ": " + e.getMessage()));
        }
        return List.of();
    }

    private static String fehlt(Datenfeld feld, Listenkennung kennung) {
        return "Feld " + feld.id() + " braucht die Codeliste " + kennung + ".";
    }

    private void melde(FormFehler code, Datenfeld feld, String meldung) {
        probleme.add(Problem.fehler(code, stellen.von(feld), meldung));
    }
}
