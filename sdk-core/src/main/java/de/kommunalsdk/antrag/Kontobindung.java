/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

/** What became of the wish to bind a draft to an account. */
public enum Kontobindung {
    /** It belonged to nobody and belongs to the account now. */
    NEU,
    /** It belongs to the account already. */
    SCHON,
    /** It belongs to another account; nothing was changed. */
    FREMD,
    /** There is no such draft, or not any more. */
    KEIN_ENTWURF
}
