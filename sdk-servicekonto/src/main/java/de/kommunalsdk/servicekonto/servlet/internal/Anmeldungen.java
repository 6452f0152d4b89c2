/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logins that are under way, each under the token that the account brings back. The token names the Mandant, because all
 * answers of an account come to one address. Thread-safe.
 */
final class Anmeldungen {

    private static final String OFFEN = "anmeldung";
    private static final String FERTIG = "anmeldung-fertig";
    private static final Duration GUELTIG = Duration.ofMinutes(15);
    private static final Pattern MARKE = Pattern.compile("[A-Za-z0-9_-]{32}_([a-z][a-z0-9-]{0,39})");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Kurzablage ablage;
    private final Clock clock;

    Anmeldungen(Kurzablage ablage, Clock clock) {
        this.ablage = ablage;
        this.clock = clock;
    }

    /**
     * A login under way.
     *
     * @param anbieter id of the account
     * @param bindung token in the cookie of the browser that began
     * @param wunsch the sealed wish, to begin again with
     * @param zurueck path that it leads back to
     * @param vorgang what the account wants to have again
     * @param begonnen seconds since 1970
     */
    record Offene(String anbieter, String bindung, String wunsch, String zurueck, String vorgang, long begonnen) {

        @Override
        public String toString() {
            return "Offene[" + anbieter + "]";
        }
    }

    static String marke(MandantId mandant) {
        return Zufall.marke() + "_" + mandant;
    }

    /** The Mandant of a token; empty for what is none. */
    static Optional<MandantId> mandant(String marke) {
        Matcher treffer = MARKE.matcher(marke);
        return treffer.matches() ? Optional.of(new MandantId(treffer.group(1))) : Optional.empty();
    }

    void beginne(MandantId mandant, String marke, Offene offene) {
        ablage.legeAb(mandant, OFFEN, marke, schreibe(offene), clock.instant().plus(GUELTIG));
    }

    /** Looks, and leaves it there: somebody else's browser must not end it. */
    Optional<Offene> lies(MandantId mandant, String marke) {
        return ablage.lies(mandant, OFFEN, marke).map(Anmeldungen::gelesen);
    }

    /** Takes it, for one caller and once. */
    Optional<Offene> nimm(MandantId mandant, String marke) {
        return ablage.nimm(mandant, OFFEN, marke).map(Anmeldungen::gelesen);
    }

    /** Remembers how it went on, for a browser that sends the same answer again. */
    void beende(MandantId mandant, String marke, Offene offene) {
        ablage.legeAb(mandant, FERTIG, marke, schreibe(offene), clock.instant().plus(GUELTIG));
    }

    Optional<Offene> beendete(MandantId mandant, String marke) {
        return ablage.lies(mandant, FERTIG, marke).map(Anmeldungen::gelesen);
    }

    private static byte[] schreibe(Offene offene) {
        try {
            return JSON.writeValueAsBytes(offene);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texte lassen sich immer schreiben", e);
        }
    }

    private static Offene gelesen(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Offene.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
