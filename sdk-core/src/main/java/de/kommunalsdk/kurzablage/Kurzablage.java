/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.kurzablage;

import de.kommunalsdk.mandant.MandantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: small values that end by themselves, the same on all nodes of a portal. Thread-safe and blocking. Of two callers
 * that do the same at once exactly one succeeds.
 *
 * <p>{@code art} is a word that keeps uses apart ({@code [a-z-]}, at most 20 characters); {@code schluessel} is any text
 * and is stored as its SHA-256 only, so it must not be guessable where it is a secret. What is over is as good as deleted. {@link #SENDUNG} and
 * {@link #CODE} are deleted with their draft, and when it is submitted.
 */
public interface Kurzablage {

    /** A form that was sent when the login was over; the key is {@link #sendung}. */
    String SENDUNG = "sendung";

    /** Such forms of one draft or Beteiligung: tabs that were open side by side. */
    int SENDUNGEN = 5;

    /** The resume code that a page shows, and the address it was sent to; the key is the id of the draft. */
    String CODE = "code";

    /** Bytes that one value may have. */
    int HOECHSTENS = 1_000_000;

    /**
     * Puts a value down until a time.
     *
     * @return false when there is one already that is not over; it stays as it is
     * @throws de.kommunalsdk.error.InvalidInput OZG-STORE-0004 beyond {@link #HOECHSTENS}
     */
    boolean legeAb(MandantId mandant, String art, String schluessel, byte[] inhalt, Instant bis);

    /** The value; it stays. */
    Optional<byte[]> lies(MandantId mandant, String art, String schluessel);

    /** The value, for one caller and once. */
    Optional<byte[]> nimm(MandantId mandant, String art, String schluessel);

    /** Another value and time in place of one that is there; false when there is none. */
    boolean ersetze(MandantId mandant, String art, String schluessel, byte[] inhalt, Instant bis);

    /**
     * The key of a form that is kept.
     *
     * @param wessen id of the draft or of the Beteiligung
     * @param nummer from 0, below {@link #SENDUNGEN}
     */
    static String sendung(String wessen, int nummer) {
        return nummer == 0 ? wessen : wessen + "/" + nummer;
    }

    /** Deletes, if it is there. */
    void loesche(MandantId mandant, String art, String schluessel);
}
