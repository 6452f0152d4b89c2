/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.XfallErgebnis;
import de.kommunalsdk.xfall.XfallJson;
import de.kommunalsdk.xfall.XfallJsonLeser;
import de.kommunalsdk.xfall.XfallXml;
import de.kommunalsdk.xfall.XfallXmlLeser;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** XSD in the JDK's validator, JSON Schema in that of networknt and our own check: one judgement on everything. */
class AbgleichTest {

    private static final int INSTANZEN = 200;

    /** A made-up list for every second reference, so that both ways are taken. */
    private static final Listenquelle LISTEN =
            (referenz, spalten) -> referenz.urn().hashCode() % 2 == 0
                    ? Optional.empty()
                    : Optional.of(IntStream.range(1, 40)
                            .mapToObj(i -> new Wert("0" + i, "SYNTHETISCH " + i, ""))
                            .toList());

    private int gleich;
    private final Map<Mutation, Integer> gebrochen = new EnumMap<>(Mutation.class);

    @Test
    void everyRealSchemaAndOneWithTheRest() {
        List<Path> dateien = new ArrayList<>(FimDaten.dateien("xdf3", ".xdf3.xml"));
        dateien.addAll(FimDaten.dateien("xdf2", "_xdf2.xml"));
        assertThat(dateien).hasSize(16);
        dateien.forEach(datei -> pruefe(FimDaten.schema(datei), Namensgebung.FIM_XSLT));
        assertThat(gleich).isGreaterThan(dateien.size() * INSTANZEN / 2);
        assertThat(gebrochen.keySet())
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        Mutation.KEINE_UHRZEIT,
                        Mutation.KEIN_ZEITPUNKT,
                        Mutation.TAG_ZU_FRUEH,
                        Mutation.TAG_ZU_SPAET)));
    }

    @Test
    void whatTheRealOnesLackInTheNamesOfThePortal() {
        pruefe(Alleskoenner.schema(), Namensgebung.FIM_PORTAL);
        assertThat(gebrochen.keySet()).isEqualTo(EnumSet.allOf(Mutation.class));
    }

    private void pruefe(Stammdatenschema schema, Namensgebung namen) {
        Bauplan plan = Bauplan.von(schema, namen, LISTEN);
        Pruefstand stand = new Pruefstand(plan);
        assertThat(stand.metaschema())
                .as("%s: %s", schema.kennung(), stand.jsonSchema)
                .isEmpty();
        Random zufall = new Random(schema.kennung().hashCode());
        Instanzgenerator generator = new Instanzgenerator(zufall, LISTEN);
        for (int i = 0; i < INSTANZEN; i++) {
            gueltig(stand, generator.instanz(schema));
        }
        List<Mutation> mutationen = new ArrayList<>(List.of(Mutation.values()));
        for (int i = 0; i < INSTANZEN; i++) {
            Gruppenwert werte = generator.instanz(schema);
            Collections.shuffle(mutationen, zufall);
            // an element unknown to the schema can be added to every instance, so one of them always works
            Mutation mutation = mutationen.stream()
                    .filter(m -> m.an(schema, werte, generator, zufall).isPresent())
                    .findFirst()
                    .orElseThrow();
            ungueltig(
                    stand,
                    mutation,
                    mutation.an(schema, werte, generator, zufall).orElseThrow());
            gebrochen.merge(mutation, 1, Integer::sum);
        }
    }

    private void gueltig(Pruefstand stand, Gruppenwert werte) {
        Bauplan plan = stand.plan;
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XfallXml.schreibe(plan.schema(), plan.namen(), werte, ziel);
        String xml = ziel.toString(StandardCharsets.UTF_8);
        ziel.reset();
        XfallJson.schreibe(plan.schema(), werte, ziel);
        String json = ziel.toString(StandardCharsets.UTF_8);

        assertThat(Instanzpruefung.pruefe(plan, "", werte)).as("%s", xml).isEmpty();
        assertThat(stand.xml(xml)).as("%s", xml).isEmpty();
        assertThat(stand.json(json)).as("%s", json).isEmpty();
        XfallErgebnis gelesen = liesXml(plan, xml);
        assertThat(gelesen.probleme()).as("%s", xml).isEmpty();
        assertThat(liesJson(plan, json)).as("%s", json).isEqualTo(gelesen);
        // empty groups are written only where they are demanded
        if (new Rohschreiber(plan).xml(werte).equals(xml)) {
            assertThat(gelesen.werte()).contains(werte);
            gleich++;
        }
    }

    private static void ungueltig(Pruefstand stand, Mutation mutation, Gruppenwert werte) {
        Bauplan plan = stand.plan;
        Rohschreiber roh = new Rohschreiber(plan);
        String xml = roh.xml(werte);
        String json = roh.json(werte);

        assertThat(Instanzpruefung.pruefe(plan, "", werte))
                .as("%s %s", mutation, xml)
                .extracting(Problem::code)
                .contains(mutation.befund);
        assertThat(stand.xml(xml)).as("%s %s", mutation, xml).isNotEmpty();
        assertThat(stand.json(json)).as("%s %s", mutation, json).isNotEmpty();
        assertThat(gelesenUndGeprueft(plan, liesXml(plan, xml)))
                .as("%s %s", mutation, xml)
                .isFalse();
        assertThat(gelesenUndGeprueft(plan, liesJson(plan, json)))
                .as("%s %s", mutation, json)
                .isFalse();
    }

    private static boolean gelesenUndGeprueft(Bauplan plan, XfallErgebnis ergebnis) {
        return ergebnis.werte()
                .filter(werte -> Instanzpruefung.pruefe(plan, "", werte).isEmpty())
                .isPresent();
    }

    private static XfallErgebnis liesXml(Bauplan plan, String xml) {
        return XfallXmlLeser.lies(plan.schema(), plan.namen(), "i.xml", Pruefstand.strom(xml), XmlGrenzen.STANDARD);
    }

    private static XfallErgebnis liesJson(Bauplan plan, String json) {
        return XfallJsonLeser.lies(plan.schema(), "i.json", Pruefstand.strom(json), XmlGrenzen.STANDARD);
    }
}
