/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailadresseTest {

    @ParameterizedTest
    @CsvSource({
        "erika@example.org, erika@example.org",
        "' erika.m+amt@a-b.example ', erika.m+amt@a-b.example",
        "info@müllstadt.example, info@xn--mllstadt-65a.example",
        "o'brien@example.co.uk, o'brien@example.co.uk"
    })
    void anAddressIsTaken(String getippt, String wert) {
        assertThat(Mailadresse.lies(getippt)).map(Mailadresse::wert).contains(wert);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "erika",
                "erika@",
                "@example.org",
                "erika@localhost",
                "erika@example..org",
                ".erika@example.org",
                "a@b@example.org",
                "erika@example.org\r\nBcc: alle@example.org",
                "erika@example.org\nBcc: alle@example.org",
                "erika\u0000@example.org",
                "erika@example.org,alle@example.org",
                "erika@example.org;alle@example.org",
                "Erika <erika@example.org>",
                "\"erika m\"@example.org",
                "erika@[127.0.0.1]",
                "erika @example.org",
                "erika@exam\u2028ple.org",
                "erika@example.org%0d%0aBcc:x"
            })
    void whatCouldEndAHeaderOrNameAnotherIsNone(String getippt) {
        assertThat(Mailadresse.lies(getippt)).isEmpty();
    }

    @Test
    void tenThousandCharactersAreNone() {
        assertThat(Mailadresse.lies("a".repeat(10_000) + "@example.org")).isEmpty();
        assertThat(Mailadresse.lies("a@" + "a.".repeat(5_000) + "org")).isEmpty();
        assertThat(Mailadresse.lies("a@".repeat(5_000))).isEmpty();
    }

    @Test
    void aSubjectIsOneLine() {
        Mailadresse an = new Mailadresse("erika@example.org");
        for (String betreff : new String[] {"", "a\nBcc: x@example.org", "a\rb", "x".repeat(201)}) {
            assertThatThrownBy(() -> new Nachricht(an, betreff, "")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Nachricht(an, "b", "x".repeat(20_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
