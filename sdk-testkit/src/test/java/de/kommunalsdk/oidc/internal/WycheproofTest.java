/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import de.kommunalsdk.testkit.konto.Kontodaten;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The JOSE vectors of Wycheproof: what is invalid is refused, and what is valid but refused is so on purpose. */
class WycheproofTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TYPEN = Set.of("jwt");

    private int angenommen;
    private final Map<OidcFehler, Integer> abgelehnt = new TreeMap<>();
    private final List<String> zuUnrecht = new ArrayList<>();
    private final List<String> gueltigAbgelehnt = new ArrayList<>();

    @Test
    void everyVector() throws IOException {
        for (String datei : List.of("signature", "crypto", "key", "encryption")) {
            JsonNode gruppen = JSON.readTree(
                            Kontodaten.datei("vectors/wycheproof/testvectors_v1/json_web_" + datei + "_test.json"))
                    .path("testGroups");
            for (JsonNode gruppe : gruppen) {
                byte[] jwks = jwks(gruppe);
                for (JsonNode fall : gruppe.path("tests")) {
                    pruefe(datei + " " + gruppe.path("comment").asText() + " " + fall.path("tcId"), jwks, fall);
                }
            }
        }
        System.out.println("Wycheproof: " + angenommen + " accepted, refused " + abgelehnt);
        assertThat(zuUnrecht).isEmpty();
        assertThat(gueltigAbgelehnt).allMatch(WycheproofTest::istAbsicht);
        int alle = angenommen + abgelehnt.values().stream().mapToInt(i -> i).sum();
        assertThat(alle).isEqualTo(649);
        assertThat(angenommen).isEqualTo(32);
    }

    /** HMAC and encryption are not there at all; ES521 is no algorithm, ES512 is. */
    private static boolean istAbsicht(String fall) {
        return fall.contains("VERFAHREN_VERBOTEN")
                || fall.contains("VERSCHLUESSELT")
                || fall.contains("SCHLUESSELSATZ")
                || fall.contains("ES521");
    }

    private void pruefe(String name, byte[] jwks, JsonNode fall) {
        JsonNode token = fall.has("jws") ? fall.path("jws") : fall.path("jwe");
        String text = token.isTextual() ? token.asText() : token.toString();
        boolean gueltig = fall.path("result").asText().equals("valid");
        OidcFehler grund;
        try {
            Jwt.pruefe(text, Schluesselsatz.lies(jwks), Verfahren.namen(), TYPEN);
            angenommen++;
            if (!gueltig) {
                zuUnrecht.add(name + " " + fall.path("comment").asText());
            }
            return;
        } catch (Ablehnung e) {
            grund = e.grund();
        } catch (InvalidInput e) {
            grund = OidcFehler.SCHLUESSELSATZ; // no key of the group is one for signatures
        }
        abgelehnt.merge(grund, 1, Integer::sum);
        if (gueltig) {
            gueltigAbgelehnt.add(
                    name + " " + grund + (new String(jwks, StandardCharsets.UTF_8).contains("ES521") ? " ES521" : ""));
        }
    }

    /** The public side of a group; where there is only a private one, as an account would never publish it. */
    private static byte[] jwks(JsonNode gruppe) {
        JsonNode schluessel = gruppe.has("public") ? gruppe.path("public") : gruppe.path("private");
        ObjectNode satz = JsonNodeFactory.instance.objectNode();
        if (schluessel.has("keys")) {
            satz.set("keys", schluessel.path("keys"));
        } else {
            satz.putArray("keys").add(schluessel);
        }
        return satz.toString().getBytes(StandardCharsets.UTF_8);
    }
}
