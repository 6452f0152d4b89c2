/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import static de.kommunalsdk.forms.probe.Probeschema.auswahlgruppe;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.probe.Probeschema.Teil;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeitenbauerTest {

    /** One line for each page: id, title and the paths of its elements. */
    private static List<String> seiten(String overlay, Teil... teile) {
        return seiten(new Probedienst(overlay, Probeschema.schema(teile)).formular());
    }

    private static List<String> seiten(Formular formular) {
        return formular.seiten().stream()
                .map(s -> s.id() + " " + s.titel() + ": " + String.join(" ", pfade(s)))
                .toList();
    }

    private static List<String> pfade(Formularseite seite) {
        return seite.bausteine().stream().map(Baustein::pfad).toList();
    }

    private static Teil text(int nummer) {
        return feld("0:1", id(nummer), "Feld " + nummer, "text");
    }

    private static Teil[] texte(int von, int bis) {
        return IntStream.rangeClosed(von, bis).mapToObj(SeitenbauerTest::text).toArray(Teil[]::new);
    }

    private static String id(int nummer) {
        return "F059990%05d".formatted(nummer);
    }

    @Test
    void withoutPagesEverySmallGroupIsOneAndLooseFieldsStandTogether() {
        assertThat(seiten(
                        "",
                        text(1),
                        text(2),
                        gruppe("1:1", "G05999000001", "Person", text(3)),
                        text(4),
                        gruppe("0:1", "G05999000002", "Anschrift", text(5))))
                .containsExactly(
                        "seite-1 Angaben: " + id(1) + " " + id(2),
                        "seite-2 Person: G05999000001",
                        "seite-3 Angaben: " + id(4),
                        "seite-4 Anschrift: G05999000002");
    }

    @Test
    void aLargeGroupIsDividedAtItsSubGroups() {
        Teil gross = gruppe(
                "1:1",
                "G05999000001",
                "Gross",
                text(1),
                gruppe("1:1", "G05999000002", "Erste", texte(2, 8)),
                gruppe("1:1", "G05999000003", "Zweite", texte(9, 14)),
                text(15));

        assertThat(seiten("", gross))
                .containsExactly(
                        "seite-1 Gross: G05999000001." + id(1),
                        "seite-2 Erste: G05999000001.G05999000002",
                        "seite-3 Zweite: G05999000001.G05999000003",
                        "seite-4 Gross: G05999000001." + id(15));
    }

    @Test
    void fourteenFieldsAreOnePage() {
        Teil innen = gruppe("1:1", "G05999000002", "Innen", texte(2, 14));

        assertThat(seiten("", gruppe("1:1", "G05999000001", "Genau", text(1), innen)))
                .containsExactly("seite-1 Genau: G05999000001");
    }

    @Test
    void whatCannotBeDividedStaysWhole() {
        Teil innen = gruppe("1:1", "G05999000009", "Innen", texte(1, 20));

        assertThat(seiten("", gruppe("0:*", "G05999000001", "Oft", innen)))
                .containsExactly("seite-1 Oft: G05999000001");
        assertThat(seiten("", auswahlgruppe("1:1", "G05999000001", "Wahl", innen)))
                .containsExactly("seite-1 Wahl: G05999000001");
    }

    @Test
    void aLongFlatGroupIsDividedByNumber() {
        List<Formularseite> seiten = new Probedienst(
                        "", Probeschema.schema(gruppe("1:1", "G05999000001", "Flach", texte(1, 20))))
                .formular()
                .seiten();

        assertThat(seiten).extracting(s -> s.bausteine().size()).containsExactly(14, 6);
        assertThat(seiten).extracting(Formularseite::titel).containsOnly("Flach");
    }

    @Test
    void manyLooseFieldsAreDividedByNumber() {
        List<Formularseite> seiten =
                new Probedienst("", Probeschema.schema(texte(1, 30))).formular().seiten();

        assertThat(seiten).extracting(s -> s.bausteine().size()).containsExactly(14, 14, 2);
        assertThat(seiten).extracting(Formularseite::id).containsExactly("seite-1", "seite-2", "seite-3");
    }

    @Test
    void pagesOfTheOverlayKeepTheirOrderTextsAndConditions() {
        Formular formular = new Probedienst(
                        """
                        seiten:
                          - id: zwei
                            titel: Zuerst
                            einleitung: Ein Satz.
                            felder: [F05999000002]
                          - id: eins
                            titel: Danach
                            sichtbar_wenn: {feld: F05999000002, gleich: ja}
                            felder:
                              - G05999000001
                        """,
                        Probeschema.schema(gruppe("1:1", "G05999000001", "Gruppe", text(1)), text(2)))
                .formular();

        assertThat(seiten(formular)).containsExactly("zwei Zuerst: " + id(2), "eins Danach: G05999000001");
        assertThat(formular.seiten().get(0).einleitung()).isEqualTo("Ein Satz.");
        assertThat(formular.seiten().get(0).sichtbarWenn()).isEmpty();
        assertThat(formular.seiten().get(1).sichtbarWenn()).contains(new Bedingung.Gleich(id(2), List.of("ja")));
        assertThat(formular.seite("eins")).contains(formular.seiten().get(1));
        assertThat(formular.seite("drei")).isEmpty();
    }

    @Test
    void whatStandsOnNoPageComesOnALastOneWithAnIdOfItsOwn() {
        FormularBauer.Ergebnis ergebnis = new Probedienst(
                        """
                        seiten:
                          - {id: weitere-angaben, titel: Eigene, felder: [G05999000001.F05999000001]}
                        """,
                        Probeschema.schema(gruppe("1:1", "G05999000001", "Gruppe", text(1), text(2)), text(3)))
                .baue(false);

        assertThat(ergebnis.probleme()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(FormFehler.NICHT_PLATZIERT);
            assertThat(p.istFehler()).isFalse();
            assertThat(p.meldung()).contains("G05999000001." + id(2), id(3));
        });
        assertThat(seiten(ergebnis.formular().orElseThrow()))
                .containsExactly(
                        "weitere-angaben Eigene: G05999000001." + id(1),
                        "weitere-angaben-2 Weitere Angaben: G05999000001." + id(2) + " " + id(3));
    }

    @Test
    void hiddenFieldsNeedNoPageOfTheirOwnAndAreNotLost() {
        Teil verborgen = feld("1:1", id(9), "Verborgen", "text").art("hidden", "x");
        Teil gruppe = gruppe(
                "1:1",
                "G05999000001",
                "Gruppe",
                text(1),
                feld("1:1", id(8), "Auch", "text").art("hidden", "y"));

        assertThat(seiten("", gruppe, verborgen)).containsExactly("seite-1 Gruppe: G05999000001 " + id(9));
        assertThat(seiten(
                        """
                        seiten:
                          - id: vielleicht
                            titel: Vielleicht
                            sichtbar_wenn: {feld: F05999000002, gleich: ja}
                            felder: [G05999000001.F05999000001]
                          - {id: immer, titel: Immer, felder: [F05999000002]}
                        """,
                        gruppe,
                        verborgen,
                        text(2)))
                .containsExactly(
                        "vielleicht Vielleicht: G05999000001." + id(1),
                        "immer Immer: " + id(2) + " G05999000001." + id(8) + " " + id(9));
    }
}
