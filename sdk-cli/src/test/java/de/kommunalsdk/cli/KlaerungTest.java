/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KlaerungTest {

    private static final String PASSWORT = "geheim-ä";

    @TempDir
    private Path ordner;

    private Klaerungsdatenbank datenbank;
    private Path passwort;

    @BeforeEach
    void mache() throws IOException {
        datenbank = Klaerungsdatenbank.in(ordner, PASSWORT);
        passwort = Files.writeString(ordner.resolve("passwort"), PASSWORT + "\n");
    }

    private Lauf klaerung(Object... argumente) {
        return an(datenbank.url(), argumente);
    }

    private Lauf an(String url, Object... argumente) {
        List<Object> alle = new ArrayList<>(List.of("klaerung"));
        alle.addAll(List.of(argumente));
        alle.addAll(List.of("--jdbc-url", url, "--user", "portal", "--password-file", passwort));
        alle.addAll(List.of("--schluessel", datenbank.schluessel()));
        return Lauf.mit(alle.toArray());
    }

    private String fallId() {
        return datenbank.daten().klaerungsfaelle().offene(1).get(0).id();
    }

    @Test
    void listsTheOpenCasesWithoutPersonalData() throws IOException {
        assertThat(klaerung("list").ergebnisse()).contains("Offene Klaerungsfaelle: 0");
        AntragId antrag = datenbank.fall();

        Lauf text = klaerung("list");
        Lauf json = klaerung("list", "--json");

        JsonNode fall = new ObjectMapper().readTree(json.ergebnisse());
        assertThat(fall.fieldNames())
                .toIterable()
                .containsExactly("id", "mandant", "antrag", "kind", "code", "detail", "attempts", "since");
        assertThat(fall.get("id").asText()).isEqualTo(fallId());
        assertThat(fall.get("antrag").asText()).isEqualTo(antrag.wert());
        assertThat(fall.get("code").asText()).isEqualTo("OZG-ABLAGE-0001");
        assertThat(Instant.parse(fall.get("since").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(text.ergebnisse())
                .contains(fallId(), "Mandant musterstadt", "OZG-ABLAGE-0001 Ablage voll", "Offene Klaerungsfaelle: 1");
        assertThat(text.toString() + json).doesNotContain("Erika", "Geheim", PASSWORT);
        assertThat(text.code()).isEqualTo(json.code()).isZero();
    }

    @Test
    void retryPutsTheCaseBackOnceAndNamesWhoDidIt() {
        AntragId antrag = datenbank.fall();
        String id = fallId();

        assertThat(klaerung("retry", id, "--bearbeiter", "erna").code()).isZero();

        Lauf nochmal = klaerung("retry", id, "--bearbeiter", "erna");
        assertThat(nochmal.fehler()).contains("OZG-CLI-0004", id);
        assertThat(nochmal.code()).isEqualTo(1);
        assertThat(datenbank.lauf(new Uebermittlungsergebnis.Uebermittelt("b", Instant.now())))
                .isEqualTo(1);
        assertThat(datenbank
                        .daten()
                        .antraege()
                        .antrag(Klaerungsdatenbank.STADT, antrag)
                        .orElseThrow()
                        .status())
                .isEqualTo(Antragsstatus.UEBERMITTELT);
        assertThat(protokoll(antrag)).contains(tuple("KLAERUNG_WIEDERHOLT", "erna"));
    }

    @Test
    void closeEndsTheCaseWithItsReason() {
        AntragId antrag = datenbank.fall();

        Lauf lauf = klaerung("close", fallId(), "--grund", "kam per Post");

        assertThat(lauf.fehler()).isEmpty();
        assertThat(lauf.code()).isZero();
        assertThat(datenbank.daten().klaerungsfaelle().offene(1)).isEmpty();
        assertThat(protokoll(antrag)).contains(tuple("KLAERUNG_GESCHLOSSEN: kam per Post", "system"));
    }

    @Test
    void worksOnPostgresqlToo() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            Object[] zugang = {
                "klaerung",
                "list",
                "--json",
                "--user",
                "postgres",
                "--schluessel",
                datenbank.schluessel(),
                "--jdbc-url",
                url
            };
            Lauf leer = Lauf.mit(zugang);
            assertThat(leer.fehler()).contains("OZG-STORE-0002");
            assertThat(leer.code()).isEqualTo(3);
            Klaerungsdatenbank.auf(server.getPostgresDatabase(), url, ordner).fall();

            Lauf liste = Lauf.mit(zugang);
            String id =
                    new ObjectMapper().readTree(liste.ergebnisse()).get("id").asText();
            zugang[1] = "retry";
            zugang[2] = id;

            assertThat(List.of(Lauf.mit(zugang).code(), Lauf.mit(zugang).code()))
                    .containsExactly(0, 1);
        }
    }

    @Test
    void saysThatALongReasonIsCut() {
        datenbank.fall();

        Lauf lauf = klaerung("close", fallId(), "--grund", "x".repeat(31));

        assertThat(lauf.fehler()).contains("Hinweis", "30 Zeichen");
        assertThat(lauf.code()).isZero();
    }

    @Test
    void wrongCallsChangeNothing() {
        datenbank.fall();
        String id = fallId();

        assertThat(klaerung("close", id).code()).isEqualTo(2);
        assertThat(klaerung("close", id, "--grund", " ").code()).isEqualTo(2);
        assertThat(klaerung("retry", id, "--bearbeiter", "x".repeat(101)).code())
                .isEqualTo(2);
        assertThat(klaerung("list", "--password-env", "PATH").code()).isEqualTo(2);
        assertThat(an("jdbc:h2:mem:a;PASSWORD=x", "list").code()).isEqualTo(2);
        assertThat(an("jdbc:mysql://localhost/a", "list").code()).isEqualTo(2);
        Lauf ohneVariable = Lauf.mit(
                "klaerung",
                "list",
                "--jdbc-url",
                datenbank.url(),
                "--user",
                "portal",
                "--schluessel",
                datenbank.schluessel(),
                "--password-env",
                "GIBT_ES_NICHT_4711");
        assertThat(ohneVariable.fehler()).contains("GIBT_ES_NICHT_4711 ist nicht gesetzt");
        assertThat(ohneVariable.code()).isEqualTo(2);
        assertThat(fallId()).isEqualTo(id);
    }

    @Test
    void saysWhatIsWrongWithTheDatabaseAndMakesNothing() throws IOException {
        Lauf fehlt = an("jdbc:h2:file:" + ordner.resolve("fehlt"), "list");
        assertThat(fehlt.fehler()).contains("OZG-CLI-0003", "90146").doesNotContain("\tat ");
        assertThat(ordner.resolve("fehlt.mv.db")).doesNotExist();

        Lauf unerreichbar = an("jdbc:postgresql://127.0.0.1:1/portal", "list");
        assertThat(unerreichbar.fehler()).contains("OZG-CLI-0003", "08001", "der Server antwortet nicht");

        Files.writeString(passwort, "falsch");
        Lauf falsch = klaerung("list");
        assertThat(falsch.fehler())
                .contains("28000", "Benutzer oder Passwort falsch")
                .doesNotContain("falsch\"");

        Lauf leer = an("jdbc:h2:mem:leer;IFEXISTS=FALSE", "list");
        assertThat(leer.fehler()).contains("OZG-STORE-0002");

        assertThat(List.of(fehlt, unerreichbar, falsch, leer))
                .extracting(Lauf::code)
                .containsOnly(3);
    }

    @Test
    void needsTheKeyFile() throws IOException {
        Files.delete(datenbank.schluessel());

        Lauf lauf = klaerung("list");

        assertThat(lauf.fehler()).contains("OZG-CRYPTO-0001", "schluessel.yaml");
        assertThat(lauf.code()).isEqualTo(3);
        assertThat(datenbank.schluessel()).as("a new key would be of no use").doesNotExist();
    }

    private List<org.assertj.core.groups.Tuple> protokoll(AntragId antrag) {
        return datenbank.daten().protokoll().eintraege(Klaerungsdatenbank.STADT, antrag).stream()
                .map((Protokoll.Eintrag e) -> tuple(e.ereignis(), e.handelnder()))
                .toList();
    }
}
