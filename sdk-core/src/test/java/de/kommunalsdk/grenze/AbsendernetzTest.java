/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.grenze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has many addresses is counted once; who shares none is not counted together. */
class AbsendernetzTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::, 20010db800010002/64",
        "2001:DB8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "[2001:db8:1:2::1], 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::1, 0000000000000000/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::ffff:cb00:7107, 203.0.113.7",
        "2001:db8::zz, 2001:db8::zz",
        "portal.example:80, portal.example:80",
        "unbekannt, unbekannt",
        "'', ''",
    })
    void theNetworkOfAnAddress(String adresse, String netz) {
        assertThat(Absendernetz.von(adresse)).isEqualTo(netz);
    }
}
