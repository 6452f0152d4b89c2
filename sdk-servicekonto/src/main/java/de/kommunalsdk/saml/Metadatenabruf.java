/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.auffrischung.Uhrvergleich;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpGrenzen;
import de.kommunalsdk.http.HttpZugang;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks an address for metadata, for {@link Metadatenpflege}, and tells by the answer's {@code Date} how far the own clock
 * is off. Thread-safe; blocks for at most ten seconds.
 */
public final class Metadatenabruf implements Supplier<byte[]> {

    private static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(10), 1024 * 1024);

    private final HttpZugang zugang;
    private final URI adresse;
    private final Clock uhr;
    private volatile Optional<Duration> abweichung = Optional.empty();

    /** For one address, which {@code zugang} must allow. */
    public Metadatenabruf(HttpZugang zugang, URI adresse, Clock uhr) {
        this.zugang = zugang;
        this.adresse = adresse;
        this.uhr = uhr;
    }

    /**
     * The document.
     *
     * @throws ServiceUnavailable {@link SamlFehler#METADATEN_ABRUF} when the answer is none
     * @throws OzgException of {@link HttpZugang#sende}
     */
    @Override
    public byte[] get() {
        Instant vorher = uhr.instant();
        HttpAntwort antwort =
                zugang.sende(HttpAnfrage.lesen(adresse).mitKopf("Accept", "*/*").mitGrenzen(GRENZEN));
        Instant nachher = uhr.instant();
        if (!antwort.erfolgreich()) {
            throw new ServiceUnavailable(SamlFehler.METADATEN_ABRUF, "Antwort " + antwort.status());
        }
        abweichung = Uhrvergleich.abweichung(antwort, vorher, nachher);
        return antwort.inhalt();
    }

    /** How far the own clock was off at the last call, without sign; empty when the answer told no time. */
    public Optional<Duration> uhrabweichung() {
        return abweichung;
    }
}
