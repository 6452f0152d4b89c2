/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.kommunalsdk.FimDaten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The table of numbers against the official list, against the checks, and against the documentation. */
class MeldungTest {

    private static final Path DOKUMENTE = Path.of(System.getProperty("project.root", ".."), "docs");
    private static final String ANFANG = "<!-- xdfm table, generated from here -->\n";
    private static final String ENDE = "<!-- to here -->\n";

    @Test
    void numbersAndTypesAreThoseOfTheOfficialList() throws Exception {
        Map<Integer, String> amtlich = new TreeMap<>();
        NodeList zeilen = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(FimDaten.ordner()
                        .resolve("xdfm-meldungen-1.8.genericode.xml")
                        .toFile())
                .getElementsByTagName("Row");
        for (int i = 0; i < zeilen.getLength(); i++) {
            Element zeile = (Element) zeilen.item(i);
            amtlich.put(Integer.valueOf(wert(zeile, "Code")), wert(zeile, "Typ"));
        }

        assertThat(amtlich).hasSize(142);
        assertThat(Meldung.alle()).hasSize(142);
        assertThat(Meldung.alle().stream()
                        .collect(Collectors.toMap(Meldung::nummer, m -> m.typ().code())))
                .isEqualTo(amtlich);
        assertThat(Meldung.alle()).extracting(Meldung::nummer).isSorted();
    }

    @Test
    void whatIsCheckedHasARemedyAndWhatIsNotHasAReason() {
        assertThat(Meldung.alle()).allSatisfy(m -> {
            assertThat(m.text()).endsWith(".").doesNotContain("|");
            assertThat(m.abhilfe().isEmpty()).isNotEqualTo(m.grund().isEmpty());
        });
        assertThat(Meldung.alle())
                .filteredOn(m -> m.typ() == Meldung.Typ.DEAKTIVIERT)
                .hasSize(9)
                .noneMatch(Meldung::geprueft);
        assertThat(Meldung.alle()).filteredOn(Meldung::geprueft).hasSize(122);
    }

    @Test
    void anUnknownNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Meldung.von(1020));
        assertThatIllegalArgumentException().isThrownBy(() -> Meldung.von(1145));
    }

    /** With {@code -Dlinttabelle=schreibe} the table is written anew. */
    @Test
    void theDocumentationHasTheTable() throws IOException {
        List<Path> mitTabelle;
        try (Stream<Path> alle = Files.walk(DOKUMENTE)) {
            mitTabelle = alle.filter(p -> p.toString().endsWith(".md"))
                    .filter(MeldungTest::hatTabelle)
                    .toList();
        }
        assertThat(mitTabelle).hasSize(1);
        Path dokument = mitTabelle.get(0);
        String ist = Files.readString(dokument);
        String soll =
                ist.substring(0, ist.indexOf(ANFANG) + ANFANG.length()) + tabelle() + ist.substring(ist.indexOf(ENDE));

        if ("schreibe".equals(System.getProperty("linttabelle"))) {
            Files.writeString(dokument, soll);
        } else {
            assertThat(ist)
                    .as("table in " + dokument + "; make it anew: ./mvnw -B -ntp -pl sdk-xoev -am -Dtest=MeldungTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dlinttabelle=schreibe test")
                    .isEqualTo(soll);
        }
    }

    private static boolean hatTabelle(Path dokument) {
        try {
            return Files.readString(dokument).contains(ANFANG);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String tabelle() {
        return "\n| Number | Type | Message | Checked |\n|---|---|---|---|\n"
                + Meldung.alle().stream()
                        .map(m -> "| " + m.nummer() + " | " + m.typ().code() + " | " + m.text() + " | "
                                + (m.geprueft() ? "yes" : "no: " + m.grund()) + " |\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String wert(Element zeile, String spalte) {
        NodeList werte = zeile.getElementsByTagName("Value");
        for (int i = 0; i < werte.getLength(); i++) {
            if (((Element) werte.item(i)).getAttribute("ColumnRef").equals(spalte)) {
                return werte.item(i).getTextContent().strip();
            }
        }
        throw new AssertionError(spalte);
    }
}
