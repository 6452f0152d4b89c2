/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page repeats of its own address leads nowhere else. */
class AnfrageadresseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/..;/stadt/hunde",
                "//evil.example",
                "/stadt/hunde;Domain=evil.example",
                "/\\evil.example/hunde",
                "/a/../stadt",
                "/a/..",
                "/a/%2E%2e/stadt",
                "/a/./stadt",
                "/a\u0001b",
                "/a\r\nSet-Cookie: x=y"
            })
    void anAddressThatMayLeadElsewhereIsRefused(String adresse) {
        assertThatExceptionOfType(Abbruch.class)
                .isThrownBy(() -> Anfrageadresse.verlangeSicher(adresse))
                .withMessage("OZG-WEB-0003")
                .matches(e -> e.status() == 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/stadt/hunde", "/stadt//hunde/", "/stadt/h%C3%BCnde..alt/.well-known", "/a/...", "/%3B"})
    void anyOtherPasses(String adresse) {
        assertThatCode(() -> Anfrageadresse.verlangeSicher(adresse)).doesNotThrowAnyException();
    }
}
