/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** The bytes of a draft: compact JSON, keys in order. Thread-safe. */
public final class AntwortenFormat {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private AntwortenFormat() {}

    /** Writes; the same answers give the same bytes. */
    public static byte[] schreibe(Antworten antworten) {
        SortedMap<String, Object> teile = teile(antworten);
        teile.put("seite", antworten.seite());
        return json(teile);
    }

    /** The parts by name, for documents that hold answers beside other things. */
    public static SortedMap<String, Object> teile(Antworten antworten) {
        SortedMap<String, List<String>> anlagen = new TreeMap<>();
        antworten
                .anlagen()
                .forEach((ort, ids) ->
                        anlagen.put(ort, ids.stream().map(AnlageId::wert).toList()));
        return new TreeMap<>(
                Map.of("anlagen", anlagen, "anzahlen", antworten.anzahlen(), "version", 1, "werte", antworten.werte()));
    }

    /** Canonical JSON of maps with ordered keys, lists, texts and whole numbers (RFC 8785). */
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
            if (wurzel == null || wurzel.path("version").asInt() != 1) {
                throw new InvalidInput(FormFehler.ENTWURF, "andere Version");
            }
            SortedMap<String, String> werte = new TreeMap<>();
            wurzel.path("werte")
                    .properties()
                    .forEach(e -> werte.put(e.getKey(), e.getValue().asText()));
            SortedMap<String, Integer> anzahlen = new TreeMap<>();
            wurzel.path("anzahlen")
                    .properties()
                    .forEach(e -> anzahlen.put(e.getKey(), e.getValue().asInt()));
            SortedMap<String, List<AnlageId>> anlagen = new TreeMap<>();
            wurzel.path("anlagen").properties().forEach(e -> {
                List<AnlageId> ids = new ArrayList<>();
                e.getValue().forEach(id -> ids.add(new AnlageId(id.asText())));
                anlagen.put(e.getKey(), List.copyOf(ids));
            });
            return new Antworten(werte, anlagen, anzahlen, wurzel.path("seite").asText());
        } catch (IOException e) {
            throw new InvalidInput(FormFehler.ENTWURF, e.getClass().getSimpleName());
        }
    }
}
