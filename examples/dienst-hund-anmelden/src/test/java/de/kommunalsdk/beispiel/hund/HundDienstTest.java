/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.hund;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.Leistungsschluessel;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HundDienstTest {

    private static final String ORDNER = "/META-INF/ozg-dienst/hund-anmelden/";
    private static final List<Problem> PROBLEME = new ArrayList<>();

    private static Knoten dienst;
    private static List<String> blattpfade;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream yaml = quelle("dienst.yaml");
                InputStream xml = quelle("S05999000001.xdf3.xml")) {
            dienst = Knoten.lies("dienst.yaml", yaml.readAllBytes(), PROBLEME).orElseThrow();
            Stammdatenschema schema =
                    XdfLeser.lies("S05999000001.xdf3.xml", xml).schema().orElseThrow();
            blattpfade = new ArrayList<>();
            schema.struktur().forEach(s -> sammle("", s));
        }
    }

    @Test
    void isReadWithoutAnyProblem() {
        assertThat(PROBLEME).isEmpty();
        assertThat(dienst.texte("leistungsschluessel"))
                .extracting(Leistungsschluessel::new)
                .hasSize(1);
    }

    @Test
    void everyFieldStandsOnExactlyOnePage() {
        List<String> platziert = dienst.liste("seiten").stream()
                .flatMap(seite -> seite.texte("felder").stream())
                .toList();

        assertThat(blattpfade).hasSize(22).allSatisfy(pfad -> assertThat(platziert)
                .filteredOn(ort -> pfad.equals(ort) || pfad.startsWith(ort + "."))
                .as(pfad)
                .hasSize(1));
    }

    @Test
    void everyFieldThatIsDescribedExists() {
        assertThat(dienst.abbildung("felder").orElseThrow().eintraege().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(blattpfade)
                        .as(name)
                        .anyMatch(pfad -> pfad.equals(name) || pfad.endsWith("." + name)));
    }

    private static void sammle(String davor, Struktur struktur) {
        String pfad = davor + struktur.element().id();
        if (struktur.element() instanceof Datenfeldgruppe gruppe) {
            gruppe.struktur().forEach(s -> sammle(pfad + ".", s));
        } else {
            blattpfade.add(pfad);
        }
    }

    private static InputStream quelle(String name) {
        return assertThat(HundDienstTest.class.getResourceAsStream(ORDNER + name))
                .as(name)
                .isNotNull()
                .actual();
    }
}
