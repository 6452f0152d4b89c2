/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import static de.kommunalsdk.codeliste.Probelisten.URN;
import static de.kommunalsdk.codeliste.Probelisten.liste;
import static de.kommunalsdk.codeliste.Probelisten.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeprueferTest {

    private static final CodelistenStore STORE = CodelistenStore.dateien(Map.of(
            "1.xml",
            () -> new ByteArrayInputStream(liste("1", zeile("a", "A")).getBytes(StandardCharsets.UTF_8)),
            "2.xml",
            () -> new ByteArrayInputStream(
                    liste("2", zeile("a", "A") + zeile("b", "B")).getBytes(StandardCharsets.UTF_8))));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STRENG, 1, a, -, -",
                "STRENG, 1, b, UNBEKANNTER_CODE, FEHLER",
                "STRENG, '', b, -, -",
                "STRENG, 3, a, VERSION_FEHLT, FEHLER",
                "WARNEN, 1, b, UNBEKANNTER_CODE, FEHLER",
                "WARNEN, 3, a, VERSION_FEHLT, WARNUNG",
                "WARNEN, 3, c, UNBEKANNTER_CODE, WARNUNG",
                "UNBEKANNTE_ANNEHMEN, 3, c, VERSION_FEHLT, HINWEIS",
                "UNBEKANNTE_ANNEHMEN, 2, c, UNBEKANNTER_CODE, FEHLER"
            })
    void aCodeIsJudgedByItsListAndThePolicy(
            Versionspolitik politik, String version, String code, CodelisteFehler fehler, Problem.Schwere schwere) {
        assertProblem(politik, URN, version, code, fehler, schwere);
    }

    @ParameterizedTest
    @CsvSource({"STRENG, FEHLER", "WARNEN, WARNUNG", "UNBEKANNTE_ANNEHMEN, HINWEIS"})
    void aListThatNobodyInstalledIsSaidByItsOwnCode(Versionspolitik politik, Problem.Schwere schwere) {
        assertProblem(politik, "urn:de:beispiel:fehlt", "1", "geheim", CodelisteFehler.LISTE_FEHLT, schwere);
        assertProblem(politik, "", "", "geheim", CodelisteFehler.LISTE_FEHLT, Problem.Schwere.FEHLER);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:de:beispiel:fehlt, 1.0, urn:de:beispiel:fehlt_1.0: ",
        "http://example.org/liste_a, '', http://example.org/liste_a: ",
        "Frau Geheim, 1, (keine URN): ",
        "geheim, 1, (keine URN): ",
        "'urn:a\u2028b', 1, (keine URN): ",
        "urn:a, 'Frau Geheim', urn:a (keine Version): ",
        "urn:de:beispiel:codeliste:farbe, 'Frau Geheim', urn:de:beispiel:codeliste:farbe (keine Version): "
    })
    void onlyWhatLooksLikeAListIsNamed(String urn, String version, String anfang) {
        String meldung = new Codepruefer(STORE, Versionspolitik.STRENG)
                .pruefe(urn, version, "x", Fundstelle.in("n.xml"))
                .orElseThrow()
                .meldung();

        assertThat(meldung + " ").startsWith(anfang).doesNotContainIgnoringCase("geheim");
    }

    @Test
    void anEndlessUrnOrVersionIsNotNamed() {
        Codepruefer pruefer = new Codepruefer(STORE, Versionspolitik.STRENG);
        String lang = "a".repeat(100_000);

        assertThat(pruefer.pruefe("urn:" + lang, "1", "x", Fundstelle.in("n.xml"))
                        .orElseThrow()
                        .meldung())
                .startsWith("(keine URN): ");
        assertThat(pruefer.pruefe("urn:a", lang, "x", Fundstelle.in("n.xml"))
                        .orElseThrow()
                        .meldung())
                .startsWith("urn:a (keine Version): ");
    }

    private static void assertProblem(
            Versionspolitik politik,
            String urn,
            String version,
            String code,
            CodelisteFehler fehler,
            Problem.Schwere schwere) {
        var problem = new Codepruefer(STORE, politik).pruefe(urn, version, code, new Fundstelle("n.xml", 3, 7, ""));
        if (fehler == null) {
            assertThat(problem).isEmpty();
            return;
        }
        assertThat(problem).hasValueSatisfying(p -> {
            assertThat(p.code()).isEqualTo(fehler);
            assertThat(p.schwere()).isEqualTo(schwere);
            assertThat(p.stelle().zeile()).isEqualTo(3);
            assertThat(p.meldung()).doesNotContain("geheim");
        });
    }
}
