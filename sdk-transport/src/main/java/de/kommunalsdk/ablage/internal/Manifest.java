/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import de.kommunalsdk.uebermittlung.Paket;
import java.io.IOException;
import java.io.OutputStream;

/** Writes {@code manifest.json}: what the packet is and the size and SHA-256 of each file. Form version 1. */
final class Manifest {

    static final String DATEI = "manifest.json";

    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)
            .build();

    private Manifest() {}

    static void schreibe(Paket paket, OutputStream ziel) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ziel)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeStringField("schluessel", paket.schluessel());
            json.writeStringField("mandant", paket.mandant().wert());
            json.writeStringField("ars", paket.ars());
            json.writeStringField("antrag", paket.antrag().wert());
            json.writeStringField("dienst", paket.dienst().id().wert());
            json.writeStringField("dienstversion", paket.dienst().version());
            json.writeStringField("leistungsschluessel", paket.leistungsschluessel());
            json.writeStringField("vorgangsnummer", paket.vorgangsnummer().wert());
            json.writeStringField("eingegangenAm", paket.eingegangenAm().toString());
            if (!paket.synthetischeCodelisten().isEmpty()) {
                json.writeStringField("hinweis", "SYNTHETISCH: mit erzeugten Codelisten im Testbetrieb entstanden");
                json.writeArrayFieldStart("synthetischeCodelisten");
                for (String urn : paket.synthetischeCodelisten()) {
                    json.writeString(urn);
                }
                json.writeEndArray();
            }
            json.writeArrayFieldStart("teile");
            for (Paket.Teil teil : paket.teile()) {
                json.writeStartObject();
                json.writeStringField("rolle", teil.rolle().name());
                json.writeStringField("dateiname", teil.dateiname());
                json.writeStringField("anzeigename", teil.anzeigename());
                json.writeStringField("medientyp", teil.medientyp());
                json.writeNumberField("groesse", teil.groesse());
                json.writeStringField("sha256", teil.sha256());
                json.writeStringField("schema", teil.schema());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
