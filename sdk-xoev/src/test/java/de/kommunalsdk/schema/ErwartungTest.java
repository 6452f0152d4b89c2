/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.FimDaten;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our schemas beside those of the FIM-XSLT: every difference is of a kind that docs/fim.md gives a reason for. */
class ErwartungTest {

    /** A deliberate difference, as docs/fim.md names it, and how it shows: what only the FIM-XSLT says, what only we say. */
    private enum Art {
        DATEI_IST_DATEINAME(Pattern.quote("[type=xs:anyType] -> [minLength@value=1, type=xs:string]")),
        MUSTER_JE_DIALEKT("\\[pattern(@value)?=.*\\] -> \\[pattern(@value)?=.*\\]"),
        NICHT_LEER(Pattern.quote("[] -> [minLength") + "(@value)?=1\\]"),
        DATUM_IN_EINER_FORM("\\[\\] -> \\[(format=date, )?pattern(@value)?=.*\\[1-9\\]\\[0-9\\]\\{3\\}-.*\\]"),
        OFFENE_LISTE_IST_TOKEN("\\[type=xs:string\\] -> \\[minLength@value=1, type=xs:token\\]|\\[\\] -> "
                + Pattern.quote("[pattern=^[^ \\t\\r\\n]+(?: [^ \\t\\r\\n]+)*$]")),
        LABEL_FEHLT_GANZ(Pattern.quote("[element@maxOccurs=0, element@minOccurs=0, type=xs:string] -> [kein Element]")),
        ID_IST_ABSOLUT(
                "\\[\\$id=S\\d+V[0-9.]+\\.schema\\.json\\] -> \\[\\$id=urn:fim-de:xfall:xdf3:.*:schema\\.json\\]"),
        KEINE_NULL_GRENZE(Pattern.quote("[minItems=0] -> []"));

        private final Pattern form;

        Art(String form) {
            this.form = Pattern.compile(form);
        }

