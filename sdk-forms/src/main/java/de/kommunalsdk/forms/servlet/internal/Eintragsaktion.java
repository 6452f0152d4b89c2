/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.reise.Ausschnitt;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import java.util.List;
import java.util.Optional;

/**
 * What a button of a page does beside going on: {@code name:place}, for files {@code loeschen:place:file}.
 *
 * @param ort place of a repetition, of one of its entries, or of a field
 */
record Eintragsaktion(String name, String ort, String datei) {

    static Eintragsaktion von(String aktion) {
        String[] teile = aktion.split(":", 3);
        return new Eintragsaktion(teile[0], teile.length > 1 ? teile[1] : "", teile.length > 2 ? teile[2] : "");
    }

    /** The answers afterwards; what the page does not allow changes nothing. */
    Antworten an(List<Platz> plaetze, Antworten antworten) {
        return switch (name) {
            case "loeschen" ->
                AnlageId.istGueltig(datei) ? Eingabe.ohneDatei(antworten, ort, new AnlageId(datei)) : antworten;
            case "hinzufuegen" ->
                Ausschnitt.wiederholung(plaetze, ort)
                        .filter(Wiederholung::mehrErlaubt)
                        .map(w -> Eingabe.hinzufuegen(antworten, ort, w.gesamt()))
                        .orElse(antworten);
            case "entfernen" ->
                Ausschnitt.wiederholung(plaetze, Ausschnitt.ohneNummer(ort))
                        .filter(Wiederholung::wenigerErlaubt)
                        .filter(w ->
                                w.eintraege().stream().anyMatch(e -> e.ort().equals(ort)))
                        .map(w -> Eingabe.entfernen(antworten, w.ort(), nummer(ort), w.gesamt()))
                        .orElse(antworten);
            default -> antworten;
        };
    }

    /** Why nothing can be added. */
    Optional<Feldfehler> ablehnung(List<Platz> plaetze) {
        return name.equals("hinzufuegen")
                ? Ausschnitt.wiederholung(plaetze, ort)
                        .filter(w -> !w.mehrErlaubt())
                        .map(w -> new Feldfehler(
                                ort,
                                Feldfehler.Art.ZU_VIELE_EINTRAEGE,
                                w.baustein() instanceof Gruppe gruppe
                                        ? gruppe.titel()
                                        : ((Feld) w.baustein()).beschriftung(),
                                List.of(String.valueOf(w.gesamt()))))
                : Optional.empty();
    }

    /** Where the citizen sees what was done, below the path of the page; empty: on the same page. */
    Optional<String> ziel(String seite, List<Platz> nachher) {
        return switch (name) {
            case "bearbeiten" -> Optional.of(seite + "/" + ort);
            case "blaettern" -> Optional.of(seite + "?ab=" + ort);
            case "hinzufuegen" ->
                Ausschnitt.wiederholung(nachher, ort).map(w -> {
                    String neuer = ort + "-" + w.gesamt();
                    boolean einzeln = w.baustein() instanceof Gruppe gruppe && gruppe.einzeln();
                    return seite + (einzeln && w.gesamt() > 1 ? "/" : "?ab=") + neuer;
                });
            default -> Optional.empty();
        };
    }

    private static int nummer(String eintrag) {
        return Integer.parseInt(eintrag.substring(eintrag.lastIndexOf('-') + 1));
    }
}
