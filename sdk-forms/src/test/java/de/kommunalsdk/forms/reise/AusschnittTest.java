/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.reise.Platz.Eintragsliste;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AusschnittTest {

    private static final String KIND = "G05999000101";
    private static final String NAME = "F05999000101";
    private static final String SCHULE = "G05999000102";
    private static final String SCHULNAME = "F05999000102";
    private static final String TELEFON = "F05999000103";

    private static final Formular FORMULAR = new Probedienst(
                    "",
                    Probeschema.schema(
                            gruppe(
                                    "0:*",
                                    KIND,
                                    "Kind",
                                    feld("1:1", NAME, "Name", "text"),
                                    gruppe("0:*", SCHULE, "Schule", feld("1:1", SCHULNAME, "Schulname", "text"))),
                            feld("0:*", TELEFON, "Telefon", "text")))
            .formular();

    private static List<Platz> kinder(Antworten antworten) {
        return Reise.standard()
                .lage(FORMULAR, antworten, HEUTE)
                .plaetze(FORMULAR.seiten().get(0));
    }

    private static Antworten mit(int kinder) {
        Antworten.Bauer bauer = new Antworten.Bauer(Antworten.LEER).mitAnzahl(KIND, kinder);
        for (int n = 1; n <= kinder; n++) {
            bauer.mit(KIND + "-" + n + "." + NAME, "Kind " + n);
        }
        return bauer.baue();
    }

    private static List<String> felder(List<Platz> plaetze) {
        List<String> orte = new ArrayList<>();
        Seitenbaum.felder(plaetze, p -> orte.add(p.ort()));
        return orte;
    }

    @Test
    void oneEntryIsShownAtOnceAndSeveralAreAList() {
        assertThat(felder(Ausschnitt.ANFANG.von(kinder(mit(1)), mit(1))))
                .containsExactly(KIND + "-1." + NAME, KIND + "-1." + SCHULE + "-1." + SCHULNAME);

        Eintragsliste liste =
                (Eintragsliste) Ausschnitt.ANFANG.von(kinder(mit(60)), mit(60)).get(0);

        assertThat(liste.gesamt()).isEqualTo(60);
        assertThat(liste.zeilen()).hasSize(Ausschnitt.ZEILEN);
        assertThat(liste.zeilen().get(1)).isEqualTo(new Eintragsliste.Zeile(KIND + "-2", 2, "Kind 2"));
        assertThat(felder(List.of(liste))).as("nothing of it is read").isEmpty();
        Eintragsliste rest = (Eintragsliste)
                new Ausschnitt("", KIND + "-55").von(kinder(mit(60)), mit(60)).get(0);
        assertThat(rest.zeilen())
                .extracting(Eintragsliste.Zeile::nummer)
                .startsWith(51)
                .hasSize(10);
    }

    @Test
    void anEntryStandsAloneWithItsOwnRepetitions() {
        Antworten antworten = mit(2).mitAnzahl(KIND + "-2." + SCHULE, 2);
        List<Platz> plaetze = kinder(antworten);

        assertThat(felder(new Ausschnitt(KIND + "-2", "").von(plaetze, antworten)))
                .containsExactly(
                        KIND + "-2." + NAME,
                        KIND + "-2." + SCHULE + "-1." + SCHULNAME,
                        KIND + "-2." + SCHULE + "-2." + SCHULNAME);
        assertThat(new Ausschnitt(KIND + "-3", "").von(plaetze, antworten)).isEmpty();
        assertThat(new Ausschnitt(KIND + "--1", "").von(plaetze, antworten)).isEmpty();
        assertThat(new Ausschnitt(KIND, "").von(plaetze, antworten)).isEmpty();
        assertThat(Ausschnitt.umgebend(plaetze, KIND + "-2." + SCHULE + "-1")).isEqualTo(KIND + "-2");
        assertThat(Ausschnitt.umgebend(plaetze, KIND + "-2")).isEmpty();
        assertThat(Ausschnitt.wiederholung(plaetze, KIND + "-2." + SCHULE)
                        .orElseThrow()
                        .gesamt())
                .isEqualTo(2);
    }

    @Test
    void aLongRepetitionOfAFieldIsShownTwentyAtATime() {
        Antworten antworten = Antworten.LEER.mitAnzahl(TELEFON, 45);
        List<Platz> plaetze = Reise.standard()
                .lage(FORMULAR, antworten, HEUTE)
                .plaetze(FORMULAR.seiten().get(1));

        assertThat(felder(Ausschnitt.ANFANG.von(plaetze, antworten)))
                .hasSize(20)
                .startsWith(TELEFON + "-1");
        Wiederholung letzte = (Wiederholung)
                new Ausschnitt("", TELEFON + "-45").von(plaetze, antworten).get(0);
        assertThat(letzte.gesamt()).isEqualTo(45);
        assertThat(felder(List.of(letzte))).hasSize(5).startsWith(TELEFON + "-41");
        for (String unsinn : List.of(TELEFON + "-0", TELEFON + "--9", TELEFON + "-99999999999", "x", KIND + "-30")) {
            assertThat(felder(new Ausschnitt("", unsinn).von(plaetze, antworten)))
                    .as(unsinn)
                    .startsWith(TELEFON + "-1");
        }
        assertThat(felder(new Ausschnitt("", TELEFON + "-99999").von(plaetze, antworten)))
                .endsWith(TELEFON + "-45");
    }
}
