/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.register.Registerergebnis;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final DienstRef DIENST = new DienstRef(new DienstId("probe"), "1.0.0");
    private static final Registeranfrage ANFRAGE = new Registeranfrage(
            new MandantId("musterstadt"), DIENST, "Zweck", Map.of(), Set.of("familienname"), Duration.ofSeconds(1));
    private static final Abfrage ABFRAGE = new Abfrage(
            new MandantId("musterstadt"), DIENST, Map.of("anzahl", "2"), Locale.GERMAN, Duration.ofSeconds(1));

    @Test
    void aRegisterSaysWhatItWasTold() {
        RegisterSimulator register =
                RegisterSimulator.mit("melderegister", "Melderegister").liefert(Map.of("familienname", "Mustermann"));

        assertThat(register.liefert()).containsExactly("familienname");
        assertThat(register.hole(ANFRAGE))
                .isEqualTo(new Registerergebnis.Gefunden(Map.of("familienname", "Mustermann"), Vertrauensniveau.HOCH));
        assertThat(register.stoert().hole(ANFRAGE)).isEqualTo(new Registerergebnis.Gestoert());
        assertThat(register.anfragen()).containsExactly(ANFRAGE, ANFRAGE);
        assertThat(RegisterSimulator.mit("a", "A").braucht("x").hole(ANFRAGE))
                .isEqualTo(new Registerergebnis.NichtGefunden());
    }

    @Test
    void aLookUpSaysWhatItWasTold() {
        DatenabfrageSimulator rechner =
                DatenabfrageSimulator.mit("rechner", Map.of("anzahl", Eingabetyp.ZAHL), "betrag");

        assertThat(rechner.frage(ABFRAGE)).isEqualTo(new Abfrageergebnis.KeinErgebnis(""));
        assertThat(rechner.liefert(Map.of("betrag", "12"), "Zwölf Euro").frage(ABFRAGE))
                .isEqualTo(new Abfrageergebnis.Ergebnis(Map.of("betrag", "12"), "Zwölf Euro"));
        assertThat(rechner.antwortet(a -> new Abfrageergebnis.KeinErgebnis(
                                a.zahl("anzahl").toPlainString()))
                        .frage(ABFRAGE))
                .isEqualTo(new Abfrageergebnis.KeinErgebnis("2"));
        assertThat(rechner.fragen()).hasSize(3);
    }

    @Test
    void whatHangsHangsUntilItIsInterrupted() throws Exception {
        RegisterSimulator register = RegisterSimulator.mit("a", "A").haengt();
        DatenabfrageSimulator rechner = DatenabfrageSimulator.mit("b", Map.of()).haengt();
        CompletableFuture<Object> ende = new CompletableFuture<>();
        Thread faden = new Thread(() -> {
            register.hole(ANFRAGE);
            ende.complete(rechner.frage(ABFRAGE)); // its thread is interrupted already
        });
        faden.start();

        assertThat(ende).isNotDone();
        faden.interrupt();
        assertThat(ende.get(60, TimeUnit.SECONDS)).isEqualTo(new Abfrageergebnis.Gestoert());
    }
}
