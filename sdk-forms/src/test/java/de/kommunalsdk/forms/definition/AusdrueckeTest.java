/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.reise.Auswertung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks, calculations and fee of dienst.yaml: compiled, evaluated, shown, frozen. */
class AusdrueckeTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final String BEGINN = "F05999000101";
    private static final String ENDE = "F05999000102";
    private static final String TAGE = "F05999000103";
    private static final String SUMME = "F05999000104";
    private static final String TISCH = "G05999000101";
    private static final String FLAECHE = "F05999000111";
    private static final String SATZ = "F05999000112";
    private static final String PREIS = "F05999000113";

    private static final String SCHEMA = Probeschema.schema(
            feld("1:1", BEGINN, "Beginn", "date"),
            feld("1:1", ENDE, "Ende", "date"),
            feld("0:1", TAGE, "Tage", "num_int"),
            gruppe(
                    "0:*",
                    TISCH,
                    "Tisch",
                    feld("0:1", FLAECHE, "Fläche", "num"),
                    feld("0:1", SATZ, "Satz", "num_currency"),
                    feld("0:1", PREIS, "Preis", "num_currency")),
            feld("1:1", SUMME, "Summe", "num_currency"));

    private static final String OVERLAY =
            """
            seiten:
              - {id: zeit, titel: Zeit, felder: [F05999000101, F05999000102, F05999000103]}
              - {id: tische, titel: Tische, felder: [G05999000101]}
              - {id: summe, titel: Summe, felder: [F05999000104]}
            berechnungen:
              F05999000104: sum(G05999000101.F05999000113)
              F05999000103: (F05999000102 - F05999000101).days + 1
              F05999000113: F05999000111 * F05999000112 * F05999000103
            pruefungen:
              - ausdruck: F05999000102 >= F05999000101
                feld: F05999000102
                meldung: Das Ende liegt vor dem Beginn.
              - ausdruck: F05999000111 <= 50
                wenn: F05999000103 > 30
                feld: F05999000111
                meldung: Für mehr als 30 Tage sind höchstens 50 Quadratmeter erlaubt.
            gebuehr:
              ausdruck: max(F05999000104 * 0.5, 10)
              text: nach Fläche und Dauer
            """;

    private static final Formular FORMULAR = new Probedienst(OVERLAY, SCHEMA).formular();

    private static final Antworten ANTWORTEN = Antworten.LEER
            .mit(BEGINN, "2026-12-01")
            .mit(ENDE, "2026-12-03")
            .mit(TISCH + "-1." + FLAECHE, "2.5")
            .mit(TISCH + "-1." + SATZ, "1.10")
            .mit(TISCH + "-2." + FLAECHE, "4")
            .mit(TISCH + "-2." + SATZ, "2.00");

    private static Auswertung.Ergebnis nach(Antworten vorher, Antworten nachher) {
        return Auswertung.nach(FORMULAR, vorher, nachher, HEUTE);
    }

    @Test
    void fieldsAreCalculatedInTheOrderOfWhatTheyNeedPerEntry() {
        Antworten antworten = Auswertung.alle(FORMULAR, ANTWORTEN, HEUTE);

        assertThat(antworten.wert(TAGE)).isEqualTo("3");
        assertThat(antworten.wert(TISCH + "-1." + PREIS)).isEqualTo("8.25");
        assertThat(antworten.wert(TISCH + "-2." + PREIS)).isEqualTo("24.00");
        assertThat(antworten.wert(SUMME)).isEqualTo("32.25");
        assertThat(Auswertung.alle(FORMULAR, antworten, HEUTE)).isEqualTo(antworten);
    }

    @Test
    void onlyWhatDependsOnAChangeIsEvaluatedAgain() {
        Auswertung.Ergebnis alles = nach(Antworten.LEER, ANTWORTEN);
        Antworten vorher = alles.antworten();
        Auswertung.Ergebnis nichts = nach(vorher, vorher.mitSeite("zeit"));
        Auswertung.Ergebnis einEintrag = nach(vorher, vorher.mit(TISCH + "-2." + FLAECHE, "5"));
        Auswertung.Ergebnis dauer = nach(vorher, vorher.mit(ENDE, "2026-12-04"));
        Auswertung.Ergebnis gleichLang =
                nach(vorher, vorher.mit(BEGINN, "2026-12-11").mit(ENDE, "2026-12-13"));
        Auswertung.Ergebnis neuer = nach(vorher, vorher.mit(TISCH + "-7." + FLAECHE, "1"));

        assertThat(alles.ausgewertet()).isEqualTo(4);
        assertThat(nichts.ausgewertet()).isZero();
        // its price and the sum, not the price of the other entry and not the days
        assertThat(einEintrag.ausgewertet()).isEqualTo(2);
        assertThat(einEintrag.antworten().wert(SUMME)).isEqualTo("38.25");
        assertThat(dauer.ausgewertet()).isEqualTo(4);
        assertThat(dauer.antworten().wert(SUMME)).isEqualTo("43.00");
        // nobody asks for the price when the days stay the same
        assertThat(gleichLang.ausgewertet()).isEqualTo(1);
        // without a rate there is no price, and so nothing new to be added up
        assertThat(neuer.ausgewertet()).isEqualTo(1);
        for (Auswertung.Ergebnis ergebnis : List.of(nichts, einEintrag, dauer, gleichLang, neuer)) {
            assertThat(Auswertung.alle(FORMULAR, ergebnis.antworten(), HEUTE)).isEqualTo(ergebnis.antworten());
        }
    }

    @Test
    void anEntryThatIsRemovedTakesItsCalculatedValuesAlong() {
        Antworten vorher = Auswertung.alle(FORMULAR, ANTWORTEN, HEUTE);
        Antworten ohne = Eingabe.entfernen(vorher, TISCH, 1, 2);
        Antworten leer = vorher.mit(TISCH + "-1." + FLAECHE, "").mit(TISCH + "-1." + SATZ, "");

        assertThat(nach(vorher, ohne).antworten().wert(SUMME)).isEqualTo("24.00");
        assertThat(nach(vorher, leer).antworten().wert(TISCH + "-1." + PREIS)).isEmpty();
        assertThat(nach(vorher, leer).antworten().wert(SUMME)).isEqualTo("24.00");
    }

    @Test
    void aBrowserCannotSayWhatIsCalculated() {
        Antworten vorher = Auswertung.alle(FORMULAR, ANTWORTEN, HEUTE);
        Formularseite seite = FORMULAR.seite("summe").orElseThrow();

        Antworten neu = Eingabe.lies(Seitenbaum.von(FORMULAR, seite, vorher, HEUTE), vorher, name -> "0.01");
        Antworten untergeschoben = nach(vorher, vorher.mit(SUMME, "0.01")).antworten();

        assertThat(neu.wert(SUMME)).isEqualTo("32.25");
        assertThat(untergeschoben.wert(SUMME)).isEqualTo("32.25");
    }

    @Test
    void calculatedValuesAreShownAndDelivered() {
        Antworten antworten = Auswertung.alle(FORMULAR, ANTWORTEN, HEUTE);

        assertThat(Zusammenfassung.von(FORMULAR, antworten, HEUTE, id -> "")
                        .abschnitte()
                        .get(2)
                        .zeilen()
                        .get(0)
                        .wert())
                .isEqualTo("32,25 €");
        assertThat(Fachdaten.sichtbare(FORMULAR, antworten, HEUTE).wert(SUMME)).isEqualTo("32.25");
    }

    @Test
    void theFeeIsCalculatedFromWhatIsDeliveredAndFrozen() {
        Antworten sichtbare = Fachdaten.sichtbare(FORMULAR, Auswertung.alle(FORMULAR, ANTWORTEN, HEUTE), HEUTE);

        assertThat(FORMULAR.dienst().gebuehr()).isEmpty();
        assertThat(FORMULAR.dienst().hatBerechneteGebuehr()).isTrue();
        assertThat(Auswertung.gebuehr(FORMULAR, sichtbare, HEUTE)).contains(new Betrag(1613));
        assertThat(new String(Fachdaten.friereEin(FORMULAR, sichtbare, HEUTE), StandardCharsets.UTF_8))
                .contains("\"gebuehr\":1613,");
        assertThat(Auswertung.gebuehr(FORMULAR, sichtbare.mit(SUMME, ""), HEUTE))
                .isEmpty();
        assertThat(new String(Fachdaten.friereEin(FORMULAR, sichtbare.mit(SUMME, ""), HEUTE), StandardCharsets.UTF_8))
                .doesNotContain("gebuehr");
    }

    @ParameterizedTest
    @CsvSource({"-1,''", "0,0", "0.005,1", "999999999.99,99999999999", "1000000000,''", "1 / 0,''"})
    void aFeeIsAnAmountOrUnknown(String ausdruck, String cent) {
        Formular formular = new Probedienst("gebuehr: {ausdruck: \"" + ausdruck + "\"}\n", SCHEMA)
                .baue(false)
                .formular()
                .orElseThrow();

        assertThat(Auswertung.gebuehr(formular, Antworten.LEER, HEUTE))
                .isEqualTo(cent.isEmpty() ? Optional.empty() : Optional.of(new Betrag(Long.parseLong(cent))));
    }

    private static List<Feldfehler> fehler(String seite, Antworten antworten) {
        return Reise.standard()
                .pruefe(
                        FORMULAR,
                        FORMULAR.seite(seite).orElseThrow(),
                        Auswertung.alle(FORMULAR, antworten, HEUTE),
                        HEUTE);
    }

    @Test
    void aBrokenCheckIsAnErrorAtItsField() {
        assertThat(fehler("zeit", ANTWORTEN)).isEmpty();
        assertThat(fehler("zeit", ANTWORTEN.mit(ENDE, "2026-11-30")))
                .containsExactly(new Feldfehler(ENDE, Art.REGEL, "Ende", List.of("Das Ende liegt vor dem Beginn.")));
    }

    @Test
    void aCheckInARepetitionIsMadePerEntryAndOnlyWhenItsConditionHolds() {
        Antworten gross = ANTWORTEN.mit(TISCH + "-2." + FLAECHE, "51");

        assertThat(fehler("tische", gross)).isEmpty();
        assertThat(fehler("tische", gross.mit(ENDE, "2027-12-01")))
                .extracting(Feldfehler::ort)
                .containsExactly(TISCH + "-2." + FLAECHE);
    }

    @Test
    void whatIsNotKnownStopsNobody() {
        assertThat(fehler("zeit", ANTWORTEN.mit(BEGINN, "")))
                .extracting(Feldfehler::art)
                .containsExactly(Art.PFLICHT);
    }

    @Test
    void aRequiredValueThatCannotBeCalculatedIsAnErrorWhenAllElseWasAsked() {
        Formular formular = new Probedienst(
                        """
                        seiten:
                          - {id: summe, titel: Summe, felder: [F05999000104]}
                          - {id: zeit, titel: Zeit, felder: [F05999000101, F05999000102, F05999000103, G05999000101]}
                        berechnungen:
                          F05999000104: 1 / F05999000103
                        """,
                        SCHEMA)
                .formular();
        Formularseite seite = formular.seite("summe").orElseThrow();
        Antworten durchNull = Auswertung.alle(formular, ANTWORTEN.mit(TAGE, "0"), HEUTE);

        assertThat(Reise.standard().pruefe(formular, seite, ANTWORTEN, HEUTE)).isEmpty();
        assertThat(Reise.standard().pruefeAbschliessend(formular, seite, ANTWORTEN, HEUTE))
                .containsExactly(new Feldfehler(SUMME, Art.BERECHNUNG, "Summe", List.of("")));
        assertThat(Reise.standard().pruefe(formular, seite, durchNull, HEUTE)).hasSize(1);
    }

    @Test
    void problemsStandWhereTheWrongTokenStands() {
        Probedienst dienst = new Probedienst(
                """
                pruefungen:
                  - ausdruck: F05999000101 >= F05999000199
                    feld: F05999000101
                    meldung: Nie
                  - ausdruck: "F05999000103 = \\"a\\" or F05999000103 = \\"b\\""
                    feld: F05999000103
                    meldung: Nie
                  - ausdruck: |
                      F05999000101 = F05999000102
                        and F05999000103 > "zehn"
                    feld: F05999000103
                    meldung: Nie
                  - ausdruck: >-
                      F05999000101 = F05999000102 and

                      foo(1)
                    feld: F05999000104
                    meldung: Nie
                gebuehr: {ausdruck: 'string length("''a") + F05999000101', text: x}
                felder:
                  F05999000103: {sichtbar_wenn: F05999000104 > }
                """,
                SCHEMA);
        int anfang = dienst.zeile("F05999000199");

        assertThat(dienst.baue(false).probleme())
                .extracting(p -> p.code().code() + " " + (p.stelle().zeile() - anfang) + ":"
                        + p.stelle().spalte())
                .containsExactlyInAnyOrder(
                        "OZG-AUSDRUCK-0004 0:31",
                        "OZG-AUSDRUCK-0008 3:31",
                        "OZG-AUSDRUCK-0008 3:55",
                        "OZG-AUSDRUCK-0008 8:28",
                        "OZG-AUSDRUCK-0006 14:7",
                        "OZG-AUSDRUCK-0008 17:45",
                        "OZG-AUSDRUCK-0001 19:47");
    }

    @Test
    void circlesAndFieldsThatCannotBeCalculatedAreFound() {
        FormularBauer.Ergebnis kreis = new Probedienst(
                        """
                        berechnungen:
                          F05999000103: F05999000104 + 1
                          F05999000104: sum(G05999000101.F05999000113)
                          F05999000113: F05999000103 * 2
                          F05999000112: F05999000112 + 1
                        """,
                        SCHEMA)
                .baue(false);
        FormularBauer.Ergebnis ziel = new Probedienst(
                        """
                        berechnungen:
                          G05999000101: "1"
                          F05999000199: "1"
                          F05999000103: '"a"'
                        """,
                        SCHEMA)
                .baue(false);

        assertThat(kreis.formular()).isEmpty();
        assertThat(kreis.probleme())
                .extracting(Problem::code)
                .containsExactly(AusdruckFehler.ZIRKEL, AusdruckFehler.ZIRKEL);
        assertThat(kreis.probleme().get(0).meldung())
                .isEqualTo(TAGE + " -> " + SUMME + " -> " + TISCH + "." + PREIS + " -> " + TAGE);
        assertThat(ziel.probleme())
                .extracting(Problem::code)
                .containsExactly(AusdruckFehler.ZIEL, FormFehler.PFAD_UNBEKANNT, AusdruckFehler.TYP);
    }
}
