/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.blob;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.util.Optional;

/** Port to the attachments that wait for a scanner. Thread-safe, shared by all nodes. */
public interface Quarantaene {

    /**
     * Takes the next attachment that is due. It is due again after 1, 2, 4 ... 60 minutes, so a worker that dies, or a
     * scanner that does not answer, needs no call. Two workers may have the same one when a scan takes longer than that.
     */
    Optional<Fall> leihe();

    /** It is clean: an attachment like any other. */
    void gibFrei(Fall fall);

    /** It is infected: the bytes are deleted, the audit trail says so without a name. */
    void verwirf(Fall fall);

    /**
     * An attachment in quarantine.
     *
     * @param pruefungen how often it was taken, with this time
     */
    record Fall(MandantId mandant, AntragId antrag, AnlageId anlage, int pruefungen, Inhalt inhalt) {}
}
