/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

/**
 * One finding in a configuration, a Dienst or a schema. Problems are collected, so that a reader sees all at once.
 *
 * @param code the stable code
 * @param schwere whether it stops the thing from being used
 * @param stelle where
 * @param meldung what is wrong here and what to do, in German, without personal data
 */
public record Problem(Fehlercode code, Schwere schwere, Fundstelle stelle, String meldung) {

    /** Severity of a problem. */
    public enum Schwere {
        /** The configuration, Dienst or schema cannot be used. */
        FEHLER,
        /** It can be used, but something should be mended. */
        WARNUNG,
        /** For information. */
        HINWEIS
    }

    /** A problem of severity FEHLER. */
    public static Problem fehler(Fehlercode code, Fundstelle stelle, String meldung) {
        return new Problem(code, Schwere.FEHLER, stelle, meldung);
    }

    /** A problem of severity WARNUNG. */
    public static Problem warnung(Fehlercode code, Fundstelle stelle, String meldung) {
        return new Problem(code, Schwere.WARNUNG, stelle, meldung);
    }

    /** Whether this problem stops the thing from being used. */
    public boolean istFehler() {
        return schwere == Schwere.FEHLER;
    }

    @Override
    public String toString() {
        return stelle + ": " + code.code() + ": " + meldung;
    }
}
