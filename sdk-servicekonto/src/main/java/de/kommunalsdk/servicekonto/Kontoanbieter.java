/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.saml.Acsformular;
import de.kommunalsdk.saml.Wiederholungsschutz;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account that people can log in with, whatever it speaks. It keeps nothing between the two calls: what it needs again
 * it hands out with the departure and is handed back. Thread-safe.
 */
public interface Kontoanbieter {

    /** How it appears in the portal. */
    Kontoangaben angaben();

    /** {@link Kontoangaben#id} of the account. */
    default String id() {
        return angaben().id();
    }

    /**
     * What this side says about itself to the account, which may fetch it; without secrets. Empty: nothing.
     *
     * @throws de.kommunalsdk.error.OzgException when this side is not configured well
     */
    default Optional<Selbstauskunft> selbstauskunft() {
        return Optional.empty();
    }

    /**
     * Begins a login. Does no call over the network unless it has nothing to go on with, or the account wants the request
     * beforehand.
     *
     * @param marke random token, 16 to 80 characters {@code A-Za-z0-9_-}, that the answer brings back
     * @throws de.kommunalsdk.error.OzgException when the account cannot be reached or is not configured well
     */
    Aufbruch beginne(Anmeldewunsch wunsch, Locale sprache, String marke);

    /**
     * Reads the token of the departure out of an answer, before anything of it is believed.
     *
     * @param methode of HTTP
     * @param inhaltstyp header Content-Type
     * @param felder of the answer, each with all its values
     * @throws de.kommunalsdk.error.InvalidInput when this is no answer of the account
     */
    default String marke(String methode, @Nullable String inhaltstyp, Map<String, String[]> felder) {
        return Acsformular.lies(methode, inhaltstyp, felder).relayState();
    }

    /**
     * Verifies the answer of the account.
     *
     * @param vorgang of the departure, taken out of the store before, so that it serves once
     * @param felder of the answer, each with all its values
     * @param schutz remembers what was accepted, for all nodes
     */
    Heimkehr empfange(String vorgang, Map<String, String[]> felder, Wiederholungsschutz schutz);

    /**
     * Gets ready to verify an answer, before its login is taken: what the account publishes is there and good. Blocks for one
     * call at most.
     *
     * @throws de.kommunalsdk.error.ServiceUnavailable when it is not; the same answer may be sent again
     */
    default void bereite() {}

    /** What is wrong with it, and until when it will do. Does not wait for the account: while nothing is known of it, that is a finding. */
    default Kontozustand zustand() {
        return Kontozustand.UNBEKANNT;
    }
}
