/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.Set;
import org.jsoup.nodes.Element;

/** EP 1: search engines find the Leistung by its structured data. */
final class Strukturdaten implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP01_Strukturdaten",
            1,
            "Strukturierte Daten der Leistung",
            "Die Katalogseite beschreibt die Leistung als schema.org GovernmentService in JSON-LD, mit Leistungsschlüssel"
                    + " (14 Ziffern), öffentlicher Adresse und zuständiger Stelle.",
            "Die Hülle muss den Kopf der Seite (Seite.kopf) unverändert in <head> ausgeben; basis_url in mandant.yaml"
                    + " ist die öffentliche Adresse.");

    private static final Set<String> LOKAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Seite katalog = rundgang.katalog(rundgang.neuerBrowser());
        boolean gefunden = false;
        for (Element block : katalog.dokument().select("script[type=application/ld+json]")) {
            try {
                JsonNode daten = JSON.readTree(block.data());
                if (daten.path("@type").asText().equals("GovernmentService")) {
                    gefunden = true;
                    leistung(daten, katalog, rundgang, befund);
                }
            } catch (JsonProcessingException e) {
                befund.melde("json-ld-kaputt", katalog, "Ein JSON-LD-Block ist kein JSON.");
            }
        }
        if (!gefunden) {
            befund.melde("json-ld-fehlt", katalog, "Es gibt keinen JSON-LD-Block mit @type GovernmentService.");
        }
    }

    private static void leistung(JsonNode daten, Seite katalog, Rundgang rundgang, Befund befund) {
        String schluessel = daten.path("identifier").asText();
        if (!schluessel.matches("\\d{14}")) {
            befund.melde(
                    "leistungsschluessel",
                    katalog,
                    "identifier ist kein Leistungsschlüssel aus 14 Ziffern: \"" + schluessel + "\"");
        }
        if (daten.path("name").asText().isBlank()) {
            befund.melde("name-fehlt", katalog, "name, der Titel der Leistung, fehlt.");
        }
        if (daten.path("provider").path("name").asText().isBlank()) {
            befund.melde("stelle-fehlt", katalog, "provider.name, die zuständige Stelle, fehlt.");
        }
        String url = daten.path("url").asText();
        if (!istOeffentlich(url, rundgang.pruefling().dienst().wert())) {
            befund.melde(
                    "url",
                    katalog,
                    "url ist nicht die öffentliche Adresse der Katalogseite (https, ganz, ohne Abfrage): \"" + url
                            + "\"");
        }
    }

    /** Another host than the tested one is right: the public address is configuration, never the Host header. */
    private static boolean istOeffentlich(String text, String dienst) {
        try {
            URI url = URI.create(text);
            String host = url.getHost();
            return host != null
                    && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && LOKAL.contains(host)))
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawPath().endsWith("/" + dienst);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
