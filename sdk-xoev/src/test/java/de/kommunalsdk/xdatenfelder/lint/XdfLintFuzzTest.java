/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

class XdfLintFuzzTest {

    /** Nothing is thrown for any bytes, and what is found is sorted and comes from the table. */
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] datei) {
        LintErgebnis ergebnis = XdfLint.pruefe("fuzz.xml", new ByteArrayInputStream(datei));

        assertThat(ergebnis.befunde()).extracting(b -> b.stelle().zeile()).isSorted();
        assertThat(ergebnis.befunde()).allMatch(b -> b.meldung().geprueft());
        assertThat(ergebnis.befunde().isEmpty()
                        && ergebnis.probleme().isEmpty()
                        && ergebnis.id().isEmpty())
                .isFalse();
    }
}
