/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of one browser on one origin: name, path, deletion by {@code Max-Age=0}. */
final class Cookies {

    private record Cookie(String wert, String pfad) {}

    private final Map<String, Cookie> gemerkt = new LinkedHashMap<>();

    void merke(Antwort antwort) {
        for (String zeile : antwort.koepfe("Set-Cookie")) {
            String[] teile = zeile.split(";", -1);
            int gleich = teile[0].indexOf('=');
            if (gleich < 1) {
                continue;
            }
            String name = teile[0].substring(0, gleich).strip();
            String pfad = "/";
            boolean weg = false;
            for (int i = 1; i < teile.length; i++) {
                String angabe = teile[i].strip();
                String klein = angabe.toLowerCase(Locale.ROOT);
                if (klein.startsWith("path=/")) {
                    pfad = angabe.substring("path=".length());
                } else if (klein.matches("max-age=(0|-\\d+)")) {
                    weg = true;
                }
            }
            if (weg) {
                gemerkt.remove(name);
            } else {
                gemerkt.put(name, new Cookie(teile[0].substring(gleich + 1).strip(), pfad));
            }
        }
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4">RFC 6265, 5.1.4, path match</a> */
    String fuer(URI adresse) {
        String pfad = adresse.getRawPath().isEmpty() ? "/" : adresse.getRawPath();
        return gemerkt.entrySet().stream()
                .filter(e -> {
                    String p = e.getValue().pfad();
                    return pfad.equals(p) || pfad.startsWith(p.endsWith("/") ? p : p + "/");
                })
                .map(e -> e.getKey() + "=" + e.getValue().wert())
                .collect(Collectors.joining("; "));
    }
}
