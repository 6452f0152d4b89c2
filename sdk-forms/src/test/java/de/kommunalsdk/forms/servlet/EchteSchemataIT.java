/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.EchteDienste;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.servlet.Schemagang.Bilanz;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.Instanzpruefung;
import de.kommunalsdk.schema.JsonSchemaSchreiber;
import de.kommunalsdk.schema.XsdSchreiber;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXmlLeser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * Every real FIM schema through the front door: wrong answers are refused at the right field, right ones are kept over an
 * interruption, and what is delivered fits the XSD and the JSON Schema that are made of it.
 */
class EchteSchemataIT {

    /** They demand locked fields to which they give no content; dienst.yaml has to. All others need no overlay. */
    private static final List<String> BRAUCHEN_INHALT =
            List.of("s05000001291-xdf3", "s05000001319-xdf3", "s05000001323-xdf3");

    private static final SchemaRegistry JSON = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            b -> b.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    @Test
    void walksAllRealSchemas(@TempDir Path ohne, @TempDir Path mit) throws IOException, SAXException {
        Map<String, String> inhalte = inhalte(ohne);
        assertThat(inhalte.keySet()).containsExactlyInAnyOrderElementsOf(BRAUCHEN_INHALT);
        List<Bilanz> bilanzen = new ArrayList<>();
        SortedMap<String, Integer> fassungen = new TreeMap<>();
        Map<String, Integer> listen = new HashMap<>();
        try (Testportal portal = portal(mit, inhalte)) {
            for (Formular formular : formulare(portal.sdk())) {
                Schemagang gang = new Schemagang(portal, formular);
                Seite quittung = gang.gehe();

                assertThat(quittung.h1()).isEqualTo("Ihr Antrag ist eingegangen");
                List<Paket> pakete = portal.pakete();
                Paket paket = pakete.get(pakete.size() - 1);
                pruefeEingefrorenes(portal, formular, gang, paket);
                pruefePaket(formular, paket);
                bilanzen.add(gang.bilanz());
                String id = formular.dienst().id().wert();
                fassungen.merge(id.substring(id.length() - 4), 1, Integer::sum);
                listen(formular).forEach((art, zahl) -> listen.merge(art, zahl, Integer::sum));
                listen.merge(listen(formular).keySet() + " Schemata", 1, Integer::sum);
            }
        }
        Bilanz summe = bilanzen.stream().reduce(Bilanz.KEINE, Bilanz::plus);
        String bericht = "EchteSchemataIT: " + fassungen + ", Codelisten " + new TreeMap<>(listen) + ", " + summe;
        System.out.println(bericht);
        Files.writeString(Path.of("target/echte-schemata.txt"), bericht + "\n");

        assertThat(fassungen).isEqualTo(Map.of("xdf2", 3, "xdf3", 13));
        assertThat(listen)
                .isEqualTo(Map.of(
                        "echt", 6,
                        "SYNTHETISCH", 22,
                        "[] Schemata", 4,
                        "[echt] Schemata", 1,
                        "[SYNTHETISCH] Schemata", 9,
                        "[SYNTHETISCH, echt] Schemata", 2));
        assertThat(bilanzen).allSatisfy(b -> {
            assertThat(b.unterbrochen()).isOne();
            assertThat(b.ablehnungen()).isPositive();
        });
        assertThat(summe.eintraege()).isGreaterThan(50);
    }

    /** Overlays by Dienst, for what the compiler warned of: the author's own words instead of the missing ones. */
    private static Map<String, String> inhalte(Path ordner) {
        Map<String, String> overlays = new HashMap<>();
        try (Testportal portal = portal(ordner, Map.of())) {
            Map<String, List<String>> leere = portal.sdk().probleme().stream()
                    .filter(p -> p.code() == FormFehler.FEST_OHNE_INHALT)
                    .collect(Collectors.groupingBy(
                            p -> EchteDienste.id(
                                    Path.of(p.stelle().datei()).getFileName().toString()),
                            Collectors.mapping(p -> p.stelle().pfad(), Collectors.toList())));
            leere.forEach((id, pfade) -> overlays.put(
                    id,
                    pfade.stream()
                            .map(pfad -> "  \"" + pfad + "\": '\"ohne Angabe\"'\n")
                            .collect(Collectors.joining("", "berechnungen:\n", ""))));
        }
        return overlays;
    }

