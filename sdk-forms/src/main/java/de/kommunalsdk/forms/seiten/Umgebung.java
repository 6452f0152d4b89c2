/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.definition.Auswahlsuche;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.haken.EigeneSeite;
import de.kommunalsdk.forms.haken.Hakenleiste;
import de.kommunalsdk.forms.reise.Ausschnitt;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a page of a form is shown this time.
 *
 * @param ausschnitt what is shown of it
 * @param adresse path of the page itself, whatever entry is shown
 * @param danach {@code pruefen} when the citizen came from the review and goes back there; else empty
 * @param hinweise texts above the page
 * @param suche what was searched for in a long list; {@link Suche#KEINE} when nothing was
 * @param haken hooks of the host
 * @param eigeneSeite what of the host shows this page, may be none
 */
public record Umgebung(
        Ausschnitt ausschnitt,
        String adresse,
        String danach,
        List<String> hinweise,
        Suche suche,
        Hakenleiste haken,
        Optional<EigeneSeite> eigeneSeite) {

    public Umgebung {
        hinweise = List.copyOf(hinweise);
    }

    /** A page from its beginning, with nothing beside it. */
    public static Umgebung einfach(String adresse) {
        return new Umgebung(Ausschnitt.ANFANG, adresse, "", List.of(), Suche.KEINE, Hakenleiste.LEER, Optional.empty());
    }

    /**
     * A search in the list of one field.
     *
     * @param ort place of the field
     * @param begriff what was typed
     */
    public record Suche(String ort, String begriff) {
        /** None. */
        public static final Suche KEINE = new Suche("", "");

        /** The choices that are shown: of a long list those that were found, and the one of this code. */
        List<Datenfeld.Wert> auswahl(FeldPlatz platz, String code) {
            Feld feld = platz.feld();
            if (!feld.suchbar()) {
                return feld.werte();
            }
            List<Datenfeld.Wert> gefunden = new ArrayList<>(gefundene(platz));
            feld.werte().stream()
                    .filter(w -> w.code().equals(code) && !gefunden.contains(w))
                    .findFirst()
                    .ifPresent(w -> gefunden.add(0, w));
            return gefunden;
        }

        /** What was found in the list of a field; nothing when it was not searched. */
        List<Datenfeld.Wert> gefundene(FeldPlatz platz) {
            return ort.equals(platz.ort()) ? Auswahlsuche.finde(platz.feld().werte(), begriff) : List.of();
        }

        /** Without what was typed, which is personal data. */
        @Override
        public String toString() {
            return "Suche[" + ort + "]";
        }
    }
}
