/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** kill -9 at any moment: every Antrag that a citizen has a receipt for is delivered once and whole, and no other. */
class AbsturzIT {

    private static final int ANTRAEGE = 200;
    private static final int BUERGER = 8;
    private static final int ABSTUERZE = 10;
    private static final int JEDER_MIT_ANLAGE = 4;

    @Test
    void nothingIsLostAndNothingIsDoneTwice() throws Exception {
        Path daten = Path.of("target/absturz").toAbsolutePath();
        Umgebung.leere(daten);
        long saat = Long.getLong("absturz.saat", System.nanoTime());
        Random zufall = new Random(saat);
        try (EmbeddedPostgres datenbank = EmbeddedPostgres.start();
                Portalprozess portal = Portalprozess.starte(
                        Umgebung.freierPort(), daten, datenbank.getJdbcUrl("postgres", "postgres"))) {
            AtomicInteger fertig = new AtomicInteger();
            AtomicInteger wiederholungen = new AtomicInteger();
            ExecutorService buerger = Executors.newFixedThreadPool(BUERGER);
            List<Future<String>> quittungen = new ArrayList<>();
            for (int i = 0; i < ANTRAEGE; i++) {
                String name = name(i);
                boolean mitAnlage = i % JEDER_MIT_ANLAGE == 0;
                quittungen.add(buerger.submit(() -> {
                    Antragsteller einer = new Antragsteller(portal.adresse(), name);
                    String nummer = (mitAnlage ? einer.mitNachweis() : einer).reicheEin();
                    wiederholungen.addAndGet(einer.fehlschlaege());
                    fertig.incrementAndGet();
                    return nummer;
                }));
            }
            for (int n = 1; n <= ABSTUERZE; n++) {
                int schwelle = n * ANTRAEGE / (ABSTUERZE + 2);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> fertig.get() >= schwelle);
                TimeUnit.MILLISECONDS.sleep(zufall.nextInt(120)); // the random moment is the test
                portal.stuerzeAbUndStarteNeu();
            }
            List<String> nummern = new ArrayList<>();
            for (Future<String> quittung : quittungen) {
                nummern.add(quittung.get(3, TimeUnit.MINUTES));
            }
            buerger.shutdown();

            assertThat(nummern)
                    .as("receipts, -Dabsturz.saat=" + saat)
                    .hasSize(ANTRAEGE)
                    .doesNotHaveDuplicates();
            assertThat(wiederholungen).as("requests that a crash cut off").hasPositiveValue();
            Path ablage = daten.resolve("ablage");
            // An attempt that died holds its job for the length of the lease.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> Lieferungen.in(ablage).size() >= ANTRAEGE);
            assertThat(Lieferungen.in(ablage))
                    .as("deliveries, -Dabsturz.saat=" + saat)
                    .extracting(Lieferungen.Lieferung::vorgangsnummer)
                    .containsExactlyInAnyOrderElementsOf(nummern);
            assertThat(Lieferungen.in(ablage))
                    .extracting(Lieferungen.Lieferung::antrag)
                    .doesNotHaveDuplicates();
            for (Lieferungen.Lieferung lieferung : Lieferungen.in(ablage)) {
                lieferung.pruefe();
                int i = nummern.indexOf(lieferung.vorgangsnummer());
                assertThat(lieferung.anlagen())
                        .as("attachments of " + name(i) + ", -Dabsturz.saat=" + saat)
                        .isEqualTo(i % JEDER_MIT_ANLAGE == 0 ? List.of(Antragsteller.nachweis(name(i))) : List.of());
            }
        }
    }

    private static String name(int i) {
        return "Antrag " + i;
    }
}
