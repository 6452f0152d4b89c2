/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A complete answer of any status; redirects are not followed.
 *
 * @param status 200 to 599
 * @param kopf headers; names are found in any case
 * @param inhalt the body after decompression, at most as long as the limit; not copied, so leave it unchanged
 */
public record HttpAntwort(int status, Map<String, List<String>> kopf, byte[] inhalt) {

    public HttpAntwort {
        Map<String, List<String>> felder = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kopf.forEach((name, werte) -> felder.put(name, List.copyOf(werte)));
        kopf = Collections.unmodifiableMap(felder);
    }

    /** Whether the status is 2xx. */
    public boolean erfolgreich() {
        return status / 100 == 2;
    }

    /** The first value of a header. */
    public Optional<String> kopf(String name) {
        return kopf.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(inhalt, StandardCharsets.UTF_8);
    }

    /** Shows neither headers nor body. */
    @Override
    public String toString() {
        return "HttpAntwort[" + status + ", " + inhalt.length + " Byte]";
    }
}
