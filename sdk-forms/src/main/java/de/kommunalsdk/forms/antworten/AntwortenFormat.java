/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.definition.FormFehler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The bytes of a draft: compact JSON, keys in order. Thread-safe. */
public final class AntwortenFormat {

    /** Key of the generated code lists that stood behind frozen answers; absent when there were none. */
    public static final String SYNTHETISCH = "synthetischeCodelisten";

    /** Key of the consents of others beside frozen answers; absent when nobody was asked. */
    public static final String BETEILIGTE = "beteiligte";

    /** Key of the fee in cents beside frozen answers; absent when there is none. */
    public static final String GEBUEHR = "gebuehr";

    private static final int VERSION = 1;
    private static final String GESENDETE = "gesendet";

    // RFC 8785: characters beyond the BMP as they are, other escapes with lower case digits
    // names are places, other ones in each draft: they are not worth to be remembered from draft to draft
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AntwortenFormat() {}

    /** Writes; the same answers give the same bytes. */
    public static byte[] schreibe(Antworten antworten) {
        SortedMap<String, Object> teile = teile(antworten);
        teile.put("seite", antworten.seite());
        if (!antworten.gesendete().isEmpty()) {
            teile.put(GESENDETE, List.copyOf(antworten.gesendete()));
        }
        return json(teile);
    }

    /** The parts by name, for documents that hold answers beside other things. */
    public static SortedMap<String, Object> teile(Antworten antworten) {
        SortedMap<String, List<String>> anlagen = new TreeMap<>();
        antworten
                .anlagen()
                .forEach((ort, ids) ->
                        anlagen.put(ort, ids.stream().map(AnlageId::wert).toList()));
        SortedMap<String, Object> teile = new TreeMap<>(Map.of(
                "anlagen", anlagen, "anzahlen", antworten.anzahlen(), "version", VERSION, "werte", antworten.werte()));
        NachweiseFormat.ergaenze(teile, antworten.nachweise());
        return teile;
    }

    /** Where delivered answers came from, for the receiver: keys as in a draft, without those of its pages. */
    public static byte[] herkunft(Antworten antworten) {
        return json(new TreeMap<>(
                Map.of("herkunft", NachweiseFormat.gelieferte(antworten.nachweise()), "version", VERSION)));
    }

    /** Canonical JSON of maps with ordered keys, lists, texts, whole numbers and truth values (RFC 8785). */
    public static byte[] json(SortedMap<String, Object> inhalt) {
        try {
            return JSON.writeValueAsBytes(inhalt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Karten aus Texten lassen sich immer schreiben", e);
        }
    }

    /**
     * Reads.
     *
     * @throws InvalidInput OZG-FORM-0012 for anything that was not written here
     */
    public static Antworten lies(byte[] bytes) {
        try {
            JsonNode wurzel = JSON.readTree(bytes);
            verlangt(wurzel.path("version").isInt() && wurzel.path("version").intValue() == VERSION, "andere Version");
            SortedMap<String, String> werte = new TreeMap<>();
            karte(wurzel, "werte", JsonNode::isTextual, (ort, wert) -> werte.put(ort, wert.textValue()));
            SortedMap<String, Integer> anzahlen = new TreeMap<>();
            karte(wurzel, "anzahlen", JsonNode::isInt, (ort, anzahl) -> anzahlen.put(ort, anzahl.intValue()));
            SortedMap<String, List<AnlageId>> anlagen = new TreeMap<>();
            karte(wurzel, "anlagen", JsonNode::isArray, (ort, ids) -> anlagen.put(ort, anlagen(ids)));
            Set<String> gesendete = new TreeSet<>();
            wurzel.path(GESENDETE).forEach(seite -> gesendete.add(seite.asText()));
            Antworten ohne =
                    new Antworten(werte, anlagen, anzahlen, wurzel.path("seite").asText());
            return new Antworten.Bauer(ohne)
                    .gesendet(gesendete)
                    .nachweise(NachweiseFormat.lies(wurzel))
                    .baue();
        } catch (IOException e) {
            throw new InvalidInput(FormFehler.ENTWURF, e.getClass().getSimpleName());
        }
    }

    /**
     * The generated code lists that stood behind frozen answers.
     *
     * @throws InvalidInput OZG-FORM-0012 for anything that was not written here
     */
    public static List<String> synthetische(byte[] bytes) {
        List<String> listen = new ArrayList<>();
        baum(bytes).path(SYNTHETISCH).forEach(liste -> listen.add(liste.asText()));
        return listen;
    }

    /**
     * The consents beside frozen answers, as canonical JSON; empty when nobody was asked.
     *
     * @throws InvalidInput OZG-FORM-0012 for anything that was not written here
     */
    public static Optional<byte[]> zustimmungen(byte[] bytes) {
        try {
            JsonNode liste = JSON.readTree(bytes).path(BETEILIGTE);
            return liste.isMissingNode() ? Optional.empty() : Optional.of(JSON.writeValueAsBytes(liste));
        } catch (IOException e) {
            throw new InvalidInput(FormFehler.ENTWURF, e.getClass().getSimpleName());
        }
    }

    /** The tree of frozen answers. Throws OZG-FORM-0012. */
    static JsonNode baum(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new InvalidInput(FormFehler.ENTWURF, e.getClass().getSimpleName());
        }
    }

    private static void karte(
            JsonNode wurzel, String name, Predicate<JsonNode> form, BiConsumer<String, JsonNode> ziel) {
        verlangt(wurzel.path(name).isObject(), name);
        wurzel.path(name).properties().forEach(e -> {
            verlangt(form.test(e.getValue()), name);
            ziel.accept(e.getKey(), e.getValue());
        });
    }

    private static List<AnlageId> anlagen(JsonNode ids) {
        List<AnlageId> gelesen = new ArrayList<>();
        for (JsonNode id : ids) {
            verlangt(id.isTextual() && AnlageId.istGueltig(id.textValue()), "anlagen");
            gelesen.add(new AnlageId(id.textValue()));
        }
        return gelesen;
    }

    private static void verlangt(boolean erfuellt, String was) {
        if (!erfuellt) {
            throw new InvalidInput(FormFehler.ENTWURF, was);
        }
    }
}
