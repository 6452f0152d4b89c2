/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probequellen.Probeabfrage;
import de.kommunalsdk.forms.probe.Probequellen.Proberegister;
import de.kommunalsdk.register.Register;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuellenverzeichnisTest {

    private static final List<Register> REGISTER =
            List.of(Proberegister.melderegister(a -> Probequellen.gefunden(Probequellen.ERIKA)), Proberegister.kfz());

    private static List<Problem> pruefe(String overlay, List<Register> register, List<Datenabfrage> abfragen) {
        try (Quellenverzeichnis quellen = new Quellenverzeichnis(register, abfragen, Clock.systemUTC())) {
            return quellen.pruefe(
                    new Probedienst(overlay, Probequellen.SCHEMA).formular().quellen());
        }
    }

    @Test
    void aDienstWhosePortsAreThereIsFine() {
        assertThat(pruefe(Probequellen.OVERLAY, REGISTER, List.of(Probeabfrage.rechner())))
                .isEmpty();
    }

    @Test
    void missingPortsAreNamedWithTheirPlace() {
        List<Problem> probleme = pruefe(Probequellen.OVERLAY, List.of(), List.of());

        assertThat(probleme.stream().map(p -> p.code().code()))
                .containsExactly("OZG-QUELLE-0002", "OZG-QUELLE-0002", "OZG-QUELLE-0002");
        assertThat(probleme.get(0).stelle().zeile())
                .isEqualTo(Probequellen.dienst().zeile("- quelle: melderegister"));
        assertThat(probleme.get(2).meldung()).contains("gebuehrenrechner");
    }

    @ParameterizedTest
    @CsvSource({
        "attribut: plz, attribut: wohnort, OZG-QUELLE-0003",
        "ergebnis: betrag, ergebnis: summe, OZG-QUELLE-0003",
        "'eingaben: {hubraum: F05999000921}', 'eingaben: {volumen: F05999000921}', OZG-QUELLE-0003",
        "'eingaben: {hubraum: F05999000921}', 'eingaben: {}', OZG-QUELLE-0003",
        "'{hubraum: F05999000921}', '{hubraum: F05999000911}', OZG-QUELLE-0005"
    })
    void namesAndTypesMustFitThePort(String richtig, String falsch, String code) {
        List<Problem> probleme =
                pruefe(Probequellen.OVERLAY.replace(richtig, falsch), REGISTER, List.of(Probeabfrage.rechner()));

        assertThat(probleme).isNotEmpty().allSatisfy(p -> {
            assertThat(p.code().code()).isEqualTo(code);
            assertThat(p.stelle().zeile()).isPositive();
        });
    }
}
