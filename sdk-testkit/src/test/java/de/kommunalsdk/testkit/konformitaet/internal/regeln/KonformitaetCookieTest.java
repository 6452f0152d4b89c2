/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.testkit.konformitaet.Ergebnis;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import de.kommunalsdk.testkit.konformitaet.Verstoss;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import java.util.List;
import org.junit.jupiter.api.Test;

class KonformitaetCookieTest {

    @Test
    void onHttpsACookieIsSecure() {
        assertThat(codes("ozg-b=1; Path=/ozg; HttpOnly; SameSite=Lax", true)).containsExactly("cookie-secure");
        assertThat(codes("ozg-b=1; Path=/ozg; HttpOnly; SameSite=Lax", false)).isEmpty();
        assertThat(codes("ozg-b=secure; path=/ozg; httponly; samesite=strict; secure", true))
                .isEmpty();
    }

    @Test
    void allThatIsMissingIsSaid() {
        assertThat(codes("ozg-b=1; SameSite=None", true))
                .containsExactly("cookie-httponly", "cookie-samesite", "cookie-secure");
    }

    private static List<String> codes(String zeile, boolean https) {
        Befund befund = new Befund(new Sicherheitskopfzeilen().regel());
        Sicherheitskopfzeilen.cookie("ozg-b", zeile, https, befund);
        Ergebnis ergebnis = befund.ergebnis();
        return ergebnis instanceof Verletzt verletzt
                ? verletzt.verstoesse().stream().map(Verstoss::code).toList()
                : List.of();
    }
}
