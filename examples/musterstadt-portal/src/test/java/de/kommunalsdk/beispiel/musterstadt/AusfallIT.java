/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disk and database fail under a running portal: the citizen has the receipt, the Fachverfahren has the packet later. */
class AusfallIT {

    private static final Path DATEN = Path.of("target/ausfall").toAbsolutePath();
    private static final Path ABLAGE = DATEN.resolve("ablage");

    private static EmbeddedPostgres datenbank;

    private Leitung leitung;
    private Portalprozess portal;

    @BeforeAll
    static void startDatabase() throws IOException {
        Umgebung.leere(DATEN);
        datenbank = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        datenbank.close();
    }

    @BeforeEach
    void start() throws Exception {
        Umgebung.leere(ABLAGE);
        leitung = new Leitung(datenbank.getPort());
        portal = Portalprozess.starte(
                Umgebung.freierPort(),
                DATEN,
                "jdbc:postgresql://localhost:" + leitung.port() + "/postgres?user=postgres&socketTimeout=5");
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        leitung.close();
    }

    @Test
    void aDropDirectoryThatCannotBeWrittenDelaysTheDeliveryOnly() throws Exception {
        Files.writeString(ABLAGE, "somebody put a file where the directory belongs");

        String nummer = new Antragsteller(portal.adresse(), "Schreibgeschuetzt").reicheEin();
        erwarteMeldung("OZG-ABLAGE-0001");
        Files.delete(ABLAGE);

        erwarteLieferung(nummer);
    }

    @Test
    void aFullDiskLeavesNoHalfPacket() throws Exception {
        Antragsteller buerger = new Antragsteller(portal.adresse(), "Platte voll");
        buerger.fuelleAus();
        // No file of the process may grow beyond 900 bytes: the XML of an Antrag breaks off in its middle.
        begrenzeDateien("900");

        String nummer = buerger.sendeAb();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> versuchGescheitert(nummer));
        assertThat(Lieferungen.in(ABLAGE)).isEmpty();
        begrenzeDateien("unlimited");

        erwarteLieferung(nummer);
    }

    @Test
    void aDatabaseThatIsGoneForHalfAMinuteCostsNothing() throws Exception {
        Antragsteller buerger = new Antragsteller(portal.adresse(), "Datenbank weg");
        buerger.fuelleAus();
        leitung.kappe();
        Instant zurueck = Instant.now().plusSeconds(30);

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    assertThat(buerger.hoereNach())
                            .startsWith("503 ")
                            .contains("OZG-STORE-0001", "nichts verloren", "Steueramt Musterstadt");
                    return Instant.now().isAfter(zurueck);
                });
        leitung.flicke();
        buerger.ladeNeu();

        erwarteLieferung(buerger.sendeAb());
    }

    private static void erwarteLieferung(String nummer) throws Exception {
        Awaitility.await("delivery of " + nummer)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Lieferungen.in(ABLAGE).stream()
                        .anyMatch(l -> l.vorgangsnummer().equals(nummer)));
        for (Lieferungen.Lieferung lieferung : Lieferungen.in(ABLAGE)) {
            lieferung.pruefe();
        }
    }

    private void erwarteMeldung(String code) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> portal.ausgabe()
                .contains(code));
    }

    private void begrenzeDateien(String bytes) throws Exception {
        Process prozess = new ProcessBuilder("prlimit", "--pid", "" + portal.pid(), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(prozess.waitFor()).isZero();
    }

    private static boolean versuchGescheitert(String nummer) throws SQLException {
        try (Connection verbindung = datenbank.getPostgresDatabase().getConnection();
                PreparedStatement abfrage = verbindung.prepareStatement(
                        "select 1 from ozg_auftrag join ozg_antrag using (mandant_id, antrag_id)"
                                + " where vorgangsnummer = ? and zustand = 'OFFEN' and versuche > 0"
                                + " and code = 'OZG-ABLAGE-0001'")) {
            abfrage.setString(1, nummer);
            try (ResultSet zeilen = abfrage.executeQuery()) {
                return zeilen.next();
            }
        }
    }
}
