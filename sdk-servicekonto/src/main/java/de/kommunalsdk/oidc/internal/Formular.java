/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import de.kommunalsdk.oidc.OidcFehler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters as they stand in an address or a body. */
final class Formular {

    private Formular() {}

    static String schreibe(Map<String, String> parameter) {
        return parameter.entrySet().stream()
                .map(e -> kodiert(e.getKey()) + "=" + kodiert(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String kodiert(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The one value; empty when there is none. */
    static Optional<String> einer(Map<String, String[]> felder, String name) {
        String[] werte = felder.getOrDefault(name, new String[0]);
        if (werte.length > 1) {
            throw new Ablehnung(OidcFehler.ANTWORT_FORM, name + " " + werte.length + "-mal");
        }
        return werte.length == 0 || werte[0].isEmpty() ? Optional.empty() : Optional.of(werte[0]);
    }
}
