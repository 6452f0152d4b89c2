/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.time.Instant;
import java.util.List;

/**
 * A submitted Antrag.
 *
 * @param id its id
 * @param mandant its Mandant
 * @param dienst the Dienst in the version it was filled in with
 * @param status where it stands
 * @param vorgangsnummer the number the citizen quotes
 * @param eingegangenAm receipt time, set once in the transaction of the freeze
 * @param inhalt canonical bytes of the answers
 * @param inhaltSha256 SHA-256 of {@code inhalt}, 64 lower case hex digits
 * @param anlagen the attachments
 */
public record Antrag(
        AntragId id,
        MandantId mandant,
        DienstRef dienst,
        Antragsstatus status,
        Vorgangsnummer vorgangsnummer,
        Instant eingegangenAm,
        byte[] inhalt,
        String inhaltSha256,
        List<Anlage> anlagen) {

    public Antrag {
        anlagen = List.copyOf(anlagen);
    }

    @Override
    public String toString() {
        return "Antrag[" + id + ", " + dienst + ", " + status + "]";
    }
}
