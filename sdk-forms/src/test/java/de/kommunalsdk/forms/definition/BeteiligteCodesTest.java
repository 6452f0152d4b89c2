/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.reise.Gefragter;
import de.kommunalsdk.forms.reise.Reise;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key {@code beteiligte} of dienst.yaml: each mistake has its code and its place. */
class BeteiligteCodesTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final String SCHEMA = Probeschema.schema(
            Probeschema.gruppe(
                    "1:1",
                    "G05999000801",
                    "Person",
                    Probeschema.feld("1:1", "F05999000811", "Name", "text"),
                    Probeschema.feld("0:1", "F05999000812", "Einkommen", "text")),
            Probeschema.gruppe(
                    "0:3",
                    "G05999000804",
                    "Nachbar",
                    Probeschema.feld("1:1", "F05999000841", "Nachbarname", "text"),
                    Probeschema.feld("0:1", "F05999000842", "Nachbarmail", "text")),
            Probeschema.gruppe(
                    "0:1", "G05999000805", "Auskunft", Probeschema.feld("0:1", "F05999000851", "Flurstück", "text")),
            Probeschema.gruppe(
                    "0:1", "G05999000806", "Datei", Probeschema.feld("0:1", "F05999000861", "Plan", "file")));
    private static final String SEITEN =
            """
            seiten:
              - {id: person, titel: Person, felder: [G05999000801]}
              - {id: nachbarn, titel: Nachbarn, felder: [G05999000804]}
              - {id: auskunft, titel: Auskunft, felder: [G05999000805]}
              - {id: datei, titel: Datei, felder: [G05999000806]}
            beteiligte:
            """;
    private static final String GUT =
            """
              - id: eigner
                titel: Eigner
                name: F05999000811
                sieht: [F05999000811]
                art: angaben
                seiten: [auskunft]
                vertrauensniveau: ohne
                erklaerung: Ja.
              - id: nachbar
                titel: Nachbar
                je: G05999000804
                name: F05999000841
                email: F05999000842
                sieht: [F05999000841, person]
                art: zustimmung
                vertrauensniveau: ohne
                frist_tage: "3"
                erklaerung: Nein.
            """;

    @Test
    void theCutOutHoldsWhatIsAllowedAndNothingElse() {
        Formular formular = new Probedienst(SEITEN + GUT, SCHEMA).formular();
        Beteiligter eigner = formular.beteiligter("eigner").orElseThrow();
        Beteiligter nachbar = formular.beteiligter("nachbar").orElseThrow();

        assertThat(pfade(eigner)).containsExactly("G05999000801.F05999000811");
        assertThat(pfade(nachbar))
                .containsExactly("G05999000801.F05999000811", "G05999000801.F05999000812", "G05999000804.F05999000841");
        assertThat(eigner.frist()).hasDays(14);
        assertThat(nachbar.frist()).hasDays(3);
        assertThat(Reise.standard().seiten(formular, Antworten.LEER, HEUTE))
                .extracting(Formularseite::id)
                .containsExactly("person", "nachbarn", "datei");
    }

    @Test
    void eachEntryOfARepeatedGroupIsOnePerson() {
        Formular formular = new Probedienst(SEITEN + GUT, SCHEMA).formular();
        Antworten antworten = Antworten.LEER
                .mit("G05999000801.F05999000811", "Erika")
                .mit("G05999000804-1.F05999000841", "Nora")
                .mit("G05999000804-1.F05999000842", "nora@beispiel.example")
                .mit("G05999000804-2.F05999000841", "Nils");

        List<Gefragter> alle = Gefragter.von(formular, antworten, HEUTE);

        assertThat(alle).extracting(Gefragter::name).containsExactly("Erika", "Nora", "Nils");
        assertThat(alle).extracting(Gefragter::nummer).containsExactly(0, 1, 2);
        assertThat(alle).extracting(Gefragter::email).containsExactly("", "nora@beispiel.example", "");
    }

    private static List<String> pfade(Beteiligter rolle) {
        return rolle.sicht().stream()
                .flatMap(s -> s.bausteine().stream())
                .flatMap(b -> b instanceof Gruppe g ? g.kinder().stream() : java.util.stream.Stream.of(b))
                .map(Baustein::pfad)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id: eigner; id: Eigner; OZG-CONFIG-",
                "id: nachbar; id: eigner; OZG-CONFIG-",
                "art: angaben; art: anders; OZG-CONFIG-",
                "art: angaben; art: zustimmung; OZG-FORM-0050",
                "seiten: [auskunft]; farbe: rot; OZG-CONFIG-",
                "seiten: [auskunft]; seiten: [fehlt]; OZG-FORM-0051",
                "seiten: [auskunft]; seiten: [auskunft, auskunft]; OZG-FORM-0051",
                "seiten: [auskunft]; seiten: [datei]; OZG-FORM-0051",
                "seiten: [auskunft]; seiten: [person, nachbarn, auskunft, datei]; OZG-FORM-0051",
                "sieht: [F05999000811]; sieht: [fehlt]; OZG-FORM-0002",
                "sieht: [F05999000811]; sieht: []; OZG-FORM-0050",
                "sieht: [F05999000811]; sieht: [auskunft]; OZG-FORM-0050",
                "name: F05999000811; name: F05999000841; OZG-FORM-0050",
                "name: F05999000811; name: F05999000851; OZG-FORM-0050",
                "name: F05999000811; name: G05999000801; OZG-FORM-0050",
                "je: G05999000804; je: G05999000801; OZG-FORM-0050",
                "erklaerung: Ja.; erklaerung: ''; OZG-CONFIG-",
                "vertrauensniveau: ohne; vertrauensniveau: egal; OZG-CONFIG-",
                "frist_tage: \"3\"; frist_tage: \"91\"; OZG-CONFIG-"
            })
    void aMistakeHasItsCode(String gut, String schlecht, String code) {
        String overlay = SEITEN + GUT.replaceFirst(java.util.regex.Pattern.quote(gut), schlecht);
        FormularBauer.Ergebnis ergebnis = new Probedienst(overlay, SCHEMA).baue(false);

        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme()).filteredOn(Problem::istFehler).anySatisfy(p -> {
            assertThat(p.code().code()).startsWith(code);
            assertThat(p.stelle().zeile()).isPositive();
        });
    }
}
