/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.JsonSchemaSchreiber;
import java.io.OutputStream;
import picocli.CommandLine.Command;

/** {@code xdf json-schema}: the JSON Schema of a schema's instances. */
@Command(
        name = "json-schema",
        description = "Schreibt zu Schemata (XDatenfelder 2 und 3.0.0) das JSON Schema (2020-12) ihrer Instanzen.")
final class XdfJsonSchema extends Schemabefehl {

    XdfJsonSchema() {
        super(".schema.json");
    }

    @Override
    void schreibe(Bauplan plan, OutputStream strom) {
        JsonSchemaSchreiber.schreibe(plan, strom);
    }
}
