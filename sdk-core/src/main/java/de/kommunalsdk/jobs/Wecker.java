/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.kommunalsdk.error.Fehlerspur;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the workers: every few seconds on one of the nodes (db-scheduler decides which), and at once on this node
 * after a submission. A lost wake-up loses nothing, the outbox row stays due. Thread-safe.
 */
public final class Wecker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wecker.class);
    private static final Duration ABSTAND = Duration.ofSeconds(5);
    private static final Duration AUFRAEUMEN = Duration.ofMinutes(15);
    // What a node was at when it died is taken up after a minute, like a lease. Left alone it would be half an hour.
    private static final Duration LEBENSZEICHEN = Duration.ofSeconds(10);
    private static final int AUSGEBLIEBEN = 6;
    private static final long STOPP_SEKUNDEN = 10;

    private final Arbeiter arbeiter;
    private final Scheduler scheduler;
    private final ExecutorService sofort = Executors.newSingleThreadExecutor(aufgabe -> {
        Thread faden = new Thread(aufgabe, "ozg-arbeiter");
        faden.setDaemon(true);
        return faden;
    });
    private final AtomicBoolean angestossen = new AtomicBoolean();

    /** Wakes {@code arbeiter} and {@code nachpruefung} and, less often, {@code aufraeumen}. */
    public Wecker(DataSource quelle, Arbeiter arbeiter, Runnable aufraeumen, Runnable nachpruefung) {
        this.arbeiter = arbeiter;
        RecurringTask<Void> outbox =
                Tasks.recurring("ozg-outbox", FixedDelay.of(ABSTAND)).execute((instanz, kontext) -> arbeiter.runOnce());
        RecurringTask<Void> ordnung = Tasks.recurring("ozg-aufraeumen", FixedDelay.of(AUFRAEUMEN))
                .execute((instanz, kontext) -> aufraeumen.run());
        RecurringTask<Void> quarantaene = Tasks.recurring("ozg-quarantaene", FixedDelay.of(ABSTAND))
                .execute((instanz, kontext) -> nachpruefung.run());
        this.scheduler = Scheduler.create(quelle)
                .tableName("ozg_weckruf")
                .threads(3)
                .alwaysPersistTimestampInUTC()
                .pollingInterval(ABSTAND)
                .heartbeatInterval(LEBENSZEICHEN)
                .missedHeartbeatsLimit(AUSGEBLIEBEN)
                .shutdownMaxWait(Duration.ofSeconds(STOPP_SEKUNDEN))
                .startTasks(List.of(outbox, ordnung, quarantaene))
                .build();
    }

    /** Begins to wake. */
    public void start() {
        scheduler.start();
        anstossen();
    }

    /** Works what is due now, soon and on this node. Never blocks, never throws. */
    public void anstossen() {
        if (!angestossen.compareAndSet(false, true)) {
            return;
        }
        try {
            sofort.execute(() -> {
                angestossen.set(false);
                try {
                    arbeiter.runOnce();
                } catch (RuntimeException e) {
                    LOG.warn("Arbeiter angehalten: {}", Fehlerspur.von(e));
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Wecker ist geschlossen; ein anderer Knoten oder der naechste Start arbeitet weiter");
        }
    }

    /** Stops; waits up to ten seconds for what is being worked. */
    @Override
    public void close() {
        sofort.shutdown();
        scheduler.stop();
        try {
            if (!sofort.awaitTermination(STOPP_SEKUNDEN, TimeUnit.SECONDS)) {
                sofort.shutdownNow();
            }
        } catch (InterruptedException e) {
            sofort.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
