/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.Datenquellen;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuellenleserTest {

    @Test
    void readsSourcesAndLookUps() {
        Datenquellen quellen = Probequellen.dienst().formular().quellen();

        Vorbelegung melderegister = quellen.vorbelegung("melderegister").orElseThrow();
        assertThat(melderegister.felder()).hasSize(4);
        assertThat(melderegister.felder().get(0).feld().pfad()).isEqualTo(Probequellen.NAME);
        assertThat(melderegister.felder().get(0).niveau()).isEqualTo(Vertrauensniveau.SUBSTANZIELL);
        assertThat(melderegister.felder().get(0).aenderbar()).isFalse();
        assertThat(melderegister.felder().get(2).niveau()).isEqualTo(Vertrauensniveau.OHNE);
        assertThat(melderegister.felder().get(2).aenderbar()).isTrue();
        assertThat(melderegister.frist()).isEqualTo(Duration.ofSeconds(20));
        assertThat(quellen.vorbelegung("nutzerkonto").orElseThrow().frist()).isEqualTo(Duration.ofSeconds(5));
        assertThat(quellen.vorbelegung("kfz-register").orElseThrow().eingaben()).containsOnlyKeys("hubraum");
        Seitenabfrage abfrage = quellen.abfragen().get(0);
        assertThat(abfrage.automatisch()).isTrue();
        assertThat(abfrage.hinweis()).isTrue();
        assertThat(abfrage.eingaben().get("hubraum").pfad()).isEqualTo(Probequellen.HUBRAUM);
        assertThat(abfrage.stelle().zeile()).isEqualTo(Probequellen.dienst().zeile("- id: gebuehr"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    quelle: melderegister             | quelle: Melde Register              | OZG-CONFIG-0005
                    quelle: nutzerkonto               | quelle: melderegister               | OZG-CONFIG-0005
                    zweck: Damit wir Sie erreichen.   | hinweis: nein                       | OZG-CONFIG-0003
                    attribut: plz                     | attribut: 'p l z'                   | OZG-CONFIG-0005
                    niveau: niedrig                   | niveau: normal                      | OZG-CONFIG-0005
                    F05999000913: {attribut: plz}     | F05999009999: {attribut: plz}       | OZG-FORM-0002
                    F05999000913: {attribut: plz}     | G05999000952: {attribut: plz}       | OZG-QUELLE-0004
                    F05999000931: {attribut: halter}  | F05999000911: {attribut: halter}    | OZG-QUELLE-0004
                    F05999000923: {ergebnis: hinweis} | F05999000921: {ergebnis: hinweis}   | OZG-QUELLE-0004
                    zweck: Wir brauchen den Halter.   | frist_ms: '1'                       | OZG-CONFIG-0005
                    seite: fahrzeug                   | seite: keine                        | OZG-CONFIG-0005
                    automatisch: ja                   | bei_stoerung: abbruch               | OZG-CONFIG-0005
                    """)
    void namesWhatIsWrongWithItsPlace(String richtig, String falsch, String code) {
        String overlay = Probequellen.OVERLAY.replace(richtig, falsch);
        Probedienst dienst = new Probedienst(overlay, Probequellen.SCHEMA);
        FormularBauer.Ergebnis ergebnis = dienst.baue(false);

        assertThat(overlay).isNotEqualTo(Probequellen.OVERLAY);
        assertThat(ergebnis.formular()).isEmpty();
        assertThat(ergebnis.probleme()).anySatisfy(p -> {
            assertThat(p.code().code()).isEqualTo(code);
            assertThat(p.stelle().zeile()).isPositive();
        });
    }

    @Test
    void aSourceWithoutEffectIsRefused() {
        List<String> codes = new Probedienst(
                        """
                        vorbelegung:
                          - {quelle: a, zweck: z, rechtsgrundlage: r}
                          - {quelle: nutzerkonto, zweck: z, rechtsgrundlage: r, eingaben: {x: F05999000911}, felder: {F05999000911: {attribut: x}}}
                        abfragen:
                          - {id: b, abfrage: b, titel: B, seite: seite-1}
                        """,
                        Probequellen.SCHEMA)
                .baue(false).probleme().stream()
                        .filter(Problem::istFehler)
                        .map(p -> p.code().code())
                        .toList();

        assertThat(codes).containsExactly("OZG-QUELLE-0001", "OZG-QUELLE-0001", "OZG-QUELLE-0001");
    }

    @Test
    void repeatedFilesAndLockedFieldsAreRefused() {
        String schema = Probeschema.schema(
                Probeschema.feld("0:3", "F05999000981", "Mehrere", "text"),
                Probeschema.feld("0:1", "F05999000982", "Datei", "file"),
                Probeschema.feld("1:1", "F05999000983", "Fest", "text").art("locked", "x"),
                Probeschema.gruppe(
                        "0:2", "G05999000984", "Kinder", Probeschema.feld("1:1", "F05999000985", "Kind", "text")));
        List<Problem> probleme = new Probedienst(
                        """
                        vorbelegung:
                          - quelle: a
                            zweck: z
                            rechtsgrundlage: r
                            felder:
                              F05999000981: {attribut: a}
                              F05999000982: {attribut: a}
                              F05999000983: {attribut: a}
                              F05999000985: {attribut: a}
                        """,
                        schema)
                .baue(false)
                .probleme();

        assertThat(probleme.stream().map(p -> p.code().code()))
                .containsExactly(
                        "OZG-QUELLE-0004", "OZG-QUELLE-0004", "OZG-QUELLE-0004", "OZG-QUELLE-0004", "OZG-QUELLE-0001");
        assertThat(probleme.stream().map(p -> p.stelle().zeile())).doesNotHaveDuplicates();
    }
}