        static Art von(String unterschied) {
            return Stream.of(values())
                    .filter(a -> a.form.matcher(unterschied).matches())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("unknown difference " + unterschied));
        }
    }

    @Test
    void theDocumentNamesTheSameKinds() throws IOException {
        String dokument = Files.readString(Path.of(System.getProperty("project.root"), "docs/fim.md"));
        String tabelle = dokument.substring(dokument.indexOf("### Deliberate differences to the FIM-XSLT"));
        assertThat(Pattern.compile("(?m)^\\| ([A-Z_]{6,}) \\|")
                        .matcher(tabelle)
                        .results()
                        .map(m -> m.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Art.values()).map(Enum::name).toList());
    }

    /** What an XSD says of each element: path to sorted facts. */
    private static Map<String, Set<String>> xsd(InputStream quelle) throws XMLStreamException {
        Map<String, Set<String>> aussagen = new TreeMap<>();
        XMLStreamReader xml = SecureXml.leser(quelle, XmlGrenzen.STANDARD);
        String pfad = "";
        while (xml.hasNext()) {
            int ereignis = xml.next();
            if (ereignis == XMLStreamReader.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("element")) {
                    pfad += "/" + xml.getAttributeValue(null, "name");
                    aussagen.put(pfad, new TreeSet<>());
                }
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    String attribut = xml.getAttributeLocalName(i);
                    if (!attribut.equals("name") && !name.equals("schema")) {
                        String was = attribut.matches("base|type") ? "type" : name + "@" + attribut;
                        aussagen.get(pfad).add(was + "=" + xml.getAttributeValue(i));
                    }
                }
                if (name.matches("choice|sequence")) {
                    aussagen.get(pfad).add(name);
                }
                if (name.equals("schema")) {
                    aussagen.put(
                            "",
                            new TreeSet<>(Set.of(
                                    "namespace=" + xml.getAttributeValue(null, "targetNamespace"),
                                    "form=" + xml.getAttributeValue(null, "elementFormDefault"))));
                }
            } else if (ereignis == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("element")) {
                pfad = pfad.substring(0, pfad.lastIndexOf('/'));
            }
        }
        return aussagen;
    }

    /** What a JSON Schema says at each place, without its texts for people. */
    private static Map<String, Set<String>> json(JsonNode schema) {
        Map<String, Set<String>> aussagen = new TreeMap<>();
        json(schema, "", aussagen);
        return aussagen;
    }

    private static void json(JsonNode schema, String pfad, Map<String, Set<String>> aussagen) {
        Set<String> hier = aussagen.computeIfAbsent(pfad, k -> new TreeSet<>());
        schema.properties().forEach(e -> {
            switch (e.getKey()) {
                case "title", "description" -> {}
                case "properties" ->
                    e.getValue().properties().forEach(p -> json(p.getValue(), pfad + "/" + p.getKey(), aussagen));
                case "items" -> json(e.getValue(), pfad + "[]", aussagen);
                case "required" -> e.getValue().forEach(n -> hier.add("required=" + n.asText()));
                case "oneOf" ->
                    e.getValue()
                            .forEach(n -> hier.add("const=" + n.path("const").asText()));
                default -> hier.add(e.getKey() + "=" + e.getValue().asText());
            }
        });
    }

    private static Map<Art, Integer> unterschiede(Map<String, Set<String>> soll, Map<String, Set<String>> ist) {
        Map<Art, Integer> arten = new TreeMap<>();
        Set<String> pfade = new TreeSet<>(soll.keySet());
        pfade.addAll(ist.keySet());
        for (String pfad : pfade) {
            Set<String> nurSoll = new TreeSet<>(soll.getOrDefault(pfad, Set.of("kein Element")));
            Set<String> nurIst = new TreeSet<>(ist.getOrDefault(pfad, Set.of("kein Element")));
            nurSoll.removeAll(ist.getOrDefault(pfad, Set.of()));
            nurIst.removeAll(soll.getOrDefault(pfad, Set.of()));
            if (!nurSoll.isEmpty() || !nurIst.isEmpty()) {
                arten.merge(Art.von(nurSoll + " -> " + nurIst), 1, Integer::sum);
            }
        }
        return arten;
    }

    @ParameterizedTest
    @CsvSource({
        "S00000000371,'DATEI_IST_DATEINAME=3, MUSTER_JE_DIALEKT=2, NICHT_LEER=2, DATUM_IN_EINER_FORM=2'",
        "S05000001195,'DATEI_IST_DATEINAME=6, MUSTER_JE_DIALEKT=4, DATUM_IN_EINER_FORM=1, OFFENE_LISTE_IST_TOKEN=3, LABEL_FEHLT_GANZ=2'",
        "S07000000201,'DATEI_IST_DATEINAME=1, MUSTER_JE_DIALEKT=2, OFFENE_LISTE_IST_TOKEN=1'"
    })
    void xsdDiffersFromTheFimXsltOnlyOnPurpose(String id, String erwartet) throws IOException, XMLStreamException {
        Path fim = FimDaten.ordner();
        String unser = Pruefstand.xsd(Bauplan.von(FimDaten.schema(fim.resolve("xdf3/" + id + ".xdf3.xml"))));
        try (InputStream soll = Files.newInputStream(fim.resolve("expected/" + id + "_xfall.xsd"))) {
            assertThat(unterschiede(xsd(soll), xsd(Pruefstand.strom(unser)))).hasToString("{" + erwartet + "}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S00000000371,'MUSTER_JE_DIALEKT=2, NICHT_LEER=5, DATUM_IN_EINER_FORM=2, ID_IST_ABSOLUT=1, KEINE_NULL_GRENZE=4'",
        "S05000001195,'MUSTER_JE_DIALEKT=4, NICHT_LEER=6, DATUM_IN_EINER_FORM=1, OFFENE_LISTE_IST_TOKEN=3, ID_IST_ABSOLUT=1, KEINE_NULL_GRENZE=6'",
        "S07000000201,'MUSTER_JE_DIALEKT=2, NICHT_LEER=1, OFFENE_LISTE_IST_TOKEN=1, ID_IST_ABSOLUT=1, KEINE_NULL_GRENZE=1'"
    })
    void jsonSchemaDiffersFromTheFimXsltOnlyOnPurpose(String id, String erwartet) throws IOException {
        Path fim = FimDaten.ordner();
        String unser = Pruefstand.jsonSchema(Bauplan.von(FimDaten.schema(fim.resolve("xdf3/" + id + ".xdf3.xml"))));
        ObjectMapper mapper = new ObjectMapper();
        JsonNode soll = mapper.readTree(
                fim.resolve("expected/" + id + ".schema.repaired.json").toFile());
        assertThat(unterschiede(json(soll), json(mapper.readTree(unser)))).hasToString("{" + erwartet + "}");
    }
}
