/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.sondernutzung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.reise.Auswertung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Gefragter;
import de.kommunalsdk.forms.reise.Reise;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SondernutzungTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 26);
    private static final String FLAECHE = "G05999000011.G05999000012-";
    private static final String ZEITRAUM = ".G05999000013-1.F0599900002";

    private final Formular formular = formular();

    @Test
    void isOfferedWithoutAnyProblem() {
        assertThat(formular.seiten())
                .extracting(s -> s.id())
                .containsExactly(
                        "person", "anschrift", "vorhaben", "flaechen", "fotos", "grundstueck", "eigentum", "sicherung");
    }

    @Test
    void sizesAndFeeAreCalculatedOverAllAreas() {
        Antworten antworten = Auswertung.alle(
                formular,
                Antworten.LEER
                        .mit(FLAECHE + "1.F05999000024", "4")
                        .mit(FLAECHE + "1.F05999000025", "2.5")
                        .mit(FLAECHE + "2.F05999000024", "3")
                        .mit(FLAECHE + "2.F05999000025", "1.1"),
                HEUTE);

        assertThat(antworten.wert(FLAECHE + "1.F05999000026")).isEqualTo("10");
        assertThat(antworten.wert(FLAECHE + "2.F05999000026")).isEqualTo("3.3");
        assertThat(Auswertung.gebuehr(formular, antworten, HEUTE)).contains(Betrag.lies("84.85"));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsNamedAtItsEnd() {
        Antworten antworten = Antworten.LEER
                .mit(FLAECHE + "1" + ZEITRAUM + "7", "2026-12-02")
                .mit(FLAECHE + "1" + ZEITRAUM + "8", "2026-12-01");

        assertThat(Reise.standard()
                        .lage(formular, antworten, HEUTE)
                        .alleFehler(formular.seite("flaechen").orElseThrow()))
                .filteredOn(f -> f.art() == Feldfehler.Art.REGEL)
                .extracting(Feldfehler::ort)
                .containsExactly(FLAECHE + "1" + ZEITRAUM + "8");
    }

    @Test
    void whoOwnsTheGroundIsAskedUnlessItIsTheApplicant() {
        Antworten fremd = Antworten.LEER
                .mit("G05999000014.F05999000031", "false")
                .mit("G05999000014.G05999000015.F05999000032", "Olaf Beispiel")
                .mit("G05999000014.G05999000015.F05999000033", "olaf@beispiel.example");

        assertThat(Gefragter.von(formular, fremd, HEUTE))
                .extracting(Gefragter::name)
                .containsExactly("Olaf Beispiel");
        assertThat(Gefragter.von(formular, fremd.mit("G05999000014.F05999000031", "true"), HEUTE))
                .isEmpty();
    }

    private static Formular formular() {
        OzgDienst dienst = Dienstbibliothek.builder()
                .klassenpfad()
                .lade()
                .dienst(new DienstId("sondernutzung"))
                .orElseThrow();
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, false);
        assertThat(ergebnis.probleme()).isEmpty();
        return ergebnis.formular().orElseThrow();
    }
}
