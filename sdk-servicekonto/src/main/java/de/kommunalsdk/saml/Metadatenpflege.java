/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an account's metadata fresh: asks again ahead of time and in the background, goes on with the last good ones
 * while the account cannot be reached or sends something broken, and asks at once, but at most once a minute, when an
 * answer is signed with a key that is not known. Thread-safe.
 */
public final class Metadatenpflege implements Metadatenquelle {

    private static final Duration HOECHSTENS = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Supplier<byte[]> abruf;
    private final String entityId;
    private final List<X509Certificate> anker;
    private final Clock uhr;
    private final Executor hintergrund;
    private final AtomicBoolean unterwegs = new AtomicBoolean();

    private volatile @Nullable Vorrat vorrat;
    private volatile Instant letzterVersuch = Instant.MIN;
    private volatile Optional<OzgException> letzterFehler = Optional.empty();

    private record Vorrat(IdpMetadaten metadaten, Instant geholt) {}

    /**
     * Keeps what {@code abruf} gives; it is called for the first time when metadata are needed.
     *
     * @param abruf reads the file or asks the address; throws an {@link OzgException} when it cannot
     * @param anker as in {@link IdpMetadaten#lies}
     * @param hintergrund runs the calls ahead of time
     */
    public Metadatenpflege(
            Supplier<byte[]> abruf, String entityId, List<X509Certificate> anker, Clock uhr, Executor hintergrund) {
        this.abruf = abruf;
        this.entityId = entityId;
        this.anker = List.copyOf(anker);
        this.uhr = uhr;
        this.hintergrund = hintergrund;
    }

    /**
     * As in the port; waits only while there are no good ones yet.
     *
     * @throws ServiceUnavailable {@link SamlFehler#METADATEN_ABRUF} when there never were any
     */
    @Override
    public IdpMetadaten aktuell() {
        Vorrat da = vorrat;
        if (da == null) {
            hole();
            da = vorrat;
        } else if (faellig(da) && darfFragen() && unterwegs.compareAndSet(false, true)) {
            hintergrund.execute(() -> {
                try {
                    hole();
                } finally {
                    unterwegs.set(false);
                }
            });
        }
        if (da == null) {
            throw new ServiceUnavailable(
                    SamlFehler.METADATEN_ABRUF,
                    letzterFehler.map(OzgException::code).orElse(""));
        }
        return da.metadaten();
    }

    @Override
    public synchronized boolean dringend(IdpMetadaten versucht) {
        if (!istAnders(versucht) && darfFragen()) { // else somebody asked while this thread waited
            hole();
        }
        return istAnders(versucht);
    }

    private boolean istAnders(IdpMetadaten versucht) {
        Vorrat da = vorrat;
        return da != null
                && !new HashSet<>(da.metadaten().signaturzertifikate())
                        .equals(new HashSet<>(versucht.signaturzertifikate()));
    }

    @Override
    public Stand stand() {
        return new Stand(
                geholt(),
                abruf instanceof Metadatenabruf adresse ? adresse.uhrabweichung() : Optional.empty(),
                letzterFehler.map(OzgException::code));
    }

    /** When the metadata in use were fetched; empty: never. */
    public Optional<Instant> geholt() {
        return Optional.ofNullable(vorrat).map(Vorrat::geholt);
    }

    /** Why the last call failed; empty when it did not. */
    public Optional<OzgException> letzterFehler() {
        return letzterFehler;
    }

    private boolean darfFragen() {
        return letzterVersuch.equals(Instant.MIN) || !uhr.instant().isBefore(letzterVersuch.plus(PAUSE));
    }

    /** After three quarters of the time that the account names, and of what is left until its metadata end. */
    private boolean faellig(Vorrat da) {
        Duration frist = da.metadaten()
                .auffrischenNach()
                .filter(d -> d.compareTo(HOECHSTENS) < 0)
                .orElse(HOECHSTENS);
        Duration rest = da.metadaten()
                .gueltigBis()
                .map(ende -> Duration.between(da.geholt(), ende))
                .filter(d -> d.compareTo(frist) < 0)
                .orElse(frist);
        return !uhr.instant().isBefore(da.geholt().plus(rest.multipliedBy(3).dividedBy(4)));
    }

    private synchronized void hole() {
        Instant jetzt = uhr.instant();
        letzterVersuch = jetzt;
        try {
            vorrat = new Vorrat(IdpMetadaten.lies(abruf.get(), entityId, anker, jetzt), jetzt);
            letzterFehler = Optional.empty();
        } catch (OzgException e) {
            letzterFehler = Optional.of(e);
        }
    }
}
