/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Instant;
import java.util.Optional;

/**
 * One person's part in one round, as it was read.
 *
 * @param runde number of the round; an earlier one than that of the {@link Weitergabe} is over
 * @param rolle id of the role in dienst.yaml
 * @param link number of the link; a new link for another holder has the next one
 * @param geoeffnet whether the link was redeemed
 * @param fassung number of the last write
 * @param entschiedenAm when the person agreed or declined
 * @param niveau level of the login with which the person decided
 * @param gesehenSha256 SHA-256 of what the person saw when deciding, empty before
 * @param inhalt opaque bytes of the form runtime, in clear (the store encrypts)
 */
public record Beteiligung(
        BeteiligungId id,
        MandantId mandant,
        AntragId antrag,
        int runde,
        String rolle,
        Zustimmungsstand stand,
        int link,
        boolean geoeffnet,
        long fassung,
        Optional<Instant> entschiedenAm,
        Vertrauensniveau niveau,
        String gesehenSha256,
        byte[] inhalt) {

    @Override
    public String toString() {
        return "Beteiligung[" + id + ", " + rolle + ", " + stand + "]";
    }
}
