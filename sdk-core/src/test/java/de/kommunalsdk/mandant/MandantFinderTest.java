/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import static de.kommunalsdk.mandant.MandantDatei.GUELTIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandantFinderTest {

    private static final Mandant STADT = GUELTIG.lies();
    private static final Mandant DORF = GUELTIG.mit("id: musterstadt", "id: musterdorf")
            .mit("\"051110000000\"", "\"053150000000\"")
            .lies();

    @Test
    void fixedFinderKnowsOneMandantForAllRequests() {
        MandantFinder finder = MandantFinder.fest(STADT);
        for (String hostname : new String[] {"portal.musterstadt.example", "boese.example", ""}) {
            assertThat(finder.finde(hostname, "/musterdorf/hund-anmelden")).containsSame(STADT);
        }
        assertThat(finder.alle()).containsExactly(STADT);
        assertThat(finder.mandantImPfad()).isFalse();
    }

    private static MandantFinder nachHostname() {
        return MandantFinder.nachHostname(Map.of("portal.musterstadt.example", STADT, "musterdorf.example", DORF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal.musterstadt.example", "PORTAL.Musterstadt.EXAMPLE"})
    void findsByHostNameInAnyCase(String hostname) {
        assertThat(nachHostname().finde(hostname, "/musterdorf")).containsSame(STADT);
        assertThat(nachHostname().mandantImPfad()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "boese.example",
                "musterstadt.example",
                "x.portal.musterstadt.example",
                "portal.musterstadt.example.boese.example",
                "portal.musterstadt.example:8080",
                "portal.musterstadt.example.",
                "portal.musterstadt.example@boese.example",
                "portal.musterstadt.example\u0000",
                " portal.musterstadt.example",
                "portal.musterstad\u1e97.example",
                "*"
            })
    void aForgedOrUnknownHostIsNoMandant(String hostname) {
        assertThat(nachHostname().finde(hostname, "/")).isEmpty();
    }

    @Test
    void listsAMandantWithSeveralHostNamesOnce() {
        Map<String, Mandant> namen = new LinkedHashMap<>();
        namen.put("musterstadt.example", STADT);
        namen.put("www.musterstadt.example", STADT);
        namen.put("musterdorf.example", DORF);
        assertThat(MandantFinder.nachHostname(namen).alle()).containsExactlyInAnyOrder(STADT, DORF);
    }

    @Test
    void keepsItsHostNamesWhenTheCallersMapChanges() {
        Map<String, Mandant> namen = new LinkedHashMap<>(Map.of("musterstadt.example", STADT));
        MandantFinder finder = MandantFinder.nachHostname(namen);
        namen.put("boese.example", STADT);
        assertThat(finder.finde("boese.example", "/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/musterstadt,musterstadt",
        "/musterstadt/,musterstadt",
        "/musterstadt/hund-anmelden,musterstadt",
        "/musterdorf/musterstadt,musterdorf"
    })
    void findsByTheFirstSegmentOfThePath(String pfad, String id) {
        MandantFinder finder = MandantFinder.nachPfad(List.of(STADT, DORF));
        assertThat(finder.finde("boese.example", pfad).map(m -> m.id().wert())).contains(id);
        assertThat(finder.mandantImPfad()).isTrue();
        assertThat(finder.alle()).containsExactly(STADT, DORF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "//musterstadt",
                "/Musterstadt",
                "/musterstadt.",
                "/musterstadt;x",
                "/../musterstadt",
                "/muster%73tadt",
                "/hund-anmelden/musterstadt",
                "/musterstadt\u0000"
            })
    void anotherPathIsNoMandant(String pfad) {
        assertThat(MandantFinder.nachPfad(List.of(STADT, DORF)).finde("musterstadt", pfad))
                .isEmpty();
    }

    @Test
    void refusesTwoMandantenOfTheSameId() {
        assertThatThrownBy(() -> MandantFinder.nachPfad(List.of(STADT, GUELTIG.lies())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void urlIsBuiltFromTheConfiguredBaseOnly() {
        assertThat(STADT.url("/hund-anmelden?a=b"))
                .isEqualTo(URI.create("https://portal.musterstadt.example/ozg/hund-anmelden?a=b"));
        Mandant umgezogen = STADT.mitBasisUrl(URI.create("http://localhost:8080"));
        assertThat(umgezogen.url("/x")).isEqualTo(URI.create("http://localhost:8080/x"));
        assertThat(umgezogen.dienste()).isEqualTo(STADT.dienste());
        assertThat(umgezogen.id()).isEqualTo(STADT.id());
    }
}
