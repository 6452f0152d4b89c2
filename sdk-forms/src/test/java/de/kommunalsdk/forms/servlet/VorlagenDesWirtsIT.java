/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A host replaces a page, a part of every page and a part of the form by its own templates (src/test/jte). */
class VorlagenDesWirtsIT {

    @Test
    void aTemplateOfTheHostTakesThePlaceOfOurs() {
        try (Testportal portal = Testportal.starte(b -> b.vorlagen("de.kommunalsdk.forms.wirt.vorlagen"))) {
            Testbrowser b = portal.browser();
            Seite person = starte(b);
            assertThat(person.html().select("p.eigenes-feld label").eachText()).contains("Vornamen", "Familienname");
            assertThat(person.html().select(".ozg-feld")).isEmpty();
            assertThat(person.html().select(".ozg-fuss").text()).isEqualTo("Fragen? +49 30 23125 000");
            // what the host does not replace is ours
            assertThat(person.html().select(".ozg-kopf img")).hasSize(1);
        }
    }

    @Test
    void aPageOfTheHostGetsTheSameParameters() {
        try (Testportal portal = Testportal.starte(b -> b.vorlagen("de.kommunalsdk.forms.wirt.vorlagen"))) {
            Testbrowser b = portal.browser();
            // the test browser sends its answers whatever the form looks like
            Seite pruefen = bisPruefen(b);
            Seite quittung = b.druecke(pruefen, "Verbindlich absenden", Map.of());
            assertThat(quittung.h1()).isEqualTo("Vielen Dank!");
            assertThat(quittung.html().select(".ozg-code").text()).isNotEmpty();
            assertThat(quittung.text()).contains("Hund anmelden: Wir haben Ihren Antrag am 23.11.2026, 10:00:00");
        }
    }
}
