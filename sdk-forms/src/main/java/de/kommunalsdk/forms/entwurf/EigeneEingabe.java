/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one tab sent, wherever the form may stand by now: also for pages, entries and fields that the stored answers do
 * not show any more. Fields that no form has are kept as they came.
 *
 * @param orte the places it says something about, in the order of the form
 * @param antworten what it says there
 * @param fremde names and texts of fields that this form does not have
 */
public record EigeneEingabe(Set<String> orte, Antworten antworten, Map<String, String> fremde) {

    private static final Pattern ELEMENT = Pattern.compile("[FG]\\d[A-Za-z0-9]*([.-][A-Za-z0-9-]+)*");
    private static final int MAX_FREMDE = 500;

    public EigeneEingabe {
        orte = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(orte));
        fremde = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fremde));
    }

    /**
     * Reads.
     *
     * @param namen of all fields that were sent
     * @param parameter the text of one, null when it was not sent
     */
    public static EigeneEingabe lies(
            Formular formular, Collection<String> namen, Function<String, @Nullable String> parameter) {
        Elementverzeichnis elemente = new Elementverzeichnis(formular);
        Map<String, Platz> plaetze = new LinkedHashMap<>();
        Map<String, String> fremde = new LinkedHashMap<>();
        for (String name : namen) {
            Optional<String> ort = ort(elemente, name);
            if (ort.isPresent()) {
                elemente.feld(ort.get())
                        .filter(f -> f.anzeige() != Feld.Anzeige.DATEI && gesagt(ort.get(), parameter))
                        .ifPresent(f -> plaetze.put(ort.get(), new FeldPlatz(ort.get(), f, false)));
            } else if (ELEMENT.matcher(name).matches() && fremde.size() < MAX_FREMDE) {
                Optional.ofNullable(parameter.apply(name))
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> fremde.put(name, text));
            }
        }
        List<Platz> geordnet = new ArrayList<>(plaetze.values());
        geordnet.sort(Ordnung.nach(elemente, Platz::ort));
        Set<String> orte = new LinkedHashSet<>();
        geordnet.forEach(p -> orte.add(p.ort()));
        return new EigeneEingabe(orte, Eingabe.lies(geordnet, Antworten.LEER, parameter), fremde);
    }

    /** Whether the answer itself was sent, for example not only the word that a list was searched for. */
    private static boolean gesagt(String ort, Function<String, @Nullable String> parameter) {
        return parameter.apply(ort) != null || parameter.apply(ort + ".jahr") != null;
    }

    /** The place of a form field: its name, or what is left of it without its last part ({@code .tag}). */
    private static Optional<String> ort(Elementverzeichnis elemente, String name) {
        int punkt = name.lastIndexOf('.');
        return elemente.feld(name).isPresent()
                ? Optional.of(name)
                : Optional.of(name.substring(0, Math.max(0, punkt)))
                        .filter(o -> elemente.feld(o).isPresent());
    }

    /** The places for files among these form fields, shown or not. */
    public static List<FeldPlatz> dateiplaetze(Formular formular, Collection<String> namen) {
        Elementverzeichnis elemente = new Elementverzeichnis(formular);
        return namen.stream()
                .map(name -> ort(elemente, name))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(ort -> elemente.feld(ort).map(f -> new FeldPlatz(ort, f, false)).stream())
                .filter(p -> p.feld().anzeige() == Feld.Anzeige.DATEI)
                .toList();
    }

    /** With files of this tab that are stored, at places for files. */
    public EigeneEingabe mitDateien(Formular formular, Map<String, List<AnlageId>> dateien) {
        Elementverzeichnis elemente = new Elementverzeichnis(formular);
        Set<String> alle = new LinkedHashSet<>(orte);
        Antworten neu = antworten;
        for (Map.Entry<String, List<AnlageId>> e : dateien.entrySet()) {
            boolean datei = elemente.feld(e.getKey())
                    .filter(f -> f.anzeige() == Feld.Anzeige.DATEI)
                    .isPresent();
            if (datei && !e.getValue().isEmpty()) {
                alle.add(e.getKey());
                neu = neu.mitAnlagen(e.getKey(), e.getValue());
            }
        }
        return new EigeneEingabe(alle, neu, fremde);
    }

    /** Shows sizes only: answers are personal data. */
    @Override
    public String toString() {
        return "EigeneEingabe[" + orte.size() + " Orte]";
    }
}
