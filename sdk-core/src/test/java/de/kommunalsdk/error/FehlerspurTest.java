/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FehlerspurTest {

    @Test
    void namesClassesAndFramesOfAllCausesButNoMessage() {
        Exception fehler =
                new IllegalStateException("Erika", new IOException("Mustermann", new ArithmeticException("geheim")));

        String spur = Fehlerspur.von(fehler);

        assertThat(spur)
                .startsWith("java.lang.IllegalStateException\n\tat ")
                .contains(
                        "\nCaused by: java.io.IOException\n\tat ", "\nCaused by: java.lang.ArithmeticException\n\tat ")
                .contains("FehlerspurTest.namesClassesAndFramesOfAllCausesButNoMessage(FehlerspurTest.java:")
                .doesNotContain("Erika", "Mustermann", "geheim");
    }

    @Test
    void endsWhereCausesGoRoundAndCutsDeepStacks() {
        Exception einer = new Exception();
        Exception anderer = new Exception(einer);
        einer.initCause(anderer);
        StackTraceElement[] tief = new StackTraceElement[5_000];
        java.util.Arrays.fill(tief, new StackTraceElement("a.B", "c", "B.java", 1));
        einer.setStackTrace(tief);
        anderer.setStackTrace(tief);

        assertThat(Fehlerspur.von(einer).lines()).hasSize(11 * 101);
    }

    @Test
    void oneWordIsEnoughForWhatIsKnown() {
        assertThat(Fehlerspur.kurz(new InvalidInput(StoreFehler.ZU_GROSS, "Erika")))
                .isEqualTo("OZG-STORE-0004");
        assertThat(Fehlerspur.kurz(new IOException("Erika"))).isEqualTo("java.io.IOException");
        assertThat(Fehlerspur.kurz(new IllegalStateException("Erika")))
                .startsWith("java.lang.IllegalStateException\n\tat ")
                .doesNotContain("Erika");
    }
}
