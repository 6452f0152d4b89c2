/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.forms.definition.QuellenFehler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls ports with a time limit, in threads of its own. Nobody waits for a thread: a port that hangs uses up its own few
 * calls, and no other's. Thread-safe.
 */
final class Portaufruf implements AutoCloseable {

    /** Calls of one port at once. */
    static final int JE_PORT = 8;

    private static final int GESAMT = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Portaufruf.class);

    private final Map<String, Semaphore> offene = new ConcurrentHashMap<>();
    private final ExecutorService faeden =
            new ThreadPoolExecutor(0, GESAMT, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), aufgabe -> {
                Thread faden = new Thread(aufgabe, "ozg-quelle");
                faden.setDaemon(true);
                return faden;
            });

    /** Calls; a late answer is dropped, an exception is logged without its message, which may hold personal data. */
    <T> Ausgang<T> rufe(String port, Duration frist, Callable<@Nullable T> aufruf) {
        Semaphore platz = offene.computeIfAbsent(port, id -> new Semaphore(JE_PORT));
        if (!platz.tryAcquire()) {
            return fehlschlag(port, QuellenFehler.UEBERLAST, "");
        }
        Future<@Nullable T> antwort;
        try {
            antwort = faeden.submit(() -> {
                try {
                    return aufruf.call();
                } finally {
                    platz.release(); // only now: a call that ignores its interruption still holds a thread
                }
            });
        } catch (RejectedExecutionException e) {
            platz.release();
            return fehlschlag(port, QuellenFehler.UEBERLAST, "");
        }
        try {
            T wert = antwort.get(frist.toMillis(), TimeUnit.MILLISECONDS);
            return wert == null ? fehlschlag(port, QuellenFehler.GESTOERT, "null") : new Ausgang.Antwort<>(wert);
        } catch (TimeoutException e) {
            antwort.cancel(true);
            return fehlschlag(port, QuellenFehler.FRIST, "");
        } catch (ExecutionException e) {
            Throwable ursache = e.getCause() == null ? e : e.getCause();
            return fehlschlag(port, QuellenFehler.GESTOERT, Fehlerspur.von(ursache));
        } catch (InterruptedException e) {
            antwort.cancel(true);
            Thread.currentThread().interrupt();
            return fehlschlag(port, QuellenFehler.GESTOERT, "");
        }
    }

    /** A failure, noted for the operator. */
    static <T> Ausgang<T> fehlschlag(String port, QuellenFehler grund, String einzelheit) {
        LOG.warn("{} {} {}", grund.code(), port, einzelheit);
        return new Ausgang.Fehlschlag<>(grund);
    }

    @Override
    public void close() {
        faeden.shutdownNow();
    }
}
