/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static de.kommunalsdk.forms.probe.Probeformular.FEST;
import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.JA_NEIN;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.NACHWEIS;
import static de.kommunalsdk.forms.probe.Probeformular.NAME;
import static de.kommunalsdk.forms.probe.Probeformular.VERBORGEN;
import static de.kommunalsdk.forms.probe.Probeformular.VOLLSTAENDIG;
import static de.kommunalsdk.forms.probe.Probeformular.VORNAME;
import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FachdatenTest {

    private static final String FRAGE = "F05999000101";
    private static final String SEITE = "F05999000102";
    private static final String FELD = "G05999000101.F05999000103";
    private static final String DATEI = "G05999000101.F05999000104";
    private static final String GRUPPE = "G05999000102.F05999000105";

    /** A page, a field, a file and a group that are visible only after a yes. */
    private static final Formular BEDINGT = new Probedienst(
                    """
                    seiten:
                      - {id: frage, titel: Frage, felder: [F05999000101, G05999000101, G05999000102]}
                      - id: seite
                        titel: Seite
                        sichtbar_wenn: {feld: F05999000101, gleich: "true"}
                        felder: [F05999000102]
                    felder:
                      F05999000103: {sichtbar_wenn: {feld: F05999000101, gleich: "true"}}
                      F05999000104: {sichtbar_wenn: {feld: F05999000101, gleich: "true"}}
                      G05999000102: {sichtbar_wenn: {feld: F05999000101, gleich: "true"}}
                    """,
                    Probeschema.schema(
                            feld("1:1", FRAGE, "Frage", "bool"),
                            feld("0:1", SEITE, "Seite", "text"),
                            gruppe(
                                    "0:1",
                                    "G05999000101",
                                    "Gruppe",
                                    feld("0:1", "F05999000103", "Feld", "text"),
                                    feld("0:2", "F05999000104", "Datei", "file")),
                            gruppe("0:1", "G05999000102", "Andere", feld("0:1", "F05999000105", "Teil", "text"))))
            .formular();

    private static final AnlageId EINE = AnlageId.neu();
    private static final AnlageId ANDERE = AnlageId.neu();
    private static final Antworten ALLES = Antworten.LEER
            .mit(FRAGE, "true")
            .mit(SEITE, "a")
            .mit(FELD, "b")
            .mit(GRUPPE, "c")
            .mitAnlagen(DATEI, List.of(EINE, ANDERE));

    @Test
    void whatIsVisibleIsDelivered() {
        assertThat(Fachdaten.sichtbare(BEDINGT, ALLES, HEUTE)).isEqualTo(ALLES);
    }

    @Test
    void whatBecameInvisibleIsNeverDelivered() {
        Antworten sichtbar = Fachdaten.sichtbare(BEDINGT, ALLES.mit(FRAGE, "false"), HEUTE);

        assertThat(sichtbar.werte()).containsOnly(Map.entry(FRAGE, "false"));
        assertThat(sichtbar.anlagen()).isEmpty();
        assertThat(Fachdaten.anlagen(sichtbar)).isEmpty();
        assertThat(new String(Fachdaten.friereEin(BEDINGT, sichtbar, HEUTE), StandardCharsets.UTF_8))
                .doesNotContain("F05999000102", "F05999000103", "F05999000105", EINE.wert(), ANDERE.wert());
    }

    @Test
    void whatStandsInNoFieldIsNotDelivered() {
        Antworten fremd = VOLLSTAENDIG
                .mit("F99999999999", "unbekannt")
                .mit(KIND + "-4." + VORNAME, "einer zu viel")
                .mit(NAME + "-1", "keine Wiederholung")
                .mitAnlagen("F99999999998", List.of(EINE))
                .mitAnzahl(KIND, 2)
                .mitSeite("person");

        Antworten sichtbar = Fachdaten.sichtbare(FORMULAR, fremd, HEUTE);

        assertThat(sichtbar).isEqualTo(VOLLSTAENDIG.mit(FEST, "fester Wert").mit(VERBORGEN, "verborgener Wert"));
    }

    @Test
    void defaultsOfFixedFieldsAreDeliveredAndCannotBeChanged() {
        Antworten sichtbar =
                Fachdaten.sichtbare(FORMULAR, VOLLSTAENDIG.mit(FEST, "anders").mit(VERBORGEN, "anders"), HEUTE);

        assertThat(sichtbar.wert(FEST)).isEqualTo("fester Wert");
        assertThat(sichtbar.wert(VERBORGEN)).isEqualTo("verborgener Wert");
    }

    @Test
    void theBytesAreCanonicalAndNameTheFormTheyAreFor() {
        Antworten antworten = Antworten.LEER.mit(FRAGE, "true").mit(SEITE, "Jürgen");

        byte[] bytes = Fachdaten.friereEin(BEDINGT, antworten, HEUTE);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("{\"anlagen\":{},\"anzahlen\":{},\"dienst\":\"probe:1.0.0\","
                        + "\"schema\":\"S05999000901V1.0.0\",\"version\":1,"
                        + "\"werte\":{\"F05999000101\":\"true\",\"F05999000102\":\"Jürgen\"}}");
        assertThat(AntwortenFormat.lies(bytes)).isEqualTo(antworten);
    }

    @Test
    void theSameAnswersGiveTheSameBytesWhateverWayTheyCame() {
        Antworten umweg = Antworten.LEER
                .mitSeite("frage")
                .mitAnzahl("G05999000101", 7)
                .mit(GRUPPE, "c")
                .mitAnlagen(DATEI, List.of(EINE, ANDERE))
                .mit(FELD, "zuerst anders")
                .mit(SEITE, "a")
                .mit(FELD, "b")
                .mit(FRAGE, "true");

        assertThat(Fachdaten.friereEin(BEDINGT, Fachdaten.sichtbare(BEDINGT, umweg, HEUTE), HEUTE))
                .isEqualTo(Fachdaten.friereEin(BEDINGT, Fachdaten.sichtbare(BEDINGT, ALLES, HEUTE), HEUTE))
                .isNotEqualTo(Fachdaten.friereEin(
                        BEDINGT,
                        Fachdaten.sichtbare(BEDINGT, ALLES.mit(JA_NEIN, "").mit(SEITE, "A"), HEUTE),
                        HEUTE));
    }

    @Test
    void eachFileIsFrozenOnce() {
        Antworten antworten = Antworten.LEER
                .mitAnlagen(NACHWEIS, List.of(ANDERE, EINE))
                .mitAnlagen("G05999000913-1.G05999000914-1.F05999000944", List.of(EINE));

        assertThat(Fachdaten.anlagen(antworten)).containsExactlyInAnyOrder(EINE, ANDERE);
    }
}
