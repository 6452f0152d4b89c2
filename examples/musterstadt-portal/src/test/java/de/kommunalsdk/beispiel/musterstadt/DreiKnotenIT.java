/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.beispiel.musterstadt.Netzbuerger.Antwort;
import de.kommunalsdk.beispiel.musterstadt.Netzbuerger.Seite;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three nodes behind a proxy, which share a PostgreSQL and nothing else: each request of a login comes to another one. In the
 * middle a node is killed and the database is stopped. Nobody's login is lost, and no answer is accepted twice.
 */
class DreiKnotenIT {

    private static final Path ORDNER = Path.of("target/dreiknoten").toAbsolutePath();
    private static final boolean LANG = Boolean.getBoolean("lang");
    private static final int ANMELDUNGEN = LANG ? 1_000 : 60;
    private static final Duration OHNE_DATENBANK = Duration.ofSeconds(LANG ? 30 : 4);
    private static final int ZUGLEICH = 6;
    private static final List<String> BUNDID = List.of("BundID", "Erika Mustermann (Personalausweis)");
    private static final List<String> UNTERNEHMEN = List.of("Mein Unternehmenskonto", "Beispiel AG (ELSTER)");

    private static final List<Portalprozess> knoten = new ArrayList<>();
    private static EmbeddedPostgres datenbank;
    private static Netz netz;
    private static Konten konten;

    private final AtomicInteger fertig = new AtomicInteger();

