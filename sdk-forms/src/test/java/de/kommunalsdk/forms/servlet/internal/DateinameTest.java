/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateinameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nachweis größer.pdf | Nachweis größer.pdf",
                "../../etc/passwd | passwd",
                "C:\\Users\\Erika\\a.pdf | a.pdf",
                "a/b\\c.pdf | c.pdf",
                "<b>:\"?*.pdf | b.pdf",
                "/ | Datei",
                "... | ...",
            })
    void aNameHasNoPathAndNoSignThatMeansSomething(String roh, String sauber) {
        assertThat(Dateiname.sauber(roh)).isEqualTo(sauber);
    }

    @Test
    void nothingInvisibleStaysAndItIsNormalised() {
        assertThat(Dateiname.sauber("a\u202egnp.pdf")).isEqualTo("agnp.pdf");
        assertThat(Dateiname.sauber("\ufeffa\u200b\u2066b\r\n\0.pdf")).isEqualTo("ab.pdf");
        assertThat(Dateiname.sauber(Normalizer.normalize("Größe", Normalizer.Form.NFD)))
                .isEqualTo("Größe");
        assertThat(Dateiname.sauber("x".repeat(500) + ".pdf")).hasSize(120).endsWith("x.pdf");
        assertThat(Dateiname.sauber("\ud83d\ude00".repeat(200))).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void aDownloadIsAnAttachmentWithBothNames() {
        assertThat(Dateiname.disposition("Nachweis größer.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Nachweis gr__er.pdf\"; filename*=UTF-8''Nachweis%20gr%C3%B6%C3%9Fer.pdf");
        assertThat(Dateiname.disposition("a\"\r\nX: y;.pdf")).doesNotContain("\r", "\n", "a\"", "y;.");
    }
}
