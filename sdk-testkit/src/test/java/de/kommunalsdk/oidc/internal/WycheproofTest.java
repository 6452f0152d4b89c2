/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import de.kommunalsdk.testkit.konto.Kontodaten;
import de.kommunalsdk.testkit.konto.Testschluessel;
import de.kommunalsdk.testkit.konto.Testtoken;
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
    private static final JsonNode UNBETEILIGT = JSON.<ObjectNode>valueToTree(
                    Testtoken.jwk(Testschluessel.ec(), "unbeteiligt"))
            .put("alg", "ES384");

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
        assertThat(zuUnrecht).isEmpty();
        assertThat(gueltigAbgelehnt).allMatch(WycheproofTest::istAbsicht);
        int alle = angenommen + abgelehnt.values().stream().mapToInt(i -> i).sum();
        assertThat(alle).as("refused: %s", abgelehnt).isEqualTo(649);
        assertThat(angenommen).isEqualTo(29);
    }

    /**
     * HMAC and encryption are not there at all, no claims are no token, Base64url has no
     * characters to skip, and a key is for the one algorithm that it names.
     */
    private static boolean istAbsicht(String fall) {
        return fall.endsWith(" VERFAHREN_VERBOTEN")
                || fall.endsWith(" VERSCHLUESSELT")
                || fall.endsWith("emptyPayload FORM")
                || fall.matches(".* InvalidCharacterInsertedIn(Header|Payload) FORM")
                || fall.matches(".* Figure2[07] SCHLUESSEL_ANDERER");
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
            gueltigAbgelehnt.add(name + " " + fall.path("comment").asText() + " " + grund);
        }
    }

    /**
     * The public side of a group; where there is only a private one, as an account would never publish it. Beside it stands
     * a key that no vector means, so that each one is looked at.
     */
    private static byte[] jwks(JsonNode gruppe) {
        JsonNode schluessel = gruppe.has("public") ? gruppe.path("public") : gruppe.path("private");
        ObjectNode satz = JsonNodeFactory.instance.objectNode();
        ArrayNode alle = satz.putArray("keys").add(UNBETEILIGT);
        if (schluessel.has("keys")) {
            schluessel.path("keys").forEach(alle::add);
        } else {
            alle.add(schluessel);
        }
        return satz.toString().getBytes(StandardCharsets.UTF_8);
    }
}
