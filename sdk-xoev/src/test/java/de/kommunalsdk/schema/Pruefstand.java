/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A plan with its XSD in the JDK's validator and its JSON Schema in that of networknt, both compiled once. */
final class Pruefstand {

    private static final SchemaRegistry REGISTER = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            b -> b.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    final Bauplan plan;
    final String xsd;
    final String jsonSchema;
    private final javax.xml.validation.Schema xsdPruefer;
    private final Schema jsonPruefer;

    Pruefstand(Bauplan plan) {
        this.plan = plan;
        this.xsd = xsd(plan);
        this.jsonSchema = jsonSchema(plan);
        this.xsdPruefer = SecureXml.schema("x.xsd", Map.of("x.xsd", xsd.getBytes(StandardCharsets.UTF_8)));
        this.jsonPruefer = REGISTER.getSchema(jsonSchema, InputFormat.JSON);
        jsonPruefer.initializeValidators();
    }

    static String xsd(Bauplan plan) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XsdSchreiber.schreibe(plan, ziel);
        return ziel.toString(StandardCharsets.UTF_8);
    }

    static String jsonSchema(Bauplan plan) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        JsonSchemaSchreiber.schreibe(plan, ziel);
        return ziel.toString(StandardCharsets.UTF_8);
    }

    /** What the 2020-12 dialect says of the schema itself. */
    List<Error> metaschema() {
        return REGISTER.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(jsonSchema, InputFormat.JSON);
    }

    List<Problem> xml(String instanz) {
        return xml(instanz.getBytes(StandardCharsets.UTF_8));
    }

    List<Problem> xml(byte[] instanz) {
        return SecureXml.pruefe(xsdPruefer, "instanz.xml", new ByteArrayInputStream(instanz), XmlGrenzen.STANDARD);
    }

    List<Error> json(String instanz) {
        return jsonPruefer.validate(instanz, InputFormat.JSON);
    }

    static ByteArrayInputStream strom(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
