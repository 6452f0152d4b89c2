/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.auffrischung;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps something fresh that an account publishes: asks again ahead of time and in the background, goes on with the last good
 * one while the account cannot be reached or sends something broken, and asks at once, but not more often than a
 * {@link Takt} allows, when the one at hand does not do. Thread-safe.
 *
 * @param <T> what is kept; immutable
 */
public final class Auffrischung<T> {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration ANFANGS =
            Duration.ofSeconds(5); // nobody can log in: soon again, but not each waits for a call

    private final Supplier<Abgeholtes<T>> abruf;
    private final Fehlercode nichts;
    private final Clock uhr;
    private final Executor hintergrund;
    private final Takt takt = new Takt();
    private final AtomicBoolean unterwegs = new AtomicBoolean();

    private volatile @Nullable Gehaltenes<T> gehalten;
    private volatile Optional<String> fehler = Optional.empty();
    private volatile boolean laeuft;

    /**
     * What a call gave.
     *
     * @param haltbar how long it is good; after three quarters of this it is asked for again
     */
    public record Abgeholtes<T>(T wert, Duration haltbar) {}

    private record Gehaltenes<T>(Abgeholtes<T> inhalt, Instant geholt) {}

    /** At most one call a minute, and one in five seconds while there is nothing. Whoever must not use up the calls of others has one of their own. */
    public static final class Takt {

        private volatile @Nullable Instant zuletzt;

        private boolean erlaubt(Instant jetzt, Duration pause) {
            Instant davor = zuletzt;
            return davor == null || !jetzt.isBefore(davor.plus(pause));
        }
    }

    /**
     * Nothing is fetched yet.
     *
     * @param abruf blocks for at most one call; throws an {@link OzgException} when it fails
     * @param nichts code of {@link #aktuell} when there never was anything good
     * @param hintergrund runs the calls ahead of time
     */
    public Auffrischung(Supplier<Abgeholtes<T>> abruf, Fehlercode nichts, Clock uhr, Executor hintergrund) {
        this.abruf = abruf;
        this.nichts = nichts;
        this.uhr = uhr;
        this.hintergrund = hintergrund;
    }

    /**
     * What is to be used now; waits only while there is nothing good yet.
     *
     * @throws ServiceUnavailable when there never was; its detail is the code of the last call
     */
    public T aktuell() {
        boolean tot = laeuft && fehler.isPresent(); // the last call failed, and another one waits for it already
        if (gehalten == null && !tot) {
            holeFallsErlaubt(takt);
        }
        return zurHand().orElseThrow(() -> new ServiceUnavailable(nichts, fehler.orElse("")));
    }

    /** What there is, without waiting; asks in the background where that is due, or where there is nothing yet. */
    public Optional<T> zurHand() {
        Gehaltenes<T> da = gehalten;
        boolean faellig = da == null || faellig(da);
        if (faellig && takt.erlaubt(uhr.instant(), pause()) && unterwegs.compareAndSet(false, true)) {
            imHintergrund();
        }
        return Optional.ofNullable(gehalten).map(g -> g.inhalt().wert());
    }

    private void imHintergrund() {
        try {
            hintergrund.execute(() -> {
                try {
                    holeFallsErlaubt(takt);
                } finally {
                    unterwegs.set(false);
                }
            });
        } catch (
                RejectedExecutionException
                        e) { // a full or ended pool: what is held is good, and the next one asks again
            unterwegs.set(false);
        }
    }

    private Duration pause() {
        return gehalten == null ? ANFANGS : PAUSE;
    }

    /** Asks at once for one that does; false when there is none. Whoever waits for a call that runs sees its result. */
    public boolean dringend(Predicate<T> taugt) {
        return dringend(taugt, takt);
    }

    /** The same for those who have a {@link Takt} of their own. */
    public synchronized boolean dringend(Predicate<T> taugt, Takt eigener) {
        if (!hat(taugt)) { // else somebody asked while this thread waited
            holeFallsErlaubt(eigener);
        }
        return hat(taugt);
    }

    private boolean hat(Predicate<T> taugt) {
        Gehaltenes<T> da = gehalten;
        return da != null && taugt.test(da.inhalt().wert());
    }

    /** When what is in use was fetched; empty: never. */
    public Optional<Instant> geholt() {
        return Optional.ofNullable(gehalten).map(Gehaltenes::geholt);
    }

    /** Code of why the last call failed; empty when it did not. */
    public Optional<String> fehler() {
        return fehler;
    }

    private boolean faellig(Gehaltenes<T> da) {
        Duration frist = da.inhalt().haltbar().multipliedBy(3).dividedBy(4);
        return !uhr.instant().isBefore(da.geholt().plus(frist));
    }

    private synchronized void holeFallsErlaubt(Takt wessen) {
        Instant jetzt = uhr.instant();
        if (!wessen.erlaubt(jetzt, pause())) {
            return;
        }
        laeuft = true;
        wessen.zuletzt = jetzt;
        try {
            gehalten = new Gehaltenes<>(abruf.get(), jetzt);
            fehler = Optional.empty();
        } catch (OzgException e) {
            fehler = Optional.of(e.code());
        } finally {
            wessen.zuletzt =
                    uhr.instant(); // the pause begins when the call ends, or whoever waited for it makes the next
            laeuft = false;
        }
    }
}
