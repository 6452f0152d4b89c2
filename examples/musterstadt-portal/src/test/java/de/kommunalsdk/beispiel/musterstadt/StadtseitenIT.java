/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StadtseitenIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Musterstadt portal;

    @BeforeAll
    static void start() throws Exception {
        portal = Musterstadt.starte(
                new Einstellungen(0, Path.of("target/stadtseiten"), Optional.empty(), Optional.empty()));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/impressum", "/datenschutz", "/barrierefreiheit"})
    void aTownPageComesInTheTownsFrameWithStrictHeaders(String pfad) throws Exception {
        HttpResponse<String> antwort = hole(pfad);

        assertThat(antwort.statusCode()).isEqualTo(200);
        assertThat(antwort.body()).contains("Stadt Musterstadt", "</footer>").doesNotContain("<script", "style=");
        assertThat(antwort.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(antwort.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(antwort.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void anUnknownPageIsExplained() throws Exception {
        HttpResponse<String> antwort = hole("/gibt-es-nicht");

        assertThat(antwort.statusCode()).isEqualTo(404);
        assertThat(antwort.body()).contains("Diese Seite gibt es nicht");
    }

    private static HttpResponse<String> hole(String pfad) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(portal.adresse() + pfad)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
