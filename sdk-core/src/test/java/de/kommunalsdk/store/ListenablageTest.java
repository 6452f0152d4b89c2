/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import static de.kommunalsdk.listenablage.Listenablage.Ergebnis.ABGELEHNT;
import static de.kommunalsdk.listenablage.Listenablage.Ergebnis.ERSETZT;
import static de.kommunalsdk.listenablage.Listenablage.Ergebnis.NEU;
import static de.kommunalsdk.listenablage.Listenablage.Ergebnis.UNVERAENDERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.listenablage.Listenablage.Eingang;
import de.kommunalsdk.listenablage.Listenablage.Listendatei;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store of code list files promises, on both databases. */
class ListenablageTest {

    private static EmbeddedPostgres postgres;
    private final StellbareUhr uhr = new StellbareUhr();

    /** A database of its own for each test. */
    enum Art {
        H2 {
            @Override
            DataSource neu() {
                return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
            }
        },
        POSTGRESQL {
            @Override
            DataSource neu() throws SQLException {
                String name = "t" + UUID.randomUUID().toString().replace("-", "");
                try (Connection c = postgres.getPostgresDatabase().getConnection();
                        Statement s = c.createStatement()) {
                    s.execute("create database " + name);
                }
                return postgres.getDatabase("postgres", name);
            }
        };

        abstract DataSource neu() throws SQLException;
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsKeptAndTheSameAgainChangesNothing(Art art) throws SQLException {
        Listenablage ablage = ablage(art.neu());

        assertThat(lege(ablage, false, eingang("1", "eins"))).containsExactly(NEU);
        uhr.vor(Duration.ofDays(1));
        assertThat(lege(ablage, true, eingang("1", "eins"))).containsExactly(UNVERAENDERT);
        assertThat(ablage.lies("urn:x", "1"))
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes("eins")));
        assertThat(ablage.lies("urn:x", "2")).isEmpty();
        assertThat(ablage.liste())
                .containsExactly(new Listendatei(
                        "urn:x",
                        "1",
                        "bfd6b995588ec54ce16871bc82a7ac86dd43a2c22309ea68e479a50043683937",
                        4,
                        uhr.instant().minus(Duration.ofDays(1)),
                        "test"));
    }

    @ParameterizedTest
    @EnumSource
    void otherContentIsRefusedAndThenNothingOfTheWholeIsPut(Art art) throws SQLException {
        DataSource quelle = art.neu();
        Listenablage ablage = ablage(quelle);
        lege(ablage, false, eingang("1", "eins"));

        assertThat(lege(ablage, false, eingang("2", "neu"), eingang("1", "anders"), eingang("3", "neu")))
                .containsExactly(NEU, ABGELEHNT, NEU);
        assertThat(ablage.liste()).extracting(Listendatei::version).containsExactly("1");
        assertThat(lege(ablage, true, eingang("2", "neu"), eingang("1", "anders")))
                .containsExactly(NEU, ERSETZT);
        assertThat(ablage.liste())
                .extracting(Listendatei::version, Listendatei::groesse)
                .containsExactly(tuple("1", 6L), tuple("2", 3L));
        assertThat(ablage.lies("urn:x", "1").orElseThrow()).isEqualTo(bytes("anders"));
        // what held before stays as history
        assertThat(wert(quelle, "select count(*) from ozg_codeliste where version = '1'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aLargeFileComesBackWhole(Art art) throws SQLException {
        byte[] gross = new byte[5 << 20];
        new Random(7).nextBytes(gross);
        Listenablage ablage = ablage(art.neu());

        ablage.lege(List.of(new Eingang("urn:x", "1", gross)), false, "x".repeat(300));
        assertThat(ablage.lies("urn:x", "1").orElseThrow()).isEqualTo(gross);
        assertThat(ablage.liste().get(0).installiertVon()).hasSize(100);
    }

    @ParameterizedTest
    @EnumSource
    void manyWhoPutTheSameAtOnceGetOneRow(Art art) throws Exception {
        DataSource quelle = art.neu();
        Listenablage ablage = ablage(quelle);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<List<Listenablage.Ergebnis>>> laeufe = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            laeufe.add(pool.submit(() -> lege(ablage, false, eingang("1", "eins"))));
        }
        for (Future<List<Listenablage.Ergebnis>> lauf : laeufe) {
            assertThat(lauf.get()).isSubsetOf(NEU, UNVERAENDERT);
        }
        pool.shutdown();
        assertThat(wert(quelle, "select count(*) from ozg_codeliste")).isEqualTo(1);
    }

    private Listenablage ablage(DataSource quelle) {
        byte[] geheimnis = new byte[32];
        Schluesselbund bund =
                Schluesselbund.builder().schluessel("k1", geheimnis).aktiv("k1").baue();
        return Datenhaltung.builder(quelle, bund).clock(uhr).oeffnen().codelisten();
    }

    private static List<Listenablage.Ergebnis> lege(Listenablage ablage, boolean ersetzen, Eingang... eingaenge) {
        return ablage.lege(List.of(eingaenge), ersetzen, "test");
    }

    private static Eingang eingang(String version, String inhalt) {
        return new Eingang("urn:x", version, bytes(inhalt));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int wert(DataSource quelle, String abfrage) throws SQLException {
        try (Connection c = quelle.getConnection();
                Statement s = c.createStatement();
                var rs = s.executeQuery(abfrage)) {
            rs.next();
            return rs.getInt(1);
        }
    }
}
