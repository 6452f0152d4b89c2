/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.servicekonto.Identifikationsbericht;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The report on a login against the published schema. */
class IdentifikationsberichtTest {

    private static final Instant ANGEMELDET = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final Identifikationsbericht BERICHT = new Identifikationsbericht(
            URI.create("https://portal.example/ozg"),
            ANGEMELDET,
            List.of("Antrag abc"),
            Set.of("vorname", "geburtsort"));

    private static Kontoanmeldung anmeldung(Vertrauensniveau niveau, String mittel) {
        return new Kontoanmeldung(
                new Nutzer(
                        "BundID",
                        "bpk2-geheim",
                        niveau,
                        List.of(
                                new Attribut("vorname", "ERIKA", niveau, mittel),
                                new Attribut("geburtsort", "BERLIN", niveau, mittel),
                                new Attribut("email", "erika@example.invalid", niveau, mittel))),
                mittel,
                Optional.of("postkorb-geheim"),
                Optional.of("anwendung-geheim"));
    }

    private static String schreibe(Kontoanmeldung anmeldung) {
        return new String(BERICHT.schreibe(anmeldung, Instant.parse("2026-11-23T10:30:00Z")), StandardCharsets.UTF_8);
    }

    /** Its list of "items" is of the dialect before the one that it names, which refuses the whole document. */
    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2019_09,
                        b -> b.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(
                        Kontodaten.text("identification-report/schema/identification-report.json")
                                .replace("draft/2020-12", "draft/2019-09"),
                        InputFormat.JSON);
    }

    @ParameterizedTest
    @EnumSource(Vertrauensniveau.class)
    void itIsValidForEachLevel(Vertrauensniveau niveau) {
        Schema schema = schema();
        assertThat(schema.validate(schreibe(anmeldung(niveau, "eID")), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(schreibe(anmeldung(niveau, "")), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"reportId\":\"x\"}", InputFormat.JSON)).isNotEmpty(); // it does check
    }

    @Test
    void itSaysWhatTheDienstReceivedAndNoMore() throws IOException {
        String text = schreibe(anmeldung(Vertrauensniveau.HOCH, "eID"));
        JsonNode json = JsonMapper.builder().build().readTree(text);
        assertThat(json.path("subjectRef").toString()).isEqualTo("{\"givenName\":\"ERIKA\",\"geburtsort\":\"BERLIN\"}");
        assertThat(text).doesNotContain("geheim", "example.invalid");
        assertThat(json.path("identificationTime").textValue()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(json.path("reportTime").textValue()).isEqualTo("2026-11-23T10:30:00Z");
        assertThat(json.path("trustFramework").textValue()).isEqualTo("eid");
        assertThat(json.path("contextInformation").toString()).isEqualTo("[\"Antrag abc\"]");
        assertThat(json.path("serverIdentity").textValue()).isEqualTo("https://portal.example/ozg");
        assertThat(json.path("idStatus").textValue()).isEqualTo("success");
        assertThat(json.path("reportId").textValue()).hasSize(36);
    }

    @Test
    void whatIsLessSureThanTheLoginIsLeftOut() throws IOException {
        Kontoanmeldung gemischt = new Kontoanmeldung(
                new Nutzer(
                        "BundID",
                        "bpk2-geheim",
                        Vertrauensniveau.HOCH,
                        List.of(
                                new Attribut("vorname", "ERIKA", Vertrauensniveau.HOCH, "eID"),
                                new Attribut("geburtsort", "BERLIN", Vertrauensniveau.SUBSTANZIELL, "eID"))),
                "eID",
                Optional.empty(),
                Optional.empty());
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(schreibe(gemischt))
                        .path("subjectRef")
                        .toString())
                .isEqualTo("{\"givenName\":\"ERIKA\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "BASISREGISTRIERUNG, eID, unknown",
        "NIEDRIG, eID, http://bsi.bund.de/eID/LoA/normal",
        "SUBSTANZIELL, Elster, http://bsi.bund.de/eID/LoA/substantiell",
        "HOCH, eID, http://bsi.bund.de/eID/LoA/hoch",
        "NIEDRIG, eIDAS, http://eidas.europa.eu/LoA/low",
        "SUBSTANZIELL, eIDAS, http://eidas.europa.eu/LoA/substantial",
        "HOCH, eIDAS, http://eidas.europa.eu/LoA/high"
    })
    void theLevelIsSaidInTheWordsOfItsFramework(Vertrauensniveau niveau, String mittel, String uri) throws IOException {
        JsonNode json = JsonMapper.builder().build().readTree(schreibe(anmeldung(niveau, mittel)));
        assertThat(json.path("levelOfAssurance").textValue()).isEqualTo(uri);
    }
}