    private static Testportal portal(Path ordner, Map<String, String> overlays) {
        List<String> ids = EchteDienste.schemata().stream()
                .map(schema ->
                        EchteDienste.schreibe(ordner, schema, overlays.getOrDefault(EchteDienste.id(schema), "")))
                .toList();
        return Testportal.starte(b -> b.testmodus(true)
                .dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade())
                .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", EchteDienste.angebot(ids)))));
    }

    private static List<Formular> formulare(KommunalSdk sdk) {
        return EchteDienste.schemata().stream()
                .map(schema -> new DienstId(EchteDienste.id(schema)))
                .map(id -> sdk.dienste().dienst(id).orElseThrow())
                .map(dienst -> sdk.formular(dienst.ref()).orElseThrow())
                .toList();
    }

    /** How many lists the selects of a form have, by what the entries say of themselves. */
    private static SortedMap<String, Integer> listen(Formular formular) {
        SortedMap<String, Integer> listen = new TreeMap<>();
        formular.felder().values().stream()
                .filter(f -> f.datenfeld().codeliste().isPresent()
                        && f.datenfeld().werte().isEmpty())
                .collect(Collectors.toMap(
                        f -> f.datenfeld().codeliste().get().versionUrn(),
                        f -> f.werte().stream().allMatch(w -> w.code().startsWith("SYNTHETISCH")),
                        Boolean::logicalAnd))
                .values()
                .forEach(synthetisch -> listen.merge(synthetisch ? "SYNTHETISCH" : "echt", 1, Integer::sum));
        assertThat(listen.getOrDefault("SYNTHETISCH", 0))
                .isEqualTo(formular.synthetischeCodelisten().size());
        return listen;
    }

    /** Each answer and file is frozen as it was given, and nothing else but what nobody is asked for. */
    private static void pruefeEingefrorenes(Testportal portal, Formular formular, Schemagang gang, Paket paket) {
        Antrag antrag = portal.sdk()
                .datenhaltung()
                .antraege()
                .antrag(paket.mandant(), paket.antrag())
                .orElseThrow();
        Antworten frozen = AntwortenFormat.lies(antrag.inhalt());
        SortedMap<String, String> gefragte = new TreeMap<>(frozen.werte());
        gefragte.keySet().removeIf(ort -> {
            Feld feld = formular.felder().get(Feldstelle.pfad(ort));
            return feld == null || !feld.fragt() || feld.berechnet();
        });
        assertThat(gefragte).isEqualTo(gang.gegeben());
        Map<AnlageId, String> namen =
                antrag.anlagen().stream().collect(Collectors.toMap(Anlage::id, Anlage::dateiname));
        SortedMap<String, String> dateien = new TreeMap<>();
        frozen.anlagen()
                .forEach((ort, ids) ->
                        dateien.put(ort, ids.stream().map(namen::get).collect(Collectors.joining("|"))));
        assertThat(dateien).isEqualTo(gang.dateien());
    }

    private static void pruefePaket(Formular formular, Paket paket) throws IOException, SAXException {
        Bauplan plan = Bauplan.von(formular.schema());
        String xml = Probeantrag.text(paket, Rolle.FACHDATEN_XML);
        String json = Probeantrag.text(paket, Rolle.FACHDATEN_JSON);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(text(ziel -> XsdSchreiber.schreibe(plan, ziel)))))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        assertThat(JSON.getSchema(text(ziel -> JsonSchemaSchreiber.schreibe(plan, ziel)), InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
        Gruppenwert ausXml =
                XfallXmlLeser.lies(formular.schema(), "", strom(xml)).werte().orElseThrow();
        assertThat(XfallJsonLeser.lies(formular.schema(), "", strom(json)).werte())
                .contains(ausXml);
        assertThat(Instanzpruefung.pruefe(plan, "", ausXml)).isEmpty();
    }

    private static InputStream strom(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Consumer<ByteArrayOutputStream> schreiber) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        schreiber.accept(ziel);
        return ziel.toString(StandardCharsets.UTF_8);
    }
}
