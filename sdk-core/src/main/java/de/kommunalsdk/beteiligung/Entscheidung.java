/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;

/**
 * What a person decides.
 *
 * @param stand ZUGESTIMMT or ABGELEHNT
 * @param niveau level of the person's login
 * @param gesehenSha256 SHA-256 of what the person saw, 64 lower case hex digits
 * @param inhalt the content of the Beteiligung from now on
 */
public record Entscheidung(Zustimmungsstand stand, Vertrauensniveau niveau, String gesehenSha256, byte[] inhalt) {

    public Entscheidung {
        if (stand != Zustimmungsstand.ZUGESTIMMT && stand != Zustimmungsstand.ABGELEHNT) {
            throw new IllegalArgumentException("Eine Entscheidung ist ZUGESTIMMT oder ABGELEHNT");
        }
    }

    @Override
    public String toString() {
        return "Entscheidung[" + stand + "]";
    }
}
