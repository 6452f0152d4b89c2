/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.virenscan.Virenscanner;
import org.junit.jupiter.api.Test;

class KommunalSdkBuilderTest {

    private static final String WIDERSPRUCH = "\"virenscanner\" und \"ohneVirenscanner\"";

    @Test
    void aScannerAndNoScannerIsAContradiction() {
        Virenscanner scanner = datei -> Virenscanner.Befund.UNBEKANNT;

        ConfigurationError beides =
                fehler(KommunalSdk.builder().virenscanner(scanner).ohneVirenscanner());

        assertThat(beides.code()).isEqualTo("OZG-SDK-0001");
        assertThat(beides.getMessage()).contains(WIDERSPRUCH);
        assertThat(fehler(KommunalSdk.builder().virenscanner(scanner)).getMessage())
                .doesNotContain(WIDERSPRUCH);
        assertThat(fehler(KommunalSdk.builder().ohneVirenscanner()).getMessage())
                .doesNotContain(WIDERSPRUCH);
    }

    private static ConfigurationError fehler(KommunalSdkBuilder builder) {
        return catchThrowableOfType(ConfigurationError.class, builder::starte);
    }
}
