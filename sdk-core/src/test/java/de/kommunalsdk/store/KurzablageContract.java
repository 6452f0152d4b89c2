/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises about values that end by themselves, whatever the database. */
abstract class KurzablageContract {

    private static final MandantId STADT = new MandantId("musterstadt");
    private static final MandantId NACHBAR = new MandantId("nachbarstadt");
    private static final byte[] GEHEIMNIS = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Duration VIERTELSTUNDE = Duration.ofMinutes(15);

    private final StellbareUhr uhr = new StellbareUhr();
    private DataSource quelle;
    private Datenhaltung daten;
    private Kurzablage ablage;

    abstract DataSource neueDatenbank();

    @BeforeEach
    void oeffne() {
        quelle = neueDatenbank();
        daten = Datenhaltung.builder(
                        quelle,
                        Schluesselbund.builder()
                                .schluessel("k1", GEHEIMNIS)
                                .aktiv("k1")
                                .baue())
                .clock(uhr)
                .oeffnen();
        ablage = daten.kurzablage();
    }

    @Test
    void aValueIsKeptForItsMandantAndUseAndTakenOnce() {
        assertThat(legeAb("a", "eins")).isTrue();

        assertThat(lies(STADT, "anmeldung", "a")).isEqualTo("eins");
        assertThat(lies(NACHBAR, "anmeldung", "a")).isNull();
        assertThat(lies(STADT, "sitzung", "a")).isNull();
        assertThat(ablage.nimm(STADT, "anmeldung", "a")).contains(bytes("eins"));
        assertThat(ablage.nimm(STADT, "anmeldung", "a")).isEmpty();
    }

    @Test
    void aSecondValueUnderAKeyIsRefusedUntilTheFirstIsOver() {
        legeAb("a", "eins");
        assertThat(legeAb("a", "zwei")).isFalse();
        assertThat(lies(STADT, "anmeldung", "a")).isEqualTo("eins");

        uhr.vor(VIERTELSTUNDE);

        assertThat(lies(STADT, "anmeldung", "a")).isNull();
        assertThat(ablage.nimm(STADT, "anmeldung", "a")).isEmpty();
        assertThat(ablage.ersetze(
                        STADT, "anmeldung", "a", bytes("x"), uhr.instant().plus(VIERTELSTUNDE)))
                .isFalse();
        assertThat(legeAb("a", "zwei")).isTrue();
    }

    @Test
    void aValueIsReplacedAndLivesOn() {
        legeAb("a", "eins");
        uhr.vor(Duration.ofMinutes(10));
        assertThat(ablage.ersetze(
                        STADT, "anmeldung", "a", bytes("zwei"), uhr.instant().plus(VIERTELSTUNDE)))
                .isTrue();
        uhr.vor(Duration.ofMinutes(10));
        assertThat(lies(STADT, "anmeldung", "a")).isEqualTo("zwei");
        ablage.loesche(STADT, "anmeldung", "a");
        assertThat(lies(STADT, "anmeldung", "a")).isNull();
    }

    @Test
    void ofManyWhoPutDownOrTakeAtOnceOneSucceeds() throws Exception {
        assertThat(gleichzeitig(n -> legeAb("a", "von " + n))).containsOnlyOnce(true);
        assertThat(gleichzeitig(n -> ablage.nimm(STADT, "anmeldung", "a").isPresent()))
                .containsOnlyOnce(true);
    }

    @Test
    void nothingStandsInClearAndWhatIsOverIsSweptUp() throws Exception {
        legeAb("geheimer-schluessel", "bpk-4711");
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery("select * from ozg_kurzablage")) {
            assertThat(rs.next()).isTrue();
            assertThat(rs.getString("schluessel")).doesNotContain("geheim");
            assertThat(new String(rs.getBytes("inhalt"), StandardCharsets.ISO_8859_1))
                    .doesNotContain("4711");
        }
        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen()).isOne();
        uhr.vor(VIERTELSTUNDE);
        daten.aufraeumer().raeumeAuf();
        assertThat(zeilen()).isZero();
    }

    @Test
    void tooMuchIsRefused() {
        assertThatThrownBy(() -> legeAb("a", "x".repeat(Kurzablage.HOECHSTENS + 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("OZG-STORE-0004"));
    }

    private boolean legeAb(String schluessel, String inhalt) {
        return ablage.legeAb(
                STADT, "anmeldung", schluessel, bytes(inhalt), uhr.instant().plus(VIERTELSTUNDE));
    }

    private String lies(MandantId mandant, String art, String schluessel) {
        return ablage.lies(mandant, art, schluessel)
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Boolean> gleichzeitig(java.util.function.IntPredicate arbeit) throws Exception {
        ExecutorService faeden = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> arbeiten = IntStream.range(0, 6)
                    .mapToObj(n -> (Callable<Boolean>) () -> arbeit.test(n))
                    .toList();
            List<Boolean> ergebnisse = new java.util.ArrayList<>();
            for (Future<Boolean> f : faeden.invokeAll(arbeiten)) {
                ergebnisse.add(Objects.requireNonNull(f.get()));
            }
            return ergebnisse;
        } finally {
            faeden.shutdownNow();
        }
    }

    private int zeilen() throws Exception {
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery("select count(*) from ozg_kurzablage")) {
            rs.next();
            return rs.getInt(1);
        }
    }
}
