/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.haus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Breaks the rule of public signatures on purpose. */
public final class Verraeter {

    private Verraeter() {}

    /** Shows a library inside a type. */
    public static Map<String, List<JsonNode[]>> zeige() {
        return Map.of();
    }
}
