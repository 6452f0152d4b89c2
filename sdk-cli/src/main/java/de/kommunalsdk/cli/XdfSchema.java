/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.XsdSchreiber;
import java.io.OutputStream;
import picocli.CommandLine.Command;

/** {@code xdf schema}: the XSD of a schema's instances. */
@Command(name = "schema", description = "Schreibt zu Schemata (XDatenfelder 2 und 3.0.0) das XSD ihrer Instanzen.")
final class XdfSchema extends Schemabefehl {

    XdfSchema() {
        super(".xsd");
    }

    @Override
    void schreibe(Bauplan plan, OutputStream strom) {
        XsdSchreiber.schreibe(plan, strom);
    }
}
