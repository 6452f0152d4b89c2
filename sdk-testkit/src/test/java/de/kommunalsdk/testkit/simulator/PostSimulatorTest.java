/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostSimulatorTest {

    private static final MandantId STADT = new MandantId("musterstadt");

    @Test
    void aMailIsKeptOnceAndWrittenWhole(@TempDir Path ordner) throws IOException {
        PostSimulator post = PostSimulator.inOrdner(ordner.resolve("post"));

        post.sende(STADT, "Nabc", "erika@example.org", "Betreff", "Text");
        post.sende(STADT, "Nabc", "erika@example.org", "Betreff", "Text");
        PostSimulator.inOrdner(ordner.resolve("post")).sende(STADT, "Nabc", "anders@example.org", "Betreff", "Text");

        assertThat(post.briefe())
                .containsExactly(new PostSimulator.Brief(STADT, "Nabc", "erika@example.org", "Betreff", "Text"));
        assertThat(ordner.resolve("post")).isDirectoryNotContaining("glob:**.teil");
        assertThat(Files.readString(ordner.resolve("post/Nabc.txt")))
                .isEqualTo("An: erika@example.org\nBetreff: Betreff\n\nText");
    }

    @Test
    void aServerThatIsDownKeepsNothing() {
        PostSimulator post = PostSimulator.imSpeicher().stoert(1);

        assertThatThrownBy(() -> post.sende(STADT, "N1", "erika@example.org", "b", "t"))
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.retryable()).isTrue());
        assertThat(post.briefe()).isEmpty();
        post.sende(STADT, "N1", "erika@example.org", "b", "t");
        assertThat(post.briefe()).hasSize(1);
    }
}
