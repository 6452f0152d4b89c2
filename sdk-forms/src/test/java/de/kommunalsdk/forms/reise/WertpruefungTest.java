/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick check takes nothing that the slow one refuses, and both take what is right. */
class WertpruefungTest {

    private static final int HEUTE_ALS_ZAHL = 20261123;
    private static final String ZEICHEN = "0123456789-.:TZabAB €\u0308äß\uD83D\uDC36@";
    private static final List<String> BEISPIELE = List.of(
            "1",
            "0",
            "-0",
            "10000",
            "10001",
            "0.5",
            "0.49",
            "-0.5",
            "1234567.5",
            "1234567.51",
            "999999999999999999",
            "9999999999999999999",
            "1.",
            ".5",
            "1.1234567890123456789",
            "2026-01-01",
            "2025-12-31",
            "2026-12-31",
            "2027-01-01",
            "2026-02-29",
            "2024-02-29",
            "1900-02-29",
            "2000-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-23",
            "2026-11-24",
            "1799-12-31",
            "1800-01-01",
            "2026-4-1",
            "true",
            "false",
            "ja",
            "A",
            "B",
            "C",
            "52062",
            "5206",
            "ab",
            "Erika Mustermann",
            "x".repeat(40),
            "x".repeat(41),
            "x".repeat(6000),
            "x".repeat(6001));

    private static final Formular GRENZEN = new Probedienst(
                    "felder: {F05999000103: {art: iban}}\n",
                    Probeschema.schema(
                            feld("0:1", "F05999000101", "Ganz", "num_int").grenzen("minValue='-5' maxValue='5'"),
                            feld("0:1", "F05999000102", "Bruch", "num").grenzen("minValue='-2' maxValue='3'"),
                            feld("0:1", "F05999000103", "Konto", "text"),
                            feld("0:1", "F05999000104", "Muster", "text").grenzen("pattern='(ab|c)+[0-9]{1,3}'")))
            .formular();

    @Test
    void quickAndSlowChecksAgree() {
        Random zufall = new Random(20261126);
        List<String> werte = new ArrayList<>(BEISPIELE);
        werte.addAll(
                List.of("-2", "-2.0", "-2.01", "3.0", "3.01", "-5", "-6", "5", "6", "abc12", "DE89370400440532013000"));
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = zufall.nextInt(12) + 1; n > 0; n--) {
                text.append(ZEICHEN.charAt(zufall.nextInt(ZEICHEN.length())));
            }
            werte.add(text.toString());
        }
        int schnell = 0;
        for (Formular formular : List.of(FORMULAR, GRENZEN)) {
            for (Feld feld : formular.felder().values()) {
                for (String wert : werte) {
                    boolean passt = feld.pruefung().passt(wert, HEUTE_ALS_ZAHL);
                    boolean richtig = new Feldpruefer(HEUTE)
                            .pruefe(feld, feld.pfad(), wert)
                            .isEmpty();
                    if (passt) {
                        schnell++;
                        assertThat(richtig).as("%s %s", feld.pfad(), wert).isTrue();
                    } else if (richtig) {
                        assertThat(langsam(feld)).as("%s %s", feld.pfad(), wert).isTrue();
                    }
                }
            }
        }
        assertThat(schnell).isGreaterThan(1_000);
    }

    /** Those that the quick check leaves to the slow one. */
    private static boolean langsam(Feld feld) {
        return switch (feld.anzeige()) {
            case UHRZEIT, ZEITPUNKT, TEILDATUM -> true;
            case ZAHL -> feld.datenfeld().praezisierung().minValue().stream().anyMatch(g -> g.scale() > 0);
            default -> feld.sonderform() == Feld.Sonderform.EMAIL;
        };
    }
}
