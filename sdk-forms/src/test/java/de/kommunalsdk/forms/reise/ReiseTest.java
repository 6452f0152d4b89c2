/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeschema.auswahlgruppe;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.AUSWAHLGRUPPE;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.DATEI_PFLICHT;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.PFLICHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.probe.Probeschema.Teil;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.web.Texte;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ReiseTest {

    private static final String F1 = "F05999000101";
    private static final String F2 = "F05999000102";
    private static final String F3 = "F05999000103";
    private static final String G1 = "G05999000101";
    private static final String G2 = "G05999000102";

    private static Formular formular(String overlay, Teil... teile) {
        return new Probedienst(overlay, Probeschema.schema(teile)).formular();
    }

    private static Teil text(String anzahl, String id) {
        return feld(anzahl, id, "Text " + id, "text");
    }

    private static List<String> seiten(Formular formular, Antworten antworten) {
        return Reise.standard().seiten(formular, antworten, HEUTE).stream()
                .map(Formularseite::id)
                .toList();
    }

    private static Tuple[] fehler(Formular formular, Antworten antworten) {
        return Reise.standard().seiten(formular, antworten, HEUTE).stream()
                .flatMap(s -> Reise.standard().pruefe(formular, s, antworten, HEUTE).stream())
                .map(f -> tuple(f.ort(), f.art()))
                .toArray(Tuple[]::new);
    }

    private static Tuple[] sind(Object... orteUndArten) {
        Tuple[] tupel = new Tuple[orteUndArten.length / 2];
        for (int i = 0; i < tupel.length; i++) {
            tupel[i] = tuple(orteUndArten[2 * i], orteUndArten[2 * i + 1]);
        }
        return tupel;
    }

    private static final Formular DREI_SEITEN = formular(
            """
            seiten:
              - {id: eins, titel: Eins, felder: [F05999000101]}
              - id: zwei
                titel: Zwei
                sichtbar_wenn: {feld: F05999000101, gleich: ja}
                felder: [F05999000102]
              - {id: drei, titel: Drei, felder: [F05999000103]}
            felder:
              F05999000103:
                sichtbar_wenn: {nicht: {feld: F05999000101, gleich: nie}}
            """,
            text("1:1", F1),
            text("1:1", F2),
            text("0:1", F3));

    @Test
    void pagesComeAndGoByTheirCondition() {
        assertThat(seiten(DREI_SEITEN, Antworten.LEER)).containsExactly("eins", "drei");
        assertThat(seiten(DREI_SEITEN, Antworten.LEER.mit(F1, "nein"))).containsExactly("eins", "drei");
        assertThat(seiten(DREI_SEITEN, Antworten.LEER.mit(F1, "ja"))).containsExactly("eins", "zwei", "drei");
    }

    @Test
    void aPageOfWhichNothingIsVisibleIsSkipped() {
        assertThat(seiten(DREI_SEITEN, Antworten.LEER.mit(F1, "nie"))).containsExactly("eins");
    }

    @Test
    void thereIsAlwaysAPage() {
        Formular keine = formular(
                """
                seiten:
                  - id: eins
                    titel: Eins
                    sichtbar_wenn: {feld: F05999000101, gleich: ja}
                    felder: [F05999000101]
                """,
                text("1:1", F1));

        assertThat(seiten(keine, Antworten.LEER)).containsExactly("eins");
    }

    @Test
    void theFirstIncompletePageIsARelevantOne() {
        Antworten ja = Antworten.LEER.mit(F1, "ja");

        assertThat(Reise.standard().ersteUnvollstaendige(DREI_SEITEN, Antworten.LEER, HEUTE))
                .map(Formularseite::id)
                .contains("eins");
        assertThat(Reise.standard().ersteUnvollstaendige(DREI_SEITEN, ja, HEUTE))
                .map(Formularseite::id)
                .contains("zwei");
        assertThat(Reise.standard().ersteUnvollstaendige(DREI_SEITEN, ja.mit(F2, "x"), HEUTE))
                .isEmpty();
        assertThat(Reise.standard().ersteUnvollstaendige(DREI_SEITEN, Antworten.LEER.mit(F1, "nein"), HEUTE))
                .isEmpty();
    }

    @Test
    void anOptionalGroupDemandsItsFieldsOnlyOnceItIsGiven() {
        Formular f = formular("", gruppe("0:1", G1, "Gruppe", text("1:1", F1), text("0:1", F2)));

        assertThat(fehler(f, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, Antworten.LEER.mit(G1 + "." + F2, "x"))).isEqualTo(sind(G1 + "." + F1, PFLICHT));
        assertThat(fehler(f, Antworten.LEER.mit(G1 + "." + F1, "x"))).isEmpty();
    }

    @Test
    void aDemandedGroupInAnOptionalOneFollowsTheOuterOne() {
        Formular f =
                formular("", gruppe("0:1", G1, "Aussen", text("0:1", F1), gruppe("1:1", G2, "Innen", text("1:1", F2))));
        String innen = G1 + "." + G2 + "." + F2;

        assertThat(fehler(f, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, Antworten.LEER.mit(G1 + "." + F1, "x"))).isEqualTo(sind(innen, PFLICHT));
        assertThat(fehler(f, Antworten.LEER.mit(innen, "x"))).isEmpty();
    }

    @Test
    void aGroupThatIsDividedOverPagesIsStillOneGroup() {
        Formular f = formular(
                """
                seiten:
                  - {id: eins, titel: Eins, felder: [G05999000101.F05999000101]}
                  - {id: zwei, titel: Zwei, felder: [G05999000101.F05999000102, F05999000103]}
                """,
                gruppe("0:1", G1, "Gruppe", text("1:1", F1), text("0:1", F2)),
                text("0:1", F3));

        assertThat(fehler(f, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, Antworten.LEER.mit(G1 + "." + F2, "x"))).isEqualTo(sind(G1 + "." + F1, PFLICHT));
    }

    @Test
    void aDemandedChoiceGroupWantsExactlyOneChild() {
        Formular f = formular(
                "",
                auswahlgruppe(
                        "1:1",
                        G1,
                        "Wahl",
                        text("1:1", F1),
                        gruppe("1:1", G2, "Neu", text("1:1", F2), text("0:1", F3))));
        String feld = G1 + "." + F1;
        String zusatz = G1 + "." + G2 + "." + F3;

        assertThat(fehler(f, Antworten.LEER)).isEqualTo(sind(G1, AUSWAHLGRUPPE));
        assertThat(fehler(f, Antworten.LEER.mit(feld, "x"))).isEmpty();
        // the chosen child demands its own
        assertThat(fehler(f, Antworten.LEER.mit(zusatz, "x"))).isEqualTo(sind(G1 + "." + G2 + "." + F2, PFLICHT));
        assertThat(fehler(f, Antworten.LEER.mit(zusatz, "x").mit(feld, "y")))
                .isEqualTo(sind(G1, AUSWAHLGRUPPE, G1 + "." + G2 + "." + F2, PFLICHT));
    }

    @Test
    void aConditionMakesAnOptionalElementRequired() {
        Formular f = formular(
                """
                felder:
                  F05999000102:
                    pflicht_wenn: {feld: F05999000101, gleich: ja}
                  G05999000101:
                    pflicht_wenn: {feld: F05999000101, gleich: ja}
                """,
                text("0:1", F1),
                text("0:1", F2),
                gruppe("0:1", G1, "Gruppe", text("1:1", F3)));

        assertThat(fehler(f, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, Antworten.LEER.mit(F1, "ja"))).isEqualTo(sind(F2, PFLICHT, G1 + "." + F3, PFLICHT));
    }

    @Test
    void aConditionMakesTheFirstEntryOfARepetitionRequired() {
        Formular f = formular(
                """
                felder:
                  F05999000102:
                    pflicht_wenn: {feld: F05999000101, gleich: ja}
                  G05999000101:
                    pflicht_wenn: {feld: F05999000101, gleich: ja}
                """,
                text("0:1", F1),
                text("0:3", F2),
                gruppe("0:*", G1, "Gruppe", text("1:1", F3)));

        assertThat(fehler(f, Antworten.LEER)).isEmpty();
        assertThat(fehler(f, Antworten.LEER.mit(F1, "ja").mitAnzahl(F2, 2).mitAnzahl(G1, 2)))
                .isEqualTo(sind(F2 + "-1", PFLICHT, G1 + "-1." + F3, PFLICHT));
    }

    @Test
    void theLeastNumberOfEntriesIsDemanded() {
        Formular f = formular("", text("2:3", F1), gruppe("1:2", G1, "Gruppe", text("1:1", F2)));

        assertThat(fehler(f, Antworten.LEER))
                .isEqualTo(sind(F1 + "-1", PFLICHT, F1 + "-2", PFLICHT, G1 + "-1." + F2, PFLICHT));
        Antworten drei = Antworten.LEER.mit(F1 + "-1", "a").mit(F1 + "-2", "b").mitAnzahl(F1, 3);
        assertThat(fehler(f, drei.mit(G1 + "-1." + F2, "x"))).isEmpty();
        assertThat(fehler(f, drei.mit(G1 + "-1." + F2, "x").mitAnzahl(G1, 2))).isEmpty();
    }

    @Test
    void filesAreDemandedInTheirLeastNumber() {
        Formular f = formular("", feld("2:3", F1, "Datei", "file"));
        Antworten eine = Antworten.LEER.mitAnlagen(F1, List.of(AnlageId.neu()));

        assertThat(fehler(f, Antworten.LEER)).isEqualTo(sind(F1, DATEI_PFLICHT));
        assertThat(fehler(f, eine)).isEqualTo(sind(F1, DATEI_PFLICHT));
        assertThat(fehler(f, eine.mitAnlagen(F1, List.of(AnlageId.neu(), AnlageId.neu()))))
                .isEmpty();
    }

    @Test
    void whatIsNotToBeTypedIsNeverMissing() {
        String schema = Probeschema.schema(
                text("0:1", F1),
                feld("1:1", F2, "Fest", "text").art("locked", ""),
                feld("1:1", F3, "Verborgen", "text").art("hidden", ""));
        Formular f = new Probedienst("", schema).baue(true).formular().orElseThrow();

        assertThat(fehler(f, Antworten.LEER)).isEmpty();
    }

    @Test
    void everyRuleHasATextInBothLanguages() {
        for (Locale sprache : Texte.SPRACHEN) {
            for (Art art : Art.values()) {
                assertThat(Texte.text(sprache, "fehler." + art.name().toLowerCase(Locale.ROOT), "Feld", "7"))
                        .contains("Feld");
            }
        }
    }
}
