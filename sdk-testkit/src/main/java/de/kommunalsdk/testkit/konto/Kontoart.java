/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

/** Which account is simulated. */
public enum Kontoart {
    /** BundID, BayernID: assertion signed, then encrypted; only requested attributes, with a level each. */
    AKDB,
    /** Mein Unternehmenskonto: answer signed, assertion encrypted, NameID encrypted, typed attributes. */
    UNTERNEHMENSKONTO,
    /** A plain account with the levels of eIDAS: assertion signed. */
    ALLGEMEIN
}
