/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.auffrischung.Auffrischung;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Keeps an account's metadata fresh: asks again ahead of time and in the background, goes on with the last good ones
 * while the account cannot be reached or sends something broken, and asks at once, but at most once a minute, when an
 * answer is signed with a key that is not known. Thread-safe.
 */
public final class Metadatenpflege implements Metadatenquelle {

    private static final Duration HOECHSTENS = Duration.ofHours(12);

    private final Supplier<byte[]> abruf;
    private final Clock uhr;
    private final Auffrischung<IdpMetadaten> metadaten;

    /**
     * Keeps what {@code abruf} gives; it is called for the first time when metadata are needed, or the account is examined.
     *
     * @param abruf reads the file or asks the address; throws an {@link OzgException} when it cannot
     * @param anker as in {@link IdpMetadaten#lies}
     * @param hintergrund runs the calls ahead of time
     */
    public Metadatenpflege(
            Supplier<byte[]> abruf, String entityId, List<X509Certificate> anker, Clock uhr, Executor hintergrund) {
        this.abruf = abruf;
        this.uhr = uhr;
        List<X509Certificate> vertraute = List.copyOf(anker);
        this.metadaten = new Auffrischung<>(
                () -> {
                    Instant jetzt = uhr.instant();
                    IdpMetadaten gelesene = IdpMetadaten.lies(abruf.get(), entityId, vertraute, jetzt);
                    return new Auffrischung.Abgeholtes<>(gelesene, haltbar(gelesene, jetzt));
                },
                SamlFehler.METADATEN_ABRUF,
                uhr,
                hintergrund);
    }

    /**
     * As in the port; waits only while there are no good ones: none yet, or those at hand have ended.
     *
     * @throws ServiceUnavailable {@link SamlFehler#METADATEN_ABRUF} when there never were any
     */
    @Override
    public IdpMetadaten aktuell() {
        IdpMetadaten da = metadaten.aktuell();
        return da.gilt(uhr.instant()) || !metadaten.dringend(neue -> neue.gilt(uhr.instant()))
                ? da
                : metadaten.aktuell();
    }

    @Override
    public Optional<IdpMetadaten> zurHand() {
        return metadaten.zurHand();
    }

    @Override
    public boolean dringend(IdpMetadaten versucht) {
        Set<X509Certificate> alte = Set.copyOf(versucht.signaturzertifikate());
        return metadaten.dringend(neu -> !Set.copyOf(neu.signaturzertifikate()).equals(alte));
    }

    @Override
    public Stand stand() {
        return new Stand(
                metadaten.geholt(),
                abruf instanceof Metadatenabruf adresse ? adresse.uhrabweichung() : Optional.empty(),
                metadaten.fehler());
    }

    /** As long as the account says, and not beyond the end of its metadata. */
    private static Duration haltbar(IdpMetadaten gelesene, Instant jetzt) {
        Duration frist = gelesene.auffrischenNach()
                .filter(d -> d.compareTo(HOECHSTENS) < 0)
                .orElse(HOECHSTENS);
        return gelesene.gueltigBis()
                .map(ende -> Duration.between(jetzt, ende))
                .filter(d -> d.compareTo(frist) < 0)
                .orElse(frist);
    }
}