    @BeforeAll
    static void startTheNodes() throws Exception {
        Umgebung.leere(ORDNER);
        netz = Netz.starte(ORDNER.resolve("netz"));
        konten = Konten.starte(netz, ORDNER.resolve("konten"));
        starteDatenbank(Umgebung.freierPort());
        List<String> optionen = List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dadresse=" + Netz.PORTAL,
                "-Dkonten=" + konten.ordner());
        String jdbc = "jdbc:postgresql://localhost:" + datenbank.getPort() + "/postgres?user=postgres&socketTimeout=5";
        for (int i = 0; i < 3; i++) {
            Path daten = ORDNER.resolve("knoten" + i);
            if (i > 0) { // one key for all of them
                Files.createDirectories(daten);
                Files.copy(ORDNER.resolve("knoten0/schluessel.yaml"), daten.resolve("schluessel.yaml"));
            }
            knoten.add(Portalprozess.starte(Umgebung.freierPort(), daten, jdbc, optionen));
        }
        netz.fuehre(Netz.PORTAL, knoten.stream().map(Portalprozess::port).toList());
        konten.registrierePortal();
    }

    @AfterAll
    static void stop() throws Exception {
        for (Portalprozess einer : knoten) {
            einer.close();
        }
        datenbank.close();
        konten.close();
        netz.close();
    }

    private static void starteDatenbank(int port) throws Exception {
        datenbank = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(ORDNER.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start();
    }

    /** What one citizen has in the end. */
    private record Gang(Netzbuerger buerger, Antwort antwort, String sitzung) {}

    @Test
    void noLoginIsLostAndNoAnswerIsAcceptedTwice() throws Exception {
        ExecutorService buerger = Executors.newFixedThreadPool(ZUGLEICH);
        List<Future<Gang>> gaenge = new ArrayList<>();
        for (int i = 0; i < ANMELDUNGEN; i++) {
            List<String> konto = i % 2 == 0 ? BUNDID : UNTERNEHMEN;
            String adresse = adresse(i);
            gaenge.add(buerger.submit(() -> {
                Netzbuerger einer = new Netzbuerger(netz, adresse);
                Antwort antwort = einer.meldeAn(konto.get(0), konto.get(1));
                fertig.incrementAndGet();
                return new Gang(einer, antwort, einer.sitzung().orElseThrow());
            }));
        }
        warteAuf(ANMELDUNGEN / 4);
        knoten.get(1).stuerzeAbUndStarteNeu();
        warteAuf(ANMELDUNGEN / 2);
        nehmeDatenbankWeg();

        List<Gang> angemeldete = new ArrayList<>();
        for (Future<Gang> gang : gaenge) {
            angemeldete.add(gang.get(5, TimeUnit.MINUTES));
        }
        assertThat(angemeldete).extracting(Gang::sitzung).doesNotHaveDuplicates();
        Files.writeString(
                Path.of("target/dreiknoten.txt"),
                "%d logins, %d requests sent again after a broken connection, %d pages of a database that is away, %d began again%n"
                        .formatted(
                                angemeldete.size(),
                                summe(angemeldete, Netzbuerger::neuGeladen),
                                summe(angemeldete, Netzbuerger::gestoert),
                                summe(angemeldete, Netzbuerger::nochmals)));
        assertThat(summe(angemeldete, Netzbuerger::gestoert))
                .as("citizens who saw the database away")
                .isPositive();

        int angenommen = 0;
        List<Future<Boolean>> wiederholungen = new ArrayList<>();
        for (int i = 0; i < angemeldete.size(); i++) {
            wiederholungen.add(buerger.submit(wiederhole(angemeldete.get(i), i)));
        }
        for (Future<Boolean> wiederholung : wiederholungen) {
            angenommen += wiederholung.get(5, TimeUnit.MINUTES) ? 1 : 0;
        }
        assertThat(angenommen).as("of %d replays", wiederholungen.size()).isZero();
        buerger.shutdown();

        // whose browser lost the session in its answer gets this one and no other
        Gang gang = angemeldete.get(angemeldete.size() - 1);
        gang.buerger().vergissSitzung();
        gang.buerger().poste(gang.antwort().ziel(), gang.antwort().felder());
        assertThat(gang.buerger().seite().h1()).isEqualTo("Meine Anträge");
        assertThat(gang.buerger().sitzung()).hasValue(gang.sitzung());
    }

    /** Somebody else sends the answer: as it was, or in a login of their own. Gives whether it was accepted. */
    private static Callable<Boolean> wiederhole(Gang gang, int i) {
        return () -> {
            Netzbuerger dieb = new Netzbuerger(netz, adresse(100_000 + i));
            Map<String, String> felder = gang.antwort().felder();
            URI acs = gang.antwort().ziel();
            if (i % 4 < 2) {
                dieb.einmal(acs, Optional.of(felder));
            } else {
                List<String> konto = i % 2 == 0 ? BUNDID : UNTERNEHMEN;
                dieb.hole(Netz.PORTAL.resolve("/ozg/_konto"));
                Antwort eigene = dieb.holeAntwort(konto.get(0), konto.get(1));
                dieb.einmal(
                        acs,
                        Optional.of(Map.of(
                                "SAMLResponse",
                                String.valueOf(felder.get("SAMLResponse")),
                                "RelayState",
                                String.valueOf(eigene.felder().get("RelayState")))));
            }
            Seite seite = dieb.seite();
            assertThat(seite.h1()).isEqualTo("Die Anmeldung hat nicht geklappt");
            assertThat(seite.status()).isIn(400, 403);
            return dieb.sitzung().isPresent();
        };
    }

    /** While it is away each page says so, in time, and what to do. */
    private static void nehmeDatenbankWeg() throws Exception {
        int port = datenbank.getPort();
        Netzbuerger wartender = new Netzbuerger(netz, adresse(200_000));
        wartender.hole(Netz.PORTAL.resolve("/ozg/_konto"));
        datenbank.close();
        Instant zurueck = Instant.now().plus(OHNE_DATENBANK);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Seite seite = new Netzbuerger(netz, adresse(200_001))
                            .einmal(
                                    Netz.PORTAL.resolve("/konto/acs/bundid"),
                                    Optional.of(Map.of(
                                            "SAMLResponse",
                                            "PGEvPg==",
                                            "RelayState",
                                            "A".repeat(32) + "_musterstadt")));
                    assertThat(seite.status()).isEqualTo(503);
                    assertThat(seite.html().text()).contains("Es ging nichts verloren", "Erneut versuchen");
                    return Instant.now().isAfter(zurueck);
                });
        starteDatenbank(port);
        wartender.meldeAn(BUNDID.get(0), BUNDID.get(1));
    }

    private void warteAuf(int anzahl) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> fertig.get() >= anzahl);
    }

    private static int summe(List<Gang> gaenge, java.util.function.ToIntFunction<Netzbuerger> zahl) {
        return gaenge.stream().map(Gang::buerger).mapToInt(zahl).sum();
    }

    /** An address of the block for tests; logins are counted by it. */
    private static String adresse(int i) {
        return "198." + (18 + (i >> 16 & 1)) + "." + (i >> 8 & 0xff) + "." + (i & 0xff);
    }
}
