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

    /** Cookie that binds logins to their browser. */
    static final String BINDUNG = "ozg-bindung";

    private static final String OFFEN = "anmeldung";
    private static final String SPUR = "anmeldung-spur";
    private static final String ARBEIT = "anmeldung-arbeit";
    private static final Duration ARBEITSZEIT = Duration.ofMinutes(1); // longer than any account is waited for
    private static final Duration GUELTIG = Duration.ofMinutes(15);
    private static final Duration ERINNERT = Duration.ofHours(1);

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
     * @param sitzung token of the session that the browser had then, to be ended by the new one; empty for none. The answer of
     *     an account does not bring it: it is posted from another site
     */
    record Offene(
            String anbieter,
            String bindung,
            String wunsch,
            String zurueck,
            String vorgang,
            long begonnen,
            String sitzung) {

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

    /**
     * What is left of a login that nobody may take any more: where it would have gone on.
     *
     * @param sitzung token of the session that it opened; empty for none
     */
    record Spur(String bindung, String wunsch, String zurueck, String sitzung) {

        @Override
        public String toString() {
            return "Spur";
        }
    }

    /** Begins; the trace comes first, for a login that dies on its way. */
    void beginne(MandantId mandant, String marke, Offene offene) {
        ablage.legeAb(
                mandant,
                SPUR,
                marke,
                schreibe(spur(offene, "")),
                clock.instant().plus(ERINNERT));
        ablage.legeAb(mandant, OFFEN, marke, schreibe(offene), clock.instant().plus(GUELTIG));
    }

    /** Looks, and leaves it there: somebody else's browser must not end it. */
    Optional<Offene> lies(MandantId mandant, String marke) {
        return ablage.lies(mandant, OFFEN, marke).map(bytes -> gelesen(bytes, Offene.class));
    }

    /** Takes it, for one caller and once. */
    Optional<Offene> nimm(MandantId mandant, String marke) {
        return ablage.nimm(mandant, OFFEN, marke).map(bytes -> gelesen(bytes, Offene.class));
    }

    /** Marks that its answer is being verified; false when somebody does already. A mark that is left ends by itself. */
    boolean beginneArbeit(MandantId mandant, String marke) {
        return ablage.legeAb(
                mandant, ARBEIT, marke, new byte[0], clock.instant().plus(ARBEITSZEIT));
    }

    boolean istInArbeit(MandantId mandant, String marke) {
        return ablage.lies(mandant, ARBEIT, marke).isPresent();
    }

    void beendeArbeit(MandantId mandant, String marke) {
        ablage.loesche(mandant, ARBEIT, marke);
    }

    /** Remembers the session, for a browser that did not get the answer or sends the same once more. */
    void beende(MandantId mandant, String marke, Offene offene, String sitzung) {
        ablage.ersetze(
                mandant,
                SPUR,
                marke,
                schreibe(spur(offene, sitzung)),
                clock.instant().plus(GUELTIG));
    }

    Optional<Spur> spur(MandantId mandant, String marke) {
        return ablage.lies(mandant, SPUR, marke).map(bytes -> gelesen(bytes, Spur.class));
    }

    private static Spur spur(Offene offene, String sitzung) {
        return new Spur(offene.bindung(), offene.wunsch(), offene.zurueck(), sitzung);
    }

    private static byte[] schreibe(Object wert) {
        try {
            return JSON.writeValueAsBytes(wert);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texte lassen sich immer schreiben", e);
        }
    }

    private static <T> T gelesen(byte[] bytes, Class<T> art) {
        try {
            return JSON.readValue(bytes, art);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
