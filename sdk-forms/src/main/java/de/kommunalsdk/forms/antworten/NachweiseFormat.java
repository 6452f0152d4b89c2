/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import com.fasterxml.jackson.databind.JsonNode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Nachweise as parts of the JSON of a draft: each part is missing when it is empty, as in drafts of older versions. */
final class NachweiseFormat {

    private static final String HERKUNFT = "herkunft";
    private static final String EINWILLIGUNGEN = "einwilligungen";
    private static final String ABFRAGEN = "abfragen";

    private NachweiseFormat() {}

    static void ergaenze(SortedMap<String, Object> teile, Nachweise nachweise) {
        schreibe(teile, HERKUNFT, nachweise.herkunft(), NachweiseFormat::herkunft);
        schreibe(teile, EINWILLIGUNGEN, nachweise.einwilligungen(), NachweiseFormat::einwilligung);
        schreibe(
                teile,
                ABFRAGEN,
                nachweise.abfragen(),
                a -> Map.of("code", a.code(), "eingaben", a.eingaben(), "text", a.text(), "zeit", text(a.zeit())));
    }

    private static <T> void schreibe(
            SortedMap<String, Object> teile, String name, Map<String, T> karte, Function<T, Map<String, ?>> form) {
        if (!karte.isEmpty()) {
            SortedMap<String, Object> teil = new TreeMap<>();
            karte.forEach((schluessel, wert) -> teil.put(schluessel, new TreeMap<>(form.apply(wert))));
            teile.put(name, teil);
        }
    }

    private static Map<String, ?> herkunft(Herkunft h) {
        return Map.of(
                "attribut", h.attribut(),
                "fest", h.fest(),
                "geaendert", h.geaendert(),
                "niveau", h.niveau().name().toLowerCase(Locale.ROOT),
                "quelle", h.quelle(),
                "titel", h.titel(),
                "zeit", text(h.zeit()));
    }

    /** Provenance for the receiver, who need not know what the page allowed. */
    static SortedMap<String, Object> gelieferte(Nachweise nachweise) {
        SortedMap<String, Object> orte = new TreeMap<>();
        nachweise.herkunft().forEach((ort, h) -> {
            SortedMap<String, Object> teil = new TreeMap<>(herkunft(h));
            teil.remove("fest");
            orte.put(ort, teil);
        });
        return orte;
    }

    private static Map<String, ?> einwilligung(Einwilligung e) {
        SortedMap<String, String> teil =
                new TreeMap<>(Map.of("code", e.code(), "fassung", e.fassung(), "zeit", text(e.zeit())));
        e.abgerufenAm().ifPresent(zeit -> teil.put("abgerufen", text(zeit)));
        return teil;
    }

    /** Throws OZG-FORM-0012 for anything that was not written here. */
    static Nachweise lies(JsonNode wurzel) {
        try {
            return new Nachweise(
                    lies(
                            wurzel,
                            HERKUNFT,
                            (ort, n) -> new Herkunft(
                                    text(n, "quelle"),
                                    text(n, "titel"),
                                    text(n, "attribut"),
                                    Vertrauensniveau.lies(text(n, "niveau")),
                                    zeit(n, "zeit"),
                                    wahr(n, "fest"),
                                    wahr(n, "geaendert"))),
                    lies(
                            wurzel,
                            EINWILLIGUNGEN,
                            (quelle, n) -> new Einwilligung(
                                    quelle,
                                    zeit(n, "zeit"),
                                    text(n, "fassung"),
                                    n.has("abgerufen") ? Optional.of(zeit(n, "abgerufen")) : Optional.empty(),
                                    text(n, "code"))),
                    lies(
                            wurzel,
                            ABFRAGEN,
                            (id, n) -> new Abfragestand(
                                    id, text(n, "eingaben"), zeit(n, "zeit"), text(n, "text"), text(n, "code"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidInput(FormFehler.ENTWURF, e.getClass().getSimpleName());
        }
    }

    private static <T> SortedMap<String, T> lies(JsonNode wurzel, String name, BiFunction<String, JsonNode, T> form) {
        SortedMap<String, T> karte = new TreeMap<>();
        if (wurzel.has(name)) {
            verlangt(wurzel.path(name).isObject());
            wurzel.path(name).properties().forEach(e -> karte.put(e.getKey(), form.apply(e.getKey(), e.getValue())));
        }
        return karte;
    }

    private static String text(JsonNode knoten, String name) {
        verlangt(knoten.path(name).isTextual());
        return knoten.path(name).textValue();
    }

    private static boolean wahr(JsonNode knoten, String name) {
        verlangt(knoten.path(name).isBoolean());
        return knoten.path(name).booleanValue();
    }

    private static Instant zeit(JsonNode knoten, String name) {
        return Instant.parse(text(knoten, name));
    }

    private static String text(Instant zeit) {
        return zeit.toString();
    }

    private static void verlangt(boolean erfuellt) {
        if (!erfuellt) {
            throw new IllegalArgumentException("Nachweise");
        }
    }
}
