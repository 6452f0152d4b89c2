/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.Instanzpruefung;
import de.kommunalsdk.schema.JsonSchemaSchreiber;
import de.kommunalsdk.schema.XsdSchreiber;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallJson;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXml;
import de.kommunalsdk.xfall.XfallXmlLeser;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.xml.validation.Schema;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checking one valid registration of three dogs: values in memory beside networknt on a parsed tree and Hibernate
 * Validator on a bean, and whole files, read and checked, beside networknt on a text and XSD with a compiled schema.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InstanzBench {

    private static final int HUNDE = 3;

    private final Gruppenwert werte = Eingaben.hundewerte(HUNDE);
    private final Hundeantrag bohne = Hundeantrag.mit(HUNDE);
    private final Bauplan plan = Bauplan.von(schema());
    private final Schema xsd = xsd(plan);
    private final com.networknt.schema.Schema jsonSchema = jsonSchema(plan);
    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();
    private byte[] xml = {};
    private String json = "";
    private JsonNode baum = JsonMapper.shared().createObjectNode();

    /** Writes the files, and makes sure that all five find them right. */
    @Setup
    public void lade() {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XfallXml.schreibe(plan.schema(), werte, ziel);
        xml = ziel.toByteArray();
        ziel.reset();
        XfallJson.schreibe(plan.schema(), werte, ziel);
        json = ziel.toString(StandardCharsets.UTF_8);
        baum = JsonMapper.shared().readTree(json);
        int befunde = werteSdk().size()
                + wertePeer().size()
                + beanPeer().size()
                + xmlSdk().size()
                + xmlPeer().size()
                + jsonSdk().size()
                + jsonPeer().size();
        if (befunde > 0) {
            throw new IllegalStateException("Ein Beispiel, das gültig sein muss, ist es nicht");
        }
    }

    private static Stammdatenschema schema() {
        return XdfLeser.lies("bench", new ByteArrayInputStream(Eingaben.schema(Eingaben.HUND)))
                .schema()
                .orElseThrow();
    }

    private static Schema xsd(Bauplan plan) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XsdSchreiber.schreibe(plan, ziel);
        return SecureXml.schema("hund.xsd", Map.of("hund.xsd", ziel.toByteArray()));
    }

    private static com.networknt.schema.Schema jsonSchema(Bauplan plan) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        JsonSchemaSchreiber.schreibe(plan, ziel);
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        b -> b.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(ziel.toString(StandardCharsets.UTF_8), InputFormat.JSON);
    }

    /** Values in memory. */
    @Benchmark
    public List<Problem> werteSdk() {
        return Instanzpruefung.pruefe(plan, "", werte);
    }

    /** A tree in memory. */
    @Benchmark
    public List<com.networknt.schema.Error> wertePeer() {
        return jsonSchema.validate(baum);
    }

    /** The same as {@link #werteSdk}, beside a bean. */
    @Benchmark
    public List<Problem> beanSdk() {
        return Instanzpruefung.pruefe(plan, "", werte);
    }

    /** A bean in memory. */
    @Benchmark
    public Set<ConstraintViolation<Hundeantrag>> beanPeer() {
        return validator.validate(bohne);
    }

    /** A JSON text, read and checked. */
    @Benchmark
    public List<Problem> jsonSdk() {
        return geprueft(XfallJsonLeser.lies(
                plan.schema(), "", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    /** A JSON text, read and checked. */
    @Benchmark
    public List<com.networknt.schema.Error> jsonPeer() {
        return jsonSchema.validate(json, InputFormat.JSON);
    }

    /** XML, read and checked; the values are there afterwards. */
    @Benchmark
    public List<Problem> xmlSdk() {
        return geprueft(XfallXmlLeser.lies(plan.schema(), "", new ByteArrayInputStream(xml)));
    }

    /** XML, checked by the JDK with a compiled schema within the same limits; nothing is there afterwards. */
    @Benchmark
    public List<Problem> xmlPeer() {
        return SecureXml.pruefe(xsd, "", new ByteArrayInputStream(xml), XmlGrenzen.STANDARD);
    }

    private List<Problem> geprueft(XfallErgebnis gelesen) {
        return gelesen.werte().map(w -> Instanzpruefung.pruefe(plan, "", w)).orElse(gelesen.probleme());
    }
}
