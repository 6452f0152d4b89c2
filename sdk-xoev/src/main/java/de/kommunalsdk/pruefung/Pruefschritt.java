/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

/** The steps of the chain, in their order. */
public enum Pruefschritt {
    /** Well-formed XML within the limits. */
    LESEN,
    /** XML Schema. */
    SCHEMA,
    /** Code lists, also those whose version the message names itself. */
    CODELISTEN,
    /** DIN 91379. */
    ZEICHEN,
    /** No element without content. */
    LEERE_ELEMENTE,
    /** Rules of the standard; left out when the message breaks its schema, because they rely on it. */
    FACHREGELN;

    /** How a step ended. */
    public enum Stand {
        /** Done, nothing found. */
        OHNE_BEFUND,
        /** Something was found, perhaps only a warning. */
        MIT_BEFUND,
        /** Not done, or not to the end. */
        NICHT_AUSGEFUEHRT
    }
}
