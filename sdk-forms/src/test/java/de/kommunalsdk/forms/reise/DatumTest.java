/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatumTest {

    @Test
    void readsDaysOfTheCalendar() {
        assertThat(Datum.lies("2026-11-23")).contains(LocalDate.of(2026, 11, 23));
        assertThat(Datum.lies("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Datum.lies("2000-02-29")).contains(LocalDate.of(2000, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29",
                "1900-02-29",
                "2026-04-31",
                "2026-00-01",
                "2026-13-01",
                "2026-01-00",
                "2026-1-1",
                "26-01-01",
                "+12026-01-01",
                "-2026-01-01",
                "23.11.2026",
                "2026-11-23T00:00:00",
                "2026-11-23 ",
                "2026-11-23\n",
                "\u0662\u0660\u0662\u0666-11-23"
            })
    void givesNothingForAnythingElse(String text) {
        assertThat(Datum.lies(text)).isEmpty();
    }
}
