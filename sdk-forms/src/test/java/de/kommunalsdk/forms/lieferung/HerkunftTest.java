/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static de.kommunalsdk.forms.probe.Probequellen.HALTER;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static de.kommunalsdk.forms.probe.Probequellen.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.forms.antworten.Abfragestand;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeformular;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Provenance goes the way of the answers: frozen, summed up, packed. */
class HerkunftTest {

    private static final Instant ZEIT = Instant.parse("2026-11-26T09:00:00Z");
    private static final Formular FORMULAR = new Probedienst(
                    Probequellen.OVERLAY.replace(
                            "titel: Halter, felder",
                            "titel: Halter, sichtbar_wenn: {feld: F05999000921, kleiner: '50'}, felder"),
                    Probequellen.SCHEMA)
            .formular();
    private static final Herkunft AUS_REGISTER =
            new Herkunft("melderegister", "Melderegister", "familienname", Vertrauensniveau.HOCH, ZEIT, true, false);
    private static final Antworten ANTWORTEN = Antworten.LEER
            .mit(NAME, "Mustermann")
            .mit(HUBRAUM, "1390")
            .mit(HALTER, "unsichtbar")
            .mit(Nachweise.KEINE
                    .mit(NAME, AUS_REGISTER)
                    .mit(HALTER, AUS_REGISTER.vomAntragstellerGeaendert())
                    .mit(Einwilligung.erteilt("melderegister", ZEIT, "f1"))
                    .mit(new Abfragestand("gebuehr", "e", ZEIT, "t", "")));

    private static Paket paket(Antworten antworten) {
        Antrag antrag = Probeantrag.eingefroren(FORMULAR, antworten, Probeformular.HEUTE, List.of());
        return Probeantrag.paketbauer(FORMULAR).baue(antrag, "schluessel");
    }

    @Test
    void theFrozenAnswersCarryProvenanceAndConsentOfWhatIsDelivered() throws IOException {
        Antworten sichtbare = Fachdaten.sichtbare(FORMULAR, ANTWORTEN, Probeformular.HEUTE);
        JsonNode json = new ObjectMapper().readTree(Fachdaten.friereEin(FORMULAR, sichtbare, Probeformular.HEUTE));

        assertThat(json.path("herkunft").size()).isEqualTo(1);
        assertThat(json.at("/herkunft/" + NAME + "/quelle").asText()).isEqualTo("melderegister");
        assertThat(json.at("/einwilligungen/melderegister/fassung").asText()).isEqualTo("f1");
        assertThat(json.has("abfragen")).isFalse();
    }

    @Test
    void thePacketHasAFileOfItsOwnForIt() throws IOException {
        Paket paket = paket(ANTWORTEN);
        JsonNode json = new ObjectMapper().readTree(Probeantrag.text(paket, Rolle.HERKUNFT_JSON));

        assertThat(json.at("/herkunft/" + NAME + "/niveau").asText()).isEqualTo("hoch");
        assertThat(json.path("herkunft").size()).isEqualTo(1);
        assertThat(paket.teile().stream().map(Paket.Teil::dateiname)).contains("herkunft.json");
        assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_JSON))
                .isEqualTo(Probeantrag.text(paket(ANTWORTEN.mit(Nachweise.KEINE)), Rolle.FACHDATEN_JSON));
    }

    @Test
    void withoutAnyThereIsNoSuchFile() {
        assertThat(paket(ANTWORTEN.mit(Nachweise.KEINE)).teile().stream().map(Paket.Teil::rolle))
                .containsExactly(Rolle.FACHDATEN_XML, Rolle.FACHDATEN_JSON);
    }

    @Test
    void theReviewNamesIt() {
        assertThat(Zusammenfassung.von(FORMULAR, ANTWORTEN, Probeformular.HEUTE, id -> "")
                        .abschnitte()
                        .get(0)
                        .zeilen()
                        .get(0)
                        .herkunft())
                .contains(AUS_REGISTER);
    }
}
