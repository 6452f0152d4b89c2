/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Dienst around a schema, in memory.
 *
 * @param overlay the keys {@code seiten} and {@code felder} of its dienst.yaml, may be empty
 * @param schema the FIM schema
 * @param regeln the rules as {@code regeln.json}; empty: no such file
 */
public record Probedienst(String overlay, String schema, String regeln) {

    /** Without rules. */
    public Probedienst(String overlay, String schema) {
        this(overlay, schema, "");
    }

    private static final String KOPF =
            """
            id: probe
            version: 1.0.0
            titel: Probe
            leistungsschluessel: ["99102013104000"]
            vertrauensniveau: ohne
            schema: probe.xdf3.xml
            beschreibung: {kurztext: Synthetischer Dienst für Tests}
            wege: [ablage]
            """;

    /** The same with another {@code vertrauensniveau}. */
    public String yaml(String niveau) {
        return yaml().replace("vertrauensniveau: ohne", "vertrauensniveau: " + niveau);
    }

    /** Its dienst.yaml. */
    public String yaml() {
        return KOPF + overlay;
    }

    /** The Dienst without a form. */
    public OzgDienst dienst() {
        List<Problem> probleme = new ArrayList<>();
        Optional<OzgDienst> dienst = DienstLeser.lies(new Speicher(yaml(), schema, regeln), probleme);
        assertThat(probleme).isEmpty();
        return dienst.orElseThrow();
    }

    /** Compiles. */
    public FormularBauer.Ergebnis baue(boolean testmodus) {
        return FormularBauer.baue(dienst(), testmodus);
    }

    /** The form; problems of any severity are a fault of the test. */
    public Formular formular() {
        FormularBauer.Ergebnis ergebnis = baue(false);
        assertThat(ergebnis.probleme()).isEmpty();
        return ergebnis.formular().orElseThrow();
    }

    /** The line of dienst.yaml that has this text; it stands in exactly one. */
    public int zeile(String text) {
        List<String> zeilen = (KOPF + overlay).lines().toList();
        List<String> treffer = zeilen.stream().filter(z -> z.contains(text)).toList();
        assertThat(treffer).as(text).hasSize(1);
        return zeilen.indexOf(treffer.get(0)) + 1;
    }

    private record Speicher(String yaml, String xml, String regeln) implements Dienstdateien {

        @Override
        public String ort() {
            return "probe";
        }

        @Override
        public Optional<InputStream> oeffnen(String name) {
            String inhalt = name.endsWith(".json") ? regeln : name.equals(DienstLeser.DATEI) ? yaml : xml;
            return Optional.of(inhalt)
                    .filter(text -> !text.isEmpty())
                    .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
