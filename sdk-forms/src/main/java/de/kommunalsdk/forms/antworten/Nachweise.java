/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What stands behind answers that were not typed: provenance by place, consents by source, look-ups by id. Immutable.
 */
public record Nachweise(
        SortedMap<String, Herkunft> herkunft,
        SortedMap<String, Einwilligung> einwilligungen,
        SortedMap<String, Abfragestand> abfragen) {

    /** Nothing: all answers were typed. */
    public static final Nachweise KEINE = new Nachweise(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Nachweise {
        herkunft = Collections.unmodifiableSortedMap(new TreeMap<>(herkunft));
        einwilligungen = Collections.unmodifiableSortedMap(new TreeMap<>(einwilligungen));
        abfragen = Collections.unmodifiableSortedMap(new TreeMap<>(abfragen));
    }

    /** Where the answer at a place came from; empty when it was typed. */
    public Optional<Herkunft> herkunft(String ort) {
        return Optional.ofNullable(herkunft.get(ort));
    }

    /** The consent to a source. */
    public Optional<Einwilligung> einwilligung(String quelle) {
        return Optional.ofNullable(einwilligungen.get(quelle));
    }

    /** The last result of a look-up. */
    public Optional<Abfragestand> abfrage(String id) {
        return Optional.ofNullable(abfragen.get(id));
    }

    /** With the provenance of one place. */
    public Nachweise mit(String ort, Herkunft neu) {
        return new Nachweise(anders(herkunft, m -> m.put(ort, neu)), einwilligungen, abfragen);
    }

    /** Without the provenance of one place. */
    public Nachweise ohne(String ort) {
        return new Nachweise(anders(herkunft, m -> m.remove(ort)), einwilligungen, abfragen);
    }

    /** With a consent, instead of an earlier one to the same source. */
    public Nachweise mit(Einwilligung neu) {
        return new Nachweise(herkunft, anders(einwilligungen, m -> m.put(neu.quelle(), neu)), abfragen);
    }

    /** Without the consent to a source. */
    public Nachweise ohneEinwilligung(String quelle) {
        return new Nachweise(herkunft, anders(einwilligungen, m -> m.remove(quelle)), abfragen);
    }

    /** With the result of a look-up. */
    public Nachweise mit(Abfragestand neu) {
        return new Nachweise(herkunft, einwilligungen, anders(abfragen, m -> m.put(neu.abfrage(), neu)));
    }

    /** Without the result of a look-up. */
    public Nachweise ohneAbfrage(String id) {
        return new Nachweise(herkunft, einwilligungen, anders(abfragen, m -> m.remove(id)));
    }

    private static <T> SortedMap<String, T> anders(SortedMap<String, T> karte, Consumer<Map<String, T>> aenderung) {
        SortedMap<String, T> neu = new TreeMap<>(karte);
        aenderung.accept(neu);
        return neu;
    }
}
